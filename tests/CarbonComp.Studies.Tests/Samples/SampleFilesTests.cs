using System.Runtime.CompilerServices;

namespace CarbonComp.Studies.Tests.Samples;

/// <summary>The files of <c>data/samples</c> hold the table that their README names, each in its layout.</summary>
public class SampleFilesTests
{
    private static readonly MultiRegionalTable Cities = BthStudy.Case.ConstructTable().Table;

    // How the sample is read, what a yuan is in its unit, whether it is a world without abroad, and how its numbers are rounded.
    private static readonly Dictionary<string, (Func<MultiRegionalTable> Read, double Factor, bool IsWorld, double Rounding)> Samples = new()
    {
        ["ceads.xlsx"] = (() => CeadsTable.Read(Path("ceads.xlsx"), status: ValueStatus.Constructed).Table, 1e-4, false, 0),
        ["oecd-icio.csv"] = (() => OecdTable.ReadCsv(Path("oecd-icio.csv"), status: ValueStatus.Constructed).Table, 1e-6, true, 0),
        ["oecd-2016-2020.zip"] = (() => OecdTable.ReadCsv(Path("oecd-2016-2020.zip"), 2020, status: ValueStatus.Constructed).Table, 1e-6, true, 0),
        ["exiobase.zip"] = (() => ExiobaseTable.Read(Path("exiobase.zip"), 1, status: ValueStatus.Constructed).Table, 1e-6, true, 0),
        ["exiobase-3.9.zip"] = (() => ExiobaseTable.Read(Path("exiobase-3.9.zip"), 1, "air_emissions", ValueStatus.Constructed).Table, 1e-6, true, 0),
        ["WIOT2020_Nov16_ROW.xlsb"] = (() => WiodTable.Read2016(Path("WIOT2020_Nov16_ROW.xlsb"), status: ValueStatus.Constructed).Table, 1e-6, true, 0),
        ["ADB-MRIO-2020.xlsx"] = (() => AdbTable.ReadXlsx(Path("ADB-MRIO-2020.xlsx"), status: ValueStatus.Constructed).Table, 1e-6, true, 0),
        ["figaro"] = (() => FigaroTable.ReadCsv(Path("matrix_eu-ic-io_ind-by-ind_24ed_2020.csv"), 1, status: ValueStatus.Constructed).Table, 1e-6, true, 0),
        ["figaro-flat.zip"] = (() => FigaroTable.ReadCsv(Path("figaro-flat.zip"), 1, 2020, status: ValueStatus.Constructed).Table, 1e-6, true, 0),
        ["GLORIA_MRIOs_59_2020.zip"] = (() => GloriaTable.Read(Path("GLORIA_MRIOs_59_2020.zip"), status: ValueStatus.Constructed).Table, 1e-6, true, 0),
        ["EMERGING_V2_2020.mat"] = (() => EmergingTable.Read(Path("EMERGING_V2_2020.mat"), status: ValueStatus.Constructed).Table, 1e-6, true, 0),
        ["eora.zip"] = (() => EoraTable.Read(Path("eora.zip"), status: ValueStatus.Constructed).Table, 1e-6, true, 0),
        ["wiot_2020"] = (() => WiodTable.ReadCsv(Path(""), 2020, ValueStatus.Constructed).Table, 1e-6, true, 0.5),
        ["wiot20_row.xlsx"] = (() => WiodTable.ReadXlsx(Path("wiot20_row.xlsx"), ValueStatus.Constructed).Table, 1e-6, true, 0),
    };

    public static TheoryData<string> Names { get; } = [.. Samples.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_sample_is_the_constructed_table_of_four_regions(string name)
    {
        var (read, factor, isWorld, rounding) = Samples[name];
        var table = read();
        Assert.Equal((4, 7), (table.Regions.Count, table.Sectors.Count));
        string[] regions = ["Beijing", "Tianjin", "Hebei", "Rest of China"];
        for (var i = 0; i < table.Axis.Count; i++)
            for (var j = 0; j < table.Axis.Count; j++)
            {
                var expected = Sum(regions[i / 7], regions[j / 7], i % 7, j % 7) * factor;
                Assert.Equal(expected, table.Intermediate[i, j], rounding + 1e-9 * expected);
            }
        Assert.Equal(isWorld, table.Exports.Sum() == 0);
        Assert.Equal(Cities.Output.Sum() * factor, table.Output.Sum(), 28 * rounding + 1e-9 * Cities.Output.Sum() * factor);
    }

    [Theory]
    [InlineData("text-in-a-cell", "12,4 (?)")]
    [InlineData("number-changed", "total")]
    [InlineData("heading-shifted", "01")]
    public void A_damaged_sample_is_refused_with_its_fault(string fault, string part) =>
        Assert.Contains(part, Assert.Throws<DataException>(() => CeadsTable.Read(Path($"ceads-{fault}.xlsx"))).Message, StringComparison.Ordinal);

    private static double Sum(string from, string to, int i, int j)
    {
        var sum = 0.0;
        for (var r = 0; r < Cities.Regions.Count; r++)
            for (var s = 0; s < Cities.Regions.Count; s++)
                if (Merged(r) == from && Merged(s) == to)
                    sum += Cities.Intermediate[r * 7 + i, s * 7 + j];
        return sum;
    }

    private static string Merged(int region) => Cities.Regions.Labels[region] is "Beijing" or "Tianjin" or "Rest of China" ? Cities.Regions.Labels[region]
        : "Hebei";

    private static string Path(string name, [CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../data/samples", name));
}
