namespace CarbonComp;

/// <summary>A region: city, province, country, or the rest of one.</summary>
/// <param name="Code">Its code, such as the administrative division's: <c>130200</c>.</param>
/// <param name="Name">Its name: <c>Tangshan</c>.</param>
/// <param name="LocalName">Its name in the local script: <c>唐山市</c>; may be empty.</param>
public sealed record Region(string Code, string Name, string LocalName = "")
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
