using System.Globalization;
using CarbonComp.Formats;

namespace CarbonComp.Prepare;

/// <summary>Writes <c>data/inventories</c> from CEADs' workbooks: scope 1 of every province, and of the nation, by sector and source.</summary>
internal static class Inventories
{
    private const string National = "China_CO2_Inventory_1997-2019_(IPCC_Sectoral_Emissions).xlsx";

    private static readonly int[] Years = [2007, 2010, 2012, 2015, 2017, 2018, 2019];

    /// <param name="data">The folder <c>data</c>.</param>
    /// <param name="workbooks">The folder of the workbooks, under the names that CEADs gives them.</param>
    public static void Write(string data, string workbooks)
    {
        var folder = Path.Combine(data, "inventories");
        var path = Path.Combine(workbooks, National);
        foreach (var year in Years)
        {
            Console.WriteLine($"Reading {year}");
            var provinces = CeadsInventory.Read(Path.Combine(workbooks, $"Emission_Inventories_for_30_Provinces_{year}.xlsx"));
            WriteYear(Path.Combine(folder, $"emissions-{year}.csv"),
                [.. provinces.OrderBy(i => i.Region.Code, StringComparer.Ordinal), CeadsInventory.Read(path, "China", year)]);
        }
        DataPackage.Seal(folder);
    }

    private static void WriteYear(string path, IReadOnlyList<EmissionInventory> inventories)
    {
        var sources = inventories[0].Sources.Columns.Labels;
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            writer.WriteLine(string.Join(',', ["region", "sector", .. sources.Select(Field)]));
            foreach (var inventory in inventories)
            {
                foreach (var part in new[] { inventory.Sources, inventory.HouseholdSources })
                    for (var i = 0; i < part.Rows.Count; i++)
                        writer.WriteLine(string.Join(',', [inventory.Region.Name, part.Rows.Codes[i], .. part.Values.Row(i).Select(Kilograms)]));
            }
        });
    }

    /// <summary>A source as a field's name: <c>Raw coal</c> → <c>raw_coal</c>.</summary>
    private static string Field(string source) => source.ToLowerInvariant().Replace(' ', '_');

    // Tonnes to the kilogram: a province's total keeps ten digits.
    private static string Kilograms(double tonnes) => Math.Round(tonnes, 3).ToString(CultureInfo.InvariantCulture);
}
