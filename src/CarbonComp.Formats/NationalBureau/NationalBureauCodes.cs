namespace CarbonComp.Formats;

/// <summary>The codes of the Bureau's tables beside those of the sectors.</summary>
internal static class NationalBureauCodes
{
    public const string IntermediateUse = "TIU", Exports = "EX", Imports = "IM", Error = "ERR", Output = "GO", FinalUse = "TFU", Consumption = "TC";

    public const string IntermediateInput = "TII", ValueAddedTotal = "TVA", TotalInput = "TI";

    public const string Domestic = "Domestic", Imported = "Imports", Both = "TOT";

    /// <summary>Final uses; total consumption is one only where it is not divided.</summary>
    public static readonly (string Code, string Name)[] FinalUses =
    [
        ("FU101", "rural households"), ("FU102", "urban households"), ("FU103", "government"), ("TC", "consumption"),
        ("FU201", "fixed capital"), ("FU202", "inventories"),
    ];

    public static readonly (string Code, string Name)[] ValueAdded =
        [("VA001", "compensation of employees"), ("VA002", "net taxes on production"), ("VA003", "depreciation"), ("VA004", "operating surplus")];

    /// <summary>The parts that a column adds up; only where all are there.</summary>
    public static readonly (string Code, string[] Parts)[] Sums =
        [("THC", ["FU101", "FU102"]), ("TC", ["FU101", "FU102", "FU103"]), ("GCF", ["FU201", "FU202"]), ("TFU", ["TC", "FU201", "FU202", "EX"])];

    public static readonly HashSet<string> ColumnCodes = new(StringComparer.OrdinalIgnoreCase)
        { "TIU", "FU101", "FU102", "THC", "FU103", "TC", "FU201", "FU202", "GCF", "EX", "TFU", "IM", "ERR", "GO" };

    public static readonly string[] RowCodes = [IntermediateInput, .. ValueAdded.Select(v => v.Code), ValueAddedTotal, TotalInput];

    public static readonly HashSet<string> Origins = new(StringComparer.OrdinalIgnoreCase) { Domestic, Imported, Both };
}
