using System.Globalization;
using CarbonComp.Studies;

namespace CarbonComp.Prepare;

/// <summary>Writes the constructed emissions of <c>data/bth-2020</c> again, from its public figures and <c>data/inventories</c>.</summary>
internal static class BthEmissions
{
    /// <param name="data">The folder <c>data</c>.</param>
    public static void Write(string data)
    {
        var folder = Path.Combine(data, "bth-2020");
        var inventory = BeijingTianjinHebei.Load(folder).Inventory;
        foreach (var (file, households) in new[] { ("emissions.csv", false), ("household-emissions.csv", true) })
            AtomicFile.Write(Path.Combine(folder, file), stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
                writer.WriteLine("region,sector,value,status");
                foreach (var (region, sector, tonnes, status) in inventory.Rows(households))
                    writer.WriteLine(string.Join(',', region, sector, tonnes.ToString(CultureInfo.InvariantCulture), status));
            });
        DataPackage.Seal(folder);
    }
}
