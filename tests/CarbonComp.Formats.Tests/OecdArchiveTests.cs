namespace CarbonComp.Formats.Tests;

/// <summary>The OECD's archives of several years, and the parts of China and Mexico.</summary>
public sealed class OecdArchiveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Zip(params (string Name, string Text)[] files)
    {
        var path = folder.File("2016-2020.zip");
        WorldSample.Zip(path, files.ToDictionary(f => f.Name, f => f.Text));
        return path;
    }

    [Theory, InlineData("2017.csv"), InlineData("2017_SML.csv"), InlineData("ICIO2021_2017.csv"), InlineData("years/2017.csv")]
    public void A_year_is_read_from_the_archive(string name)
    {
        var path = Zip(("2016.csv", "not a table"), (name, WorldSample.Oecd()), ("2021.csv", "not a table"), ("ReadMe.txt", "2017"));
        var reading = OecdTable.ReadCsv(path, 2017);
        Assert.Equal((2017, 3), (reading.Description.Year, reading.Table.Regions.Count));
        Assert.Contains(name, reading.Source);
        Assert.True((reading.Table.Output - WorldSample.Closed.Output).AbsoluteMaximum() < 1e-9);
    }

    [Fact]
    public void What_an_archive_lacks_is_named_with_what_there_is()
    {
        var path = Zip(("2016.csv", "x"), ("2017.csv", "y"));
        var wrong = Assert.Throws<DataException>(() => OecdTable.ReadCsv(path, 2019)).Message;
        Assert.Contains("no file in it is of 2019. There are: 2016.csv, 2017.csv", wrong);
        Assert.Contains("no year is asked for", Assert.Throws<DataException>(() => OecdTable.ReadCsv(path)).Message);
        Assert.Contains("several files in it are of 2017", Assert.Throws<DataException>(() =>
            OecdTable.ReadCsv(Zip(("2017.csv", "x"), ("2017_SML.csv", "y")), 2017)).Message);
        Assert.Contains("archives in it: 2017.zip", Assert.Throws<DataException>(() => OecdTable.ReadCsv(Zip(("2017.zip", "x")), 2017)).Message);
        File.WriteAllText(folder.File("2018.csv"), WorldSample.Oecd());
        Assert.Contains("name says 2018, and 2017", Assert.Throws<DataException>(() => OecdTable.ReadCsv(folder.File("2018.csv"), 2017)).Message);
    }

    [Fact]
    public void A_truncated_archive_is_refused_by_its_name()
    {
        var path = Zip(("2017.csv", WorldSample.Oecd()));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^40]);
        Assert.Contains("2016-2020.zip", Assert.Throws<DataException>(() => OecdTable.ReadCsv(path, 2017)).Message);
        WorldSample.Zip(path, new Dictionary<string, string> { ["2017.csv"] = string.Join('\n', WorldSample.Oecd().Split('\n')[..8]) });
        Assert.Contains("there is no row for", Assert.Throws<DataException>(() => OecdTable.ReadCsv(path, 2017)).Message);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Zones_stay_regions_of_their_own_where_they_are_asked_for(bool withCountryRows)
    {
        var path = Zip(("2017.csv", withCountryRows ? WorldSample.OecdWithZones() : WorldSample.Oecd()));
        var (reading, whole) = (OecdTable.ReadCsv(path, 2017, keepZones: true), OecdTable.ReadCsv(path, 2017));
        var t = reading.Table;
        Assert.Equal(["AUS", "CN1", "CN2", "ROW"], t.Regions.Codes.Order(StringComparer.Ordinal));
        Assert.Contains(reading.Notes, n => n.StartsWith("CN2 are regions", StringComparison.Ordinal));
        Assert.True(t.Validate(1e-9).IsBalanced);
        // A quarter of China's output is that of CN1, all of its final use too.
        var (one, two, china) = (t.Regions.IndexOf("CN1"), t.Regions.IndexOf("CN2"), whole.Table.Regions.IndexOf("CHN"));
        for (var s = 0; s < 3; s++)
        {
            Assert.Equal(WorldSample.Closed.Output[3 + s] * 0.25, t.Output[one * 3 + s], 1e-9);
            Assert.Equal(WorldSample.Closed.Output[3 + s] * 0.75, t.Output[two * 3 + s], 1e-9);
        }
        Assert.Equal(0, t.FinalUse.Column(two).Sum());
        Assert.Equal(whole.Table.FinalUse.Column(china).Sum(), t.FinalUse.Column(one).Sum(), 1e-9);
        Assert.Equal(withCountryRows ? 3 : 1, t.Categories.Count);
        Assert.Equal(t.Output.Sum(), whole.Table.Output.Sum(), 1e-9);
    }

    [Fact]
    public void Zones_that_a_file_does_not_have_cannot_be_kept() =>
        Assert.Contains("no processing zone", Assert.Throws<DataException>(() => OecdTable.ReadCsv(
            Zip(("2017_SML.csv", ",AUS_S1,CHN_S1,AUS_HFCE,CHN_HFCE,OUT\nAUS_S1,1,2,3,4,10\nCHN_S1,2,1,3,4,10\nVA,7,7,0,0,0\nOUT,10,10,6,8,0\n")),
            2017, keepZones: true)).Message);
}
