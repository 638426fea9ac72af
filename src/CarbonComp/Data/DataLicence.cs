namespace CarbonComp.Data;

/// <summary>Terms under which data may be used: an identifier such as <c>CC-BY-4.0</c>, a title in words, an address. Each may be empty.</summary>
public sealed record DataLicence(string Name, string Title, string Path = "");
