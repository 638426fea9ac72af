using System.Globalization;

namespace CarbonComp;

/// <summary>Emission inventories in a data package, such as <c>data/inventories</c>.</summary>
/// <remarks>
/// The package has the tables <c>regions</c>, <c>sectors</c> (with the kind <c>sector</c> or <c>household</c>), <c>sources</c>, and one table
/// a year, such as <c>emissions-2019</c>, with the fields <c>region</c> and <c>sector</c> and one field a source.
/// </remarks>
public static class InventoryPackage
{
    private const string Prefix = "emissions-";

    /// <summary>Reads the inventories of the years given, or of all.</summary>
    /// <exception cref="DataException">A damaged package, a year that is missing, a sector or source without a number.</exception>
    public static EmissionInventories Load(string folder, params IEnumerable<int> years)
    {
        var package = DataPackage.Load(folder);
        int[] there = [.. package.Resources.Where(t => t.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(t => int.Parse(t.Name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture)).Order()];
        int[] wanted = [.. years];
        if (wanted.Except(there).ToArray() is [var missing, ..])
            throw new DataException(package.Name, $"there is no inventory of {missing}. There are: {string.Join(", ", there)}.");
        return new(package.Title, (wanted.Length == 0 ? there : wanted).SelectMany(year => Read(package, year)));
    }

    private static IEnumerable<EmissionInventory> Read(DataPackage package, int year)
    {
        var table = package[Invariant($"{Prefix}{year}")];
        var sectors = package["sectors"].Where("kind", "sector").SectorAxis();
        var listed = package["sectors"].Where("kind", "household");
        var households = CategoryAxis.Of("household", listed.Texts("code").Zip(listed.Texts("name"), (code, name) => (code, name, "")));
        (string Field, string Name)[] sources = [.. package["sources"].Texts("code").Zip(package["sources"].Texts("name"))];
        foreach (var region in package["regions"].RegionAxis())
        {
            var rows = table.Where("region", region.Name);
            yield return new(region, year, Of("emissions", rows, sectors), Of("emissions of households", rows, households));
        }

        LabelledMatrix Of(string name, DataTable rows, Axis axis)
        {
            var own = rows.Where("sector", axis);
            return LabelledMatrix.OfColumns(name, "source", sources.Select(s => own.Vector(s.Field, axis, "sector").Named(s.Name)));
        }
    }
}
