namespace CarbonComp.Tests;

public class RasterPassTests
{
    private static readonly RasterCoordinates Degrees = RasterCoordinates.LongitudeLatitude;
    private static readonly RegionAxis Two = new(new("1", "A"), new("2", "B"));

    [Fact]
    public void Amounts_carried_to_other_cells_keep_their_sum_and_densities_their_mean()
    {
        var coarse = new RasterGrid(new("coarse", 2, 3, 100, 40, 0.3, 0.3, Degrees), new[,] { { 1, 2, 3 }, { 4, 5, double.NaN } });
        foreach (var fine in new[] { new RasterFrame("fine", 12, 18, 100, 40, 0.05, 0.05, Degrees),
            new RasterFrame("odd", 9, 13, 99.9, 40.05, 0.08, 0.08, Degrees) })
        {
            var amounts = RasterGrid.Of(LabelledRaster.Amounts(coarse, "people", Unit.Person, ValueStatus.Statistic).On(fine, Resampling.AreaWeighted));
            Assert.Equal(15, amounts.Cells.Where(double.IsFinite).Sum(), 1e-9);
            var densities = LabelledRaster.Densities(coarse, "density", Unit.Parse("person/km2"), ValueStatus.Statistic).On(fine, Resampling.AreaWeighted);
            Assert.InRange(RasterGrid.Of(densities).Cells.Where(double.IsFinite).Max(), 4.99, 5.01);
            Assert.Contains("averaged by area", densities.Notes[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Amounts_carried_to_another_projection_keep_their_sum_nearly()
    {
        var values = new double[40, 40];
        for (var i = 0; i < values.Length; i++) values[i / 40, i % 40] = i % 7;
        var map = LabelledRaster.Amounts(new RasterGrid(new("map", 40, 40, 116, 40, 0.05, 0.05, Degrees), values), "people", Unit.Person,
            ValueStatus.Statistic);
        var (x, y) = RasterCoordinates.Utm(50, true).Project(new(117, 39));
        var carried = map.On(new("utm", 300, 300, x - 150_000, y + 150_000, 1000, 1000, RasterCoordinates.Utm(50, true)), Resampling.AreaWeighted);
        Assert.Equal(values.Cast<double>().Sum(), RasterGrid.Of(carried).Cells.Where(double.IsFinite).Sum(), 0.002 * values.Cast<double>().Sum());
    }

    [Fact]
    public void Nearest_takes_the_class_at_the_centre_and_nothing_outside()
    {
        var classes = LabelledRaster.Classes(new RasterGrid(new("map", 1, 2, 100, 40, 1, 1, Degrees), new double[,] { { 7, 9 } }), "cover",
            ValueStatus.Statistic);
        var carried = RasterGrid.Of(classes.On(new("fine", 1, 5, 100, 40, 0.5, 1, Degrees), Resampling.Nearest));
        Assert.Equal([7, 7, 9, 9, double.NaN], carried.Cells);
        Assert.Contains("have no mean", Assert.Throws<CarbonCompException>(() =>
            classes.On(new("fine", 1, 5, 100, 40, 0.5, 1, Degrees), Resampling.AreaWeighted)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_are_the_same_to_the_last_digit_whatever_thread_takes_which_block()
    {
        var random = new Random(16);
        var (zones, values) = (Zones(700, 900), new double[700, 900]);
        for (var i = 0; i < values.Length; i++) values[i / 900, i % 900] = random.NextDouble();
        var raster = LabelledRaster.Amounts(new Shuffled(new RasterGrid(zones.Frame, values), random), "people", Unit.Person, ValueStatus.Statistic);
        var first = zones.Summarize(raster).Totals.Values;
        for (var n = 0; n < 10; n++) Assert.Equal(first, zones.Summarize(raster).Totals.Values);
    }

    [Fact]
    public void Histogram_counts_every_cell_once()
    {
        var zones = Zones(10, 10);
        var values = new double[10, 10];
        for (var i = 0; i < 100; i++) values[i / 10, i % 10] = i;
        var areas = zones.Histogram(LabelledRaster.Densities(new RasterGrid(zones.Frame, values), "d", Unit.One, ValueStatus.Statistic), [10, 50]);
        // A has the upper half; a number on a bound belongs above it.
        Assert.Equal([10, 40, 0], areas.Values.Row(0).ToArray());
        Assert.Equal([0, 0, 50], areas.Values.Row(1).ToArray());
        Assert.Equal("10 to 50", areas.Columns.Labels[1]);
    }

    [Fact]
    public void Work_stops_between_blocks_and_tells_how_far_it_is()
    {
        var zones = Zones(2000, 1000);
        var raster = LabelledRaster.Amounts(new RasterGrid(zones.Frame, new double[2000, 1000]), "people", Unit.Person, ValueStatus.Statistic);
        var told = new Told(null);
        zones.Summarize(raster, told);
        Assert.Equal(1, told.Shares[^1]);
        Assert.Equal(told.Shares.Order(), told.Shares);
        using var stop = new CancellationTokenSource();
        var stopped = new Told(stop);
        Assert.ThrowsAny<OperationCanceledException>(() => zones.Summarize(raster, stopped, stop.Token));
        Assert.InRange(stopped.Shares.Count, 1, told.Shares.Count - 1);
    }

    [Fact]
    public void The_northernmost_fault_is_told()
    {
        var zones = Zones(2000, 1000);
        var values = new double[2000, 1000];
        (values[1900, 3], values[700, 5]) = (8, 9);
        for (var n = 0; n < 20; n++)
            Assert.Contains("row 701, column 6: 9", Assert.Throws<CarbonCompException>(() => zones.ClassAreas(LabelledRaster.Classes(
                new RasterGrid(zones.Frame, values), "cover", ValueStatus.Statistic), new("land class", "0"))).Message, StringComparison.Ordinal);
    }

    // The upper half is A's, the lower B's; cells of one km2.
    private static ZoneCells Zones(int rows, int columns)
    {
        var codes = new double[rows, columns];
        for (var i = 0; i < codes.Length; i++) codes[i / columns, i % columns] = i < codes.Length / 2 ? 1 : 2;
        return ZoneCells.Of(LabelledRaster.Classes(new RasterGrid(new("zones", rows, columns, 0, 0, 1000, 1000, RasterCoordinates.Plane), codes), "zones",
            ValueStatus.Statistic), Two);
    }

    private sealed class Told(CancellationTokenSource? stop) : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value)
        {
            Shares.Add(value);
            stop?.Cancel();
        }
    }

    // Blocks that take different times.
    private sealed class Shuffled(IRaster raster, Random random) : IRaster
    {
        public RasterFrame Frame => raster.Frame;

        public int BlockRows => 16;

        public int BlockColumns => 128;

        public void Read(RasterWindow window, Span<double> values)
        {
            int spin;
            lock (random) spin = random.Next(2000);
            Thread.SpinWait(spin);
            raster.Read(window, values);
        }
    }
}
