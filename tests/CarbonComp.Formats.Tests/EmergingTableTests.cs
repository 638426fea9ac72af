namespace CarbonComp.Formats.Tests;

public sealed class EmergingTableTests : IDisposable
{
    private static readonly MultiRegionalTable Expected = WorldSample.Closed;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string File(string name = "EMERGING_V2_2019.mat") => folder.File(name);

    [Theory, InlineData(false, false), InlineData(true, false), InlineData(false, true)]
    public void The_file_is_read_with_the_axes_of_matlab(bool inStructure, bool transposed)
    {
        EmergingSample.Write(File(), Expected, inStructure, transposed);
        var reading = EmergingTable.Read(File(), tolerance: 0, rounding: 1e-9);
        Assert.Equal((2019, "million US$"), (reading.Description.Year, reading.Table.Unit.Symbol));
        Assert.Equal(Expected.Regions.Codes, reading.Table.Regions.Codes);
        Near(Expected, reading.Table);
        Assert.Equal(transposed, reading.Notes.Any(n => n.Contains("exchanged", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_aggregated_while_it_is_read()
    {
        EmergingSample.Write(File(), Expected);
        var (regions, sectors) = (EmergingTable.Regions(File()), EmergingTable.Sectors(File()));
        var (two, one) = (RegionAxis.Of("R1", "rest"), SectorAxis.Of("goods", "services"));
        var byRegion = Concordance.Of(regions, two, regions.Codes.Select((c, k) => (c, k == 0 ? "R1" : "rest")));
        var bySector = Concordance.Of(sectors, one, sectors.Codes.Select((c, k) => (c, k < 2 ? "goods" : "services")));
        var reading = EmergingTable.Read(File(), byRegion, bySector, tolerance: 0, rounding: 1e-9);
        Near(TableAggregation.Aggregate(Expected, Same(byRegion, Expected.Regions), Same(bySector, Expected.Sectors)), reading.Table);
        Assert.Contains(reading.Notes, n => n.Contains("from 3 economies and 3 sectors to 2 and 2", StringComparison.Ordinal));
        var others = Concordance.Of(RegionAxis.Of("A", "B", "C"), two, ("A", "R1"), ("B", "rest"), ("C", "rest"));
        Assert.Throws<AxisException>(() => EmergingTable.Read(File(), others));
    }

    [Fact]
    public void The_edition_with_electricity_takes_its_names_from_the_concordances()
    {
        EmergingSample.Write(File(), Expected, electricity: true);
        Near(Expected, EmergingTable.Read(File(), Concordance.Identity(Expected.Regions), Concordance.Identity(Expected.Sectors)).Table);
        Assert.Contains("there is no country_list. There are:", Assert.Throws<DataException>(() => EmergingTable.Read(File())).Message);
    }

    [Fact]
    public void Single_precision_is_read_too()
    {
        EmergingSample.Write(File(), Expected, single: true);
        Assert.Equal(Expected.Output[0], EmergingTable.Read(File()).Table.Output[0], 1e-4);
    }

    [Fact]
    public void Faults_are_told_all_at_once_with_variable_and_place()
    {
        EmergingSample.Write(File(), Expected, z: (i, j) => (i, j) is (1, 2) or (4, 7) ? double.NaN : Expected.Intermediate[i, j]);
        var wrong = Assert.Throws<DataException>(() => EmergingTable.Read(File())).Message;
        Assert.Contains("EMERGING_V2_2019.mat, z(2,3): NaN", wrong);
        Assert.Contains("EMERGING_V2_2019.mat, z(5,8): NaN", wrong);
        EmergingSample.Write(File(), Expected, z: (i, j) => Expected.Intermediate[i, j] + (i == 1 && j == 2 ? 500 : 0));
        Assert.Contains("its uses", Assert.Throws<DataException>(() => EmergingTable.Read(File())).Message);
    }

    [Fact]
    public void Another_file_or_a_short_one_is_refused_by_its_name()
    {
        System.IO.File.WriteAllText(File("old.mat"), "MATLAB 5.0 MAT-file, Platform: GLNXA64" + new string(' ', 600));
        Assert.Contains("old.mat: it is a MAT-file of the old form", Assert.Throws<DataException>(() => EmergingTable.Read(File("old.mat"))).Message);
        System.IO.File.WriteAllText(File("text.mat"), new string('x', 5000));
        Assert.Contains("text.mat: it cannot be opened as HDF5", Assert.Throws<DataException>(() => EmergingTable.Read(File("text.mat"))).Message);
        EmergingSample.Write(File(), Expected);
        System.IO.File.WriteAllBytes(File("short.mat"), System.IO.File.ReadAllBytes(File())[..1200]);
        Assert.Contains("short.mat", Assert.Throws<DataException>(() => EmergingTable.Read(File("short.mat"))).Message);
    }

    private static Concordance Same(Concordance own, Axis from) => Concordance.Of(from, own.To,
        Enumerable.Range(0, from.Count).Select(k => (from.Codes[k], own.To.Codes[own[k]])));

    private static void Near(MultiRegionalTable expected, MultiRegionalTable t)
    {
        Assert.True((t.Intermediate - expected.Intermediate).Enumerate().Max(Math.Abs) < 1e-9);
        Assert.True((t.FinalUseByCategory - expected.FinalUseByCategory).Enumerate().Max(Math.Abs) < 1e-9);
        Assert.True((t.ValueAdded - expected.ValueAdded).AbsoluteMaximum() < 1e-9);
        Assert.True((t.Output - expected.Output).AbsoluteMaximum() < 1e-9);
    }
}
