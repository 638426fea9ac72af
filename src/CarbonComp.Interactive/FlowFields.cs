namespace CarbonComp.Interactive;

/// <summary>The columns of a table's flows and the names of what is beside the sectors, as in the library's tidy files.</summary>
internal static class FlowFields
{
    public const string FromRegion = "from_region";
    public const string FromSector = "from_sector";
    public const string ToRegion = "to_region";
    public const string ToSector = "to_sector";
    public const string UsePrefix = "use:";
    public const string Exports = "exports";
    public const string CompetitiveImports = "competitive imports";
    public const string Error = "error";
    public const string Output = "output";
    public const string ImportedInputs = "imported inputs";
    public const string ValueAdded = "value added";
}
