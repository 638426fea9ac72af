using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Formats.Tests;

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

    [Fact]
    public void Oecd_writes_final_use_before_its_country_in_one_edition()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("2016.csv"), WorldSample.Oecd2016());
        var t = OecdTable.ReadCsv(folder.File("2016.csv")).Table;
        Assert.Equal(["AUS", "CHN", "ROW"], t.Regions.Codes);
        Near(t.Intermediate, t.FinalUse);
        Assert.All(t.Error, v => Assert.Equal(1, v, 1e-9));
        Assert.True((t.Output - Expected.Output - 1).AbsoluteMaximum() < 1e-9);
    }

    [Fact]
    public void Eora_satellites_are_read_by_what_their_labels_contain()
    {
        using var folder = new TemporaryFolder();
        WorldSample.Zip(folder.File("eora.zip"), WorldSample.Eora());
        var reading = EoraTable.Read(folder.File("eora.zip"), satellites: "CO2");
        Assert.Equal([1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000],
            reading.Emissions("CO2", "Gg CO2").In("t CO2").Values, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([10, 20, 30], reading.HouseholdEmissions("CO2", "Gg CO2").Values);
        Assert.Equal("I-GHG-CO2 emissions (Gg): Total", Assert.Single(reading.Satellites.Keys));
        Assert.Contains("There are: I-GHG-CO2 emissions (Gg): Total",
            Assert.Throws<DataException>(() => EoraTable.Read(folder.File("eora.zip"), satellites: "SF6")).Message);
        Assert.Contains("2 satellite rows have \"GHG\"",
            Assert.Throws<DataException>(() => EoraTable.Read(folder.File("eora.zip"), satellites: "").Emissions("GHG", "t CO2")).Message);
        Assert.Contains("none was read", Assert.Throws<DataException>(() => EoraTable.Read(folder.File("eora.zip")).Emissions("CO2", "t CO2")).Message);
    }

    [Fact]
    public void Exiobase_is_read_from_coefficients_with_and_without_output()
    {
        using var folder = new TemporaryFolder();
        var files = WorldSample.Exiobase(coefficients: true).ToDictionary();
        WorldSample.Zip(folder.File("with.zip"), files);
        files.Remove("IOT_2015_ixi/x.txt");
        files["IOT_2015_ixi/air/F_hh.txt"] = files["IOT_2015_ixi/air/F_Y.txt"];
        files.Remove("IOT_2015_ixi/air/F_Y.txt");
        WorldSample.Zip(folder.File("without.zip"), files);
        var (with, without) = (ExiobaseTable.Read(folder.File("with.zip"), 1, "air"), ExiobaseTable.Read(folder.File("without.zip"), 1, "air"));
        Near(with.Table.Intermediate, with.Table.FinalUse);
        Near(without.Table.Intermediate, without.Table.FinalUse);
        Assert.True((without.Table.Output - Expected.Output).AbsoluteMaximum() < 1e-9);
        Assert.Equal([10, 20, 30], without.HouseholdEmissions("CO2", "t CO2").Values);
        Assert.Contains(without.Notes, n => n.Contains("what final use requires", StringComparison.Ordinal));
        files["IOT_2015_ixi/A.txt"] = files["IOT_2015_ixi/A.txt"].Replace("0.0", "9.0", StringComparison.Ordinal);
        WorldSample.Zip(folder.File("wrong.zip"), files);
        Assert.Contains("wrong.zip: The table is not productive", Assert.Throws<DataException>(() => ExiobaseTable.Read(folder.File("wrong.zip"), 1)).Message);
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
        Assert.Equal(["AUS", "ROU", "RoW"], t.Regions.Codes);
        Assert.True((t.ValueAdded - Expected.ValueAdded).AbsoluteMaximum() < 1e-9);
    }

    private static void Near(Matrix<double> intermediate, Matrix<double> finalUse)
    {
        Assert.True((intermediate - Expected.Intermediate).Enumerate().Max(Math.Abs) < 1e-9);
        Assert.True((finalUse - Expected.FinalUse).Enumerate().Max(Math.Abs) < 1e-9);
    }
}
