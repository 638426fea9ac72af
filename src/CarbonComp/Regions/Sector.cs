namespace CarbonComp;

/// <summary>A sector of the economy.</summary>
/// <param name="Code">Its code in the table: <c>S03</c>.</param>
/// <param name="Name">Its name: <c>Manufacturing</c>.</param>
/// <param name="LocalName">Its name in the local script; may be empty.</param>
public sealed record Sector(string Code, string Name, string LocalName = "")
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
