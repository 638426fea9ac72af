using System.Globalization;

namespace CarbonComp.Formats;

/// <summary>The codes by which the blocks of a CEADs table are found.</summary>
internal static class CeadsCodes
{
    public static readonly (string Code, string Word, string Name)[] FinalUses =
    [
        ("FU101", "rural", "rural households"), ("FU102", "urban", "urban households"), ("FU103", "government", "government"),
        ("FU201", "fixed", "fixed capital"), ("FU202", "inventor", "inventories"),
    ];

    public static readonly string[] LastColumns = ["EX", "TFU", "ERR", "GO"];

    public static readonly Dictionary<string, TableBlock> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TIU"] = TableBlock.IntermediateTotal, ["TII"] = TableBlock.IntermediateTotal, ["TFU"] = TableBlock.FinalUseTotal,
        ["EX"] = TableBlock.Exports, ["ERR"] = TableBlock.Error, ["GO"] = TableBlock.Output, ["IM"] = TableBlock.CompetitiveImports,
    };

    public static readonly Dictionary<string, TableBlock> Rows = new(StringComparer.OrdinalIgnoreCase)
    {
        ["IM"] = TableBlock.ImportedInputs, ["TII"] = TableBlock.IntermediateTotal, ["TVA"] = TableBlock.ValueAddedTotal, ["TI"] = TableBlock.Output,
        ["VA001"] = TableBlock.ValueAdded, ["VA002"] = TableBlock.ValueAdded, ["VA003"] = TableBlock.ValueAdded, ["VA004"] = TableBlock.ValueAdded,
    };

    /// <summary>Codes are numbers in some years, texts with leading zeros in others.</summary>
    public static string Canonical(string code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : code;
}
