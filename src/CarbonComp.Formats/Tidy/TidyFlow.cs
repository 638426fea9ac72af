namespace CarbonComp.Formats;

/// <summary>A row of a tidy table.</summary>
/// <param name="FromRegion">Region that delivers; empty for imported inputs and value added.</param>
/// <param name="FromSector">Sector that delivers, or the block.</param>
/// <param name="ToRegion">Region that uses; empty for exports, competitive imports, error and output.</param>
/// <param name="ToSector">Sector that uses, <c>use:</c> and a category, or the block.</param>
/// <param name="Value">The amount, in the table's unit.</param>
/// <param name="Line">The line in the file, from 1.</param>
internal readonly record struct TidyFlow(string FromRegion, string FromSector, string ToRegion, string ToSector, double Value, int Line)
{
    public static IReadOnlyList<string> Heading { get; } = ["from_region", "from_sector", "to_region", "to_sector", "value"];

    public static string NameHeading(NameKind kind) => kind.Label.Replace(' ', '_');

    public bool IsOutput => ToRegion.Length == 0 && ToSector == "output";

    /// <summary>The category of final use; none where the flow goes elsewhere.</summary>
    public string? Category => ToSector.StartsWith(WideTable.UsePrefix, StringComparison.Ordinal) ? ToSector[WideTable.UsePrefix.Length..] : null;

    /// <summary>The code whose name of a kind this row gives; none where it gives none.</summary>
    public string? Named(NameKind kind) => kind.Of switch
    {
        NameKind.Bearer.Region => IsOutput ? FromRegion : null,
        NameKind.Bearer.Sector => IsOutput ? FromSector : null,
        _ => Category,
    };
}
