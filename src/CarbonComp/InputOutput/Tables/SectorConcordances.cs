namespace CarbonComp.InputOutput;

/// <summary>The links between sectors of inventories and of national tables, from a data package; every link states its reason.</summary>
/// <remarks>The package has three resources: <c>classifications</c> (name and the broader one that each leads to), <c>sectors</c> (code, names, the
/// broader sector each belongs to, and whether it supplies fuels), <c>inventory-links</c> (inventory sectors and table sectors, for fuels and for
/// processes). Classifications form chains, such as 2017-149 → 2017-42 → 30 → 9 → 7.</remarks>
public sealed class SectorConcordances
{
    /// <summary>The basis that most inventory sectors are divided by: what the receiving sectors pay for coal, oil, gas and their products.</summary>
    public const string FuelPurchases = "fuel purchases";

    // The basis of sectors whose fuels are mostly raw material.
    private const string OutputBasis = "output";

    private readonly DataTable sectors;
    private readonly (string Table, string Flow, SectorLink Link)[] links;
    private readonly Dictionary<string, string> broader;
    private readonly Dictionary<string, SectorAxis> axes;

    private SectorConcordances(DataPackage package)
    {
        var classifications = package["classifications"];
        sectors = package["sectors"];
        broader = classifications.Texts("classification").Zip(classifications.Texts("broader"))
            .ToDictionary(c => c.First, c => c.Second, StringComparer.OrdinalIgnoreCase);
        axes = broader.Keys.ToDictionary(c => c, c => AxisOf(sectors.Where("classification", c)), StringComparer.OrdinalIgnoreCase);
        var rows = package["inventory-links"];
        var (tables, flows, from, to) = (rows.Texts("classification"), rows.Texts("flow"), rows.Texts("inventory_sector"), rows.Texts("sector"));
        var (part, bases, reasons) = (rows.Numbers("part"), rows.Texts("basis"), rows.Texts("reason"));
        links = [.. tables.Select((table, i) => (table, flows[i], new SectorLink(from[i], to[i], part[i], bases[i], reasons[i])))];
    }

    /// <summary>Loads the package from its folder, <c>data/concordances</c>.</summary>
    /// <exception cref="DataException">The package is damaged or a resource is missing.</exception>
    public static SectorConcordances Load(string folder) => new(DataPackage.Load(folder));

    /// <summary>The classifications, from the most detailed.</summary>
    public IReadOnlyCollection<string> Classifications => broader.Keys;

    /// <summary>The sectors of a classification, such as <c>2017-149</c>.</summary>
    /// <exception cref="InputOutputException">No such classification.</exception>
    public SectorAxis Sectors(string classification) => axes.TryGetValue(classification, out var axis) ? axis
        : throw new InputOutputException($"There is no classification \"{classification}\". There are: {string.Join(", ", Classifications)}.");

    /// <summary>Whether a classification is another, or leads to it.</summary>
    /// <exception cref="InputOutputException">No such classification.</exception>
    public bool Leads(string from, string to)
    {
        _ = (Sectors(from), Sectors(to));
        return LeadsTo(from).Prepend(from).Contains(to, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>From a classification to a broader one, over those between them.</summary>
    /// <exception cref="InputOutputException">No such classification, or one that the first does not lead to.</exception>
    public Concordance Between(string from, string to)
    {
        var (axis, broad) = (Sectors(from), Sectors(to));
        string[] chain = [from, .. LeadsTo(from)];
        if (!chain.Contains(to, StringComparer.OrdinalIgnoreCase))
            throw new InputOutputException($"{from} does not lead to {to}; it leads to {string.Join(", ", chain.Skip(1))}.");
        IEnumerable<string> code = axis.Codes;
        foreach (var at in chain.TakeWhile(c => !c.Equals(to, StringComparison.OrdinalIgnoreCase)))
        {
            var step = sectors.Where("classification", at);
            var parent = step.Texts("code").Zip(step.Texts("broader")).ToDictionary(s => s.First, s => s.Second, StringComparer.OrdinalIgnoreCase);
            code = [.. code.Select(c => parent[c])];
        }
        return Concordance.Of(axis, broad, axis.Codes.Zip(code));
    }

    /// <summary>From the sectors of an inventory to those of a classification that links are given for.</summary>
    /// <exception cref="InputOutputException">No such classification, or one without links.</exception>
    /// <exception cref="AxisException">An inventory of other sectors.</exception>
    public SectorBridge Inventory(string classification, SectorAxis inventory)
    {
        var (axis, own) = (Sectors(classification), Links(classification, "fuels"));
        return own.Length > 0 ? new(inventory, axis, own) : throw new InputOutputException($"No inventory is linked to {classification}. "
            + $"Linked are: {string.Join(", ", links.Select(l => l.Table).Distinct())}; aggregate from one of them.");
    }

    /// <summary>Emissions of an inventory by the sectors of a national table and by source, t CO2.</summary>
    /// <remarks>Fuels and other energy are divided by the links' bases as the table has them; process emissions by links of their own: cement is made
    /// in one of the sectors of mineral products. The nation's proportions serve for each province. Households stay apart.
    /// Fuel purchases are what each sector of the table buys of <see cref="FuelSuppliers"/>, of the inventory's year or near it; output is by sector of the
    /// same table.</remarks>
    /// <returns>Sectors × sources; constructed where a sector had to be divided.</returns>
    /// <exception cref="InputOutputException">No such classification, or one without links.</exception>
    /// <exception cref="AxisException">A table or inventory of other sectors.</exception>
    public LabelledMatrix Emissions(EmissionInventory inventory, string classification, LabelledVector fuelPurchases, LabelledVector output)
    {
        var axis = Sectors(classification);
        axis.Require(fuelPurchases.Axis, fuelPurchases.Name);
        axis.Require(output.Axis, output.Name);
        var bases = new Dictionary<string, LabelledVector>(StringComparer.OrdinalIgnoreCase) { [FuelPurchases] = fuelPurchases, [OutputBasis] = output };
        var fuels = Inventory(classification, inventory.Sectors);
        var own = Links(classification, "processes");
        var replaced = own.Select(l => l.From).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var processes = own.Length == 0 ? fuels
            : new SectorBridge(inventory.Sectors, axis, [.. fuels.Links.Where(l => !replaced.Contains(l.From)), .. own]);
        var process = inventory.Sources.Columns.IndexOf(EmissionInventory.ProcessSource);
        LabelledMatrix Part(bool ofProcesses) => new(inventory.Sources.Name, inventory.Sectors, inventory.Sources.Columns,
            inventory.Sources.Values.MapIndexed((_, c, v) => c == process == ofProcesses ? v : 0), inventory.Sources.Unit, inventory.Sources.Status);
        return (fuels.Of(Part(false), bases) + processes.Of(Part(true), bases)).Named(inventory.Sources.Name);
    }

    /// <summary>The codes of a classification's sectors that supply coal, oil, gas and their products.</summary>
    /// <exception cref="InputOutputException">No such classification.</exception>
    public IReadOnlyList<string> FuelSuppliers(string classification)
    {
        _ = Sectors(classification);
        var own = sectors.Where("classification", classification);
        return [.. own.Texts("code").Zip(own.Texts("fuel")).Where(s => s.Second == "true").Select(s => s.First)];
    }

    private SectorLink[] Links(string classification, string flow) =>
        [.. links.Where(l => l.Flow == flow && l.Table.Equals(classification, StringComparison.OrdinalIgnoreCase)).Select(l => l.Link)];

    private IEnumerable<string> LeadsTo(string classification)
    {
        for (var at = broader[classification]; at.Length > 0; at = broader[at]) yield return at;
    }

    private static SectorAxis AxisOf(DataTable rows)
    {
        var (codes, names, local) = (rows.Texts("code"), rows.Texts("name"), rows.Texts("local_name"));
        return new(codes.Select((code, i) => new Sector(code, names[i], local[i])));
    }
}
