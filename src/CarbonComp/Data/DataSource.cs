namespace CarbonComp.Data;

/// <summary>A publication that data come from.</summary>
/// <param name="Title">Its title, with author and year.</param>
/// <param name="Path">Its address; empty where it has none.</param>
public sealed record DataSource(string Title, string Path = "");
