namespace CarbonComp.Data;

/// <summary>A publication that data come from: its title, with author and year, and its address, which may be empty.</summary>
public sealed record DataSource(string Title, string Path = "");
