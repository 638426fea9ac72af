namespace CarbonComp.Formats.Tests;

/// <summary>EXIOBASE from release 3.9 on: extensions by folder, emissions by gas, and folders in folders.</summary>
public sealed class ExiobaseReleaseTests : IDisposable
{
    private static readonly string[] Stressors = ["CO2 - combustion - air", "CO2_bio - combustion - air", "CH4 - agriculture - air",
        "CH4 - non combustion - Mining of coking coal - air", "CH4_bio - combustion - air", "N2O - agriculture - air", "SF6 - air", "HFC - air", "PFC - air",
        "NOx - combustion - air"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>The sample with the folders of the new releases: each stressor s emits s + 1 kg a sector and 10 (s + 1) kg a region's final users.</summary>
    private static Dictionary<string, string> Release(Func<string, string>? unit = null, string under = "")
    {
        unit ??= s => s[..3] is "HFC" or "PFC" ? "kg CO2-eq" : "kg";
        var files = WorldSample.Exiobase().Where(f => !f.Key.Contains("/air/", StringComparison.Ordinal)).ToDictionary();
        string[] Heading(string name) => WorldSample.Exiobase()[name].Split('\n')[..2];
        string Rows(string heading, int columns, double scale) => string.Join('\n', Heading(heading)) + "\n" + string.Concat(Stressors.Select((s, k) =>
            $"{s}\t{string.Join('\t', Enumerable.Repeat((k + 1) * scale, columns))}\n"));
        foreach (var name in new[] { "air_emissions", "water" })
        {
            files[$"IOT_2015_ixi/{name}/F.txt"] = Rows("IOT_2015_ixi/air/F.txt", 9, 1);
            files[$"IOT_2015_ixi/{name}/F_Y.txt"] = Rows("IOT_2015_ixi/air/F_Y.txt", 3, 10);
            files[$"IOT_2015_ixi/{name}/unit.txt"] = "stressor\tunit\n" + string.Concat(Stressors.Select(s => $"{s}\t{unit(s)}\n"));
        }
        return files.ToDictionary(f => under + f.Key, f => f.Value);
    }

    private string Zip(Dictionary<string, string> files)
    {
        WorldSample.Zip(folder.File("IOT.zip"), files);
        return folder.File("IOT.zip");
    }

    [Fact]
    public void Extensions_are_listed_and_named_in_the_error()
    {
        var path = Zip(Release());
        Assert.Equal(["air_emissions", "water"], ExiobaseTable.Extensions(path));
        Assert.Contains("extensions air_emissions, water", Assert.Throws<DataException>(() => ExiobaseTable.Read(path, 1, "satellite")).Message);
    }

    [Theory, InlineData(""), InlineData("data/exiobase/3.9.5/"), InlineData("a/")]
    public void Folders_may_lie_in_others(string under)
    {
        var files = Release(under: under);
        files["__MACOSX/IOT_2015_ixi/Z.txt"] = "not a table";
        var reading = ExiobaseTable.Read(Zip(files), 1, "water");
        Assert.Equal(2015, reading.Description.Year);
        Assert.Equal(10, reading.Satellites.Count);
        Assert.Equal("kg", reading.SatelliteUnits["SF6 - air"]);
        Assert.True((reading.Table.Output - WorldSample.Closed.Output).AbsoluteMaximum() < 1e-9);
    }

    [Fact]
    public void Two_tables_in_one_archive_are_told_apart_by_the_caller()
    {
        var two = Release().Concat(Release(under: "b/")).ToDictionary();
        Assert.Contains("several tables in it, in IOT_2015_ixi/, b/IOT_2015_ixi/", Assert.Throws<DataException>(() => ExiobaseTable.Read(Zip(two), 1)).Message);
        Assert.Contains("archives in it: IOT_2015_ixi.zip", Assert.Throws<DataException>(() =>
            ExiobaseTable.Extensions(Zip(new() { ["IOT_2015_ixi.zip"] = "x" }))).Message);
    }

    [Fact]
    public void Gases_become_equivalents_by_their_names()
    {
        var reading = ExiobaseTable.Read(Zip(Release()), 1, "air_emissions");
        var gases = ExiobaseGases.Characterize(reading, GlobalWarmingPotentials.Ar6);
        // Rows are 1, 2, 3, … kg: CO2 1, biogenic 2 not counted, methane 3 and 5 other, 4 fossil, N2O 6, SF6 7, HFC and PFC 8 and 9 as they are.
        var kilograms = 1 + 3 * 27.0 + 4 * 29.8 + 5 * 27.0 + 6 * 273 + 7 * 25200.0 + 8 + 9;
        Assert.All(gases.Emissions.In("t CO2e").Values, v => Assert.Equal(kilograms / 1000, v, 1e-9));
        Assert.All(gases.HouseholdEmissions.In("t CO2e").Values, v => Assert.Equal(kilograms / 100, v, 1e-9));
        Assert.Equal(9, gases.Stressors.Count);
        Assert.Equal("CO2 of biomass, not counted", gases.Stressors[1].Gas);
        Assert.Equal(gases.Emissions.Total + gases.HouseholdEmissions.Total, gases.Stressors.Sum(s => s.Tonnes), 1e-6);
        var more = ExiobaseGases.Characterize(reading, GlobalWarmingPotentials.Ar5, withBiogenic: true);
        Assert.Equal((1 + 2 + 3 * 28.0 + 4 * 30 + 5 * 28 + 6 * 265 + 7 * 23500.0 + 8 + 9) / 1000, more.Emissions.Values[0], 1e-9);
        Assert.Contains("GWP100 AR5", more.Caption);
    }

    [Fact]
    public void What_cannot_be_characterized_is_told_all_at_once()
    {
        var read = ExiobaseTable.Read(Zip(Release(s => s == "SF6 - air" ? "litres" : "kg")), 1, "air_emissions");
        var wrong = Assert.Throws<DataException>(() => ExiobaseGases.Characterize(read, GlobalWarmingPotentials.Ar6)).Message;
        Assert.Contains("\"SF6 - air\" is in \"litres\"", wrong);
        Assert.Contains("\"HFC - air\" is in \"kg\", which is not a mass of CO2-eq", wrong);
        var files = Release();
        files.Remove("IOT_2015_ixi/air_emissions/unit.txt");
        Assert.Contains("has no unit", Assert.Throws<DataException>(() => ExiobaseGases.Characterize(ExiobaseTable.Read(Zip(files), 1, "air_emissions"),
            GlobalWarmingPotentials.Ar6)).Message);
        Assert.Contains("no extension was read", Assert.Throws<DataException>(() => ExiobaseGases.Characterize(ExiobaseTable.Read(Zip(Release()), 1),
            GlobalWarmingPotentials.Ar6)).Message);
        var set = new GlobalWarmingPotentials("own", "none", 30, 28, 265);
        Assert.Contains("own has no potential for \"SF6 - air\"", Assert.Throws<DataException>(() => ExiobaseGases.Characterize(
            ExiobaseTable.Read(Zip(Release()), 1, "air_emissions"), set)).Message);
    }

    [Fact]
    public void Empty_cells_of_an_extension_are_zero_and_counted()
    {
        var files = Release();
        var lines = files["IOT_2015_ixi/air_emissions/F.txt"].Split('\n');
        lines[2] = lines[2][..^1];
        files["IOT_2015_ixi/air_emissions/F.txt"] = string.Join('\n', lines);
        var reading = ExiobaseTable.Read(Zip(files), 1, "air_emissions");
        Assert.Equal(0, reading.Satellites["CO2 - combustion - air"][8]);
        Assert.Contains(reading.Notes, n =>
            n.StartsWith("1 empty cell was read as zero: IOT.zip, IOT_2015_ixi/air_emissions/F.txt, line 3, column 10", StringComparison.Ordinal));
    }
}
