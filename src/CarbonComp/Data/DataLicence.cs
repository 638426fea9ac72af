namespace CarbonComp.Data;

/// <summary>Terms under which data may be used.</summary>
/// <param name="Name">Its identifier, such as <c>CC-BY-4.0</c>; may be empty.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Path">Where it can be read; may be empty.</param>
public sealed record DataLicence(string Name, string Title, string Path = "");
