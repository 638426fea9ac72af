namespace CarbonComp.Studies;

/// <summary>The inputs of a case, each with its status and its publications.</summary>
internal static class CaseInputs
{
    private static readonly Dictionary<string, string[]> Tables = new()
    {
        ["energy use"] = ["energy"], ["emissions by sector"] = ["emissions"],
        ["land by class"] = ["land"], ["GDP, population"] = ["economy"], ["price level"] = ["prices"],
        ["the nation"] = ["nation"], ["sink prices, exchange rate, Engel coefficient"] = ["parameters"],
    };

    /// <param name="study">The case.</param>
    /// <param name="constructed">The tables that an input is made from where it has none of its own.</param>
    public static Table Of(BudgetCase study, IReadOnlyDictionary<string, string[]> constructed)
    {
        var package = study.Package;
        var unused = study.GivesEmissions ? "energy use" : "emissions by sector";
        var rows = Tables.Where(input => input.Key != unused).Select(input => Row(package, input.Key, input.Value.All(package.Has) ? (input.Value, null)
            : (constructed[input.Key], ValueStatus.Constructed))).ToArray();
        return Table.OfRows($"{package.Title}: {study.Regions.Count} {study.Regions.Kinds}, {string.Join(", ", study.Years)}. Inputs", rows,
            study.Model.Budget().Status)
            .With("input", r => r.Input).With("status", r => r.Status).With("source", r => r.Source);
    }

    private static (string Input, string Status, string Source) Row(DataPackage package, string input, (string[] Tables, ValueStatus? Status) from)
    {
        var tables = from.Tables.Select(name => package[name]).ToArray();
        // A parameter has a source of its own; else the table's count, else the package's.
        var sources = tables.SelectMany(t => t.Name == "parameters" && t.Has("source") ? t.Texts("source") : (t.Sources.Count > 0 ? t.Sources
            : package.Sources).Select(s => s.Title)).Where(s => s.Length > 0).Distinct();
        return (input, (from.Status ?? ValueStatuses.Weakest(tables.Select(t => t.Status))).Caption(), string.Join("; ", sources));
    }
}
