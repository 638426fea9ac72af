using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class WorldTableTests
{
    private static readonly MultiRegionalTable Expected = WorldSample.Closed;

    [Fact]
    public void Oecd_zones_are_added_to_their_country()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("2018.csv"), WorldSample.Oecd());
        var t = OecdTable.ReadCsv(folder.File("2018.csv")).Table;
        Assert.Equal(["AUS", "CHN", "ROW"], t.Regions.Codes);
        Near(t.Intermediate, t.FinalUse);
        Assert.True((t.ValueAdded - Expected.ValueAdded).AbsoluteMaximum() < 1e-9);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Eora_trade_with_its_discrepancy_region_is_kept_apart(bool zipped)
    {
        using var folder = new TemporaryFolder();
        var path = zipped ? folder.File("eora.zip") : folder.Path;
        if (zipped) WorldSample.Zip(path, WorldSample.Eora());
        else foreach (var (name, text) in WorldSample.Eora()) File.WriteAllText(folder.File(name), text);
        var t = EoraTable.Read(path).Table;
        Assert.Equal("thousand US$", t.Unit.Symbol);
        Near(t.Intermediate, t.FinalUse);
        Assert.All(t.Exports, v => Assert.Equal(2, v));
        Assert.All(t.ImportedInputs, v => Assert.Equal(1, v));
        Assert.True((t.Output - Expected.Output - 2).AbsoluteMaximum() < 1e-9);
    }

    [Theory, InlineData("2015.zip", ""), InlineData("2015", ""), InlineData("2015", "2015")]
    public void Eora_labels_are_found_in_the_indices_beside_the_year_or_in_it(string year, string indices)
    {
        using var folder = new TemporaryFolder();
        var files = WorldSample.Eora();
        Dictionary<string, string> Part(bool labels) => files.Where(f => f.Key.StartsWith("labels", StringComparison.Ordinal) == labels).ToDictionary();
        var path = folder.File(year);
        if (year == "2015.zip") WorldSample.Zip(path, Part(labels: false));
        else
        {
            Directory.CreateDirectory(path);
            foreach (var (name, text) in Part(labels: false)) File.WriteAllText(Path.Combine(path, name), text);
        }
        Assert.Contains("there is no file labels_T.txt", Assert.Throws<DataException>(() => EoraTable.Read(path)).Message);
        WorldSample.Zip(Path.Combine(folder.Path, indices, "indices.zip"), Part(labels: true));
        var t = EoraTable.Read(path).Table;
        Assert.Equal(["R1", "R2", "R3"], t.Regions.Codes);
        Near(t.Intermediate, t.FinalUse);
    }

    [Fact]
    public void Exiobase_is_read_with_an_extension()
    {
        using var folder = new TemporaryFolder();
        WorldSample.Zip(folder.File("IOT_2015_ixi.zip"), WorldSample.Exiobase());
        var reading = ExiobaseTable.Read(folder.File("IOT_2015_ixi.zip"), 1, "air");
        Near(reading.Table.Intermediate, reading.Table.FinalUse);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30], reading.Satellites["CO2"]);
        Assert.Equal(2, ExiobaseTable.Read(folder.File("IOT_2015_ixi.zip"), 2).Table.Output[0] / reading.Table.Output[0], 1e-12);
        Assert.Contains("water/F.txt", Assert.Throws<DataException>(() => ExiobaseTable.Read(folder.File("IOT_2015_ixi.zip"), 1, "water")).Message);
    }

    [Fact]
    public void Wiod_workbooks_are_read()
    {
        using var folder = new TemporaryFolder();
        Workbook.Write(folder.File("wiot00.xlsx"), ("WIOT_2000", WorldSample.WiodWorkbook()));
        var t = WiodTable.ReadXlsx(folder.File("wiot00.xlsx")).Table;
        Near(t.Intermediate, t.FinalUse);
        Assert.Equal(-2, t.FinalUseByCategory[0, 4]);
        Assert.Equal(["households", "non-profit organisations", "government", "fixed capital", "inventories"], t.Categories.Labels);
        Assert.True(t.Validate(1e-9).IsBalanced);
    }

    private static void Near(Matrix<double> intermediate, Matrix<double> finalUse)
    {
        Assert.True((intermediate - Expected.Intermediate).Enumerate().Max(Math.Abs) < 1e-9);
        Assert.True((finalUse - Expected.FinalUse).Enumerate().Max(Math.Abs) < 1e-9);
    }
}
