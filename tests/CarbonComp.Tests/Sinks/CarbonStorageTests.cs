using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class CarbonStorageTests
{
    // InVEST's sample: 15 + 10 + 60 + 1 = 86 and 5 + 3 + 20 + 0 = 28 Mg/ha (REFERENCE 9).
    private static readonly CarbonPools Invest = new([new(1, "Forest", 15, 10, 60, 1), new(2, "Urban", 5, 3, 20, 0)], ValueStatus.Illustrative);

    [Fact]
    public void Storage_matches_InVEST_sample_pools()
    {
        var storage = CarbonStorage.Of(Areas("ha", (100, 0), (0, 100)), Invest);
        Assert.Equal([8600, 2800], storage.AsCarbon.Values.Select(v => Math.Round(v, 9)));
        Assert.Equal(8600 * 44.0 / 12, storage.AsCarbonDioxide["A"], 1e-6);
        Assert.Equal(8600, storage.ByClass["A", "Forest"], 1e-9);
    }

    [Fact]
    public void A_change_of_storage_is_the_difference_of_two_states()
    {
        var change = CarbonStorage.Of(Areas("ha", (0, 1), (1, 0)), Invest).Since(CarbonStorage.Of(Areas("ha", (1, 0), (1, 0)), Invest));
        Assert.Equal(-58, change["A"], 1e-9);
        Assert.Equal(0, change["B"], 1e-9);
    }

    [Fact]
    public void Storage_of_Hengshui_from_the_packages_land_cover_is_nearly_that_of_all_cropland()
    {
        // 8834 km2, of which 8104 cropland at 120.86 t C/ha: about 105 Mt C, not the 61.4 Mt that the paper prints.
        var package = DataPackage.Load(Repository("data/bth-2020"));
        var regions = package["regions"].RegionAxis();
        var classes = package["land-classes"];
        var storage = CarbonStorage.Of(package["land-cover"].Matrix("value", regions, classes.CategoryAxis("land_class")),
            CarbonPools.From(package["carbon-pools"]),
            classes.Texts("land_class").Zip(classes.Texts("pool")).ToDictionary(p => p.First, p => p.Second));
        Assert.InRange(storage.AsCarbon["Hengshui"], 103e6, 107e6);
        Assert.InRange(storage.AsCarbon["Chengde"], 39_000 * 100 * 120.0, 39_500 * 100 * 245.9);
    }

    [Fact]
    public void A_class_without_pools_is_named_unless_it_counts_as_another()
    {
        var areas = new LabelledMatrix("area", RegionAxis.Of("A"), new CategoryAxis("land class", "Forest", "Bare"), Matrix<double>.Build.Dense(1, 2, 1),
            Unit.SquareKilometre, ValueStatus.Statistic);
        Assert.Contains("\"Bare\"", Assert.Throws<CarbonCompException>(() => CarbonStorage.Of(areas, Invest)).Message, StringComparison.Ordinal);
        Assert.Equal((86 + 28) * 100, CarbonStorage.Of(areas, Invest, new Dictionary<string, string> { ["Bare"] = "Urban" }).AsCarbon["A"], 1e-9);
    }

    [Fact]
    public void Negative_area_and_wrong_unit_are_refused()
    {
        Assert.Contains("Urban in B", Assert.Throws<CarbonCompException>(() => CarbonStorage.Of(Areas("ha", (1, 0), (0, -1)), Invest)).Message,
            StringComparison.Ordinal);
        Assert.Throws<UnitException>(() => CarbonStorage.Of(Areas("persons", (1, 0), (0, 1)), Invest));
    }

    [Fact]
    public void Raster_and_area_table_give_the_same_storage() =>
        Prop.ForAll(Gen.Elements(1.0, 2.0, double.NaN).ArrayOf(24).ToArbitrary(), Gen.Elements(11.0, 22.0).ArrayOf(24).ToArbitrary(), (cover, zone) =>
        {
            (zone[0], zone[1]) = (11, 22);
            var landCover = Grid("land cover", cover);
            var regions = new RegionAxis(new("11", "A"), new("22", "B"));
            var zones = ZoneCells.Of(Grid("zones", zone), regions);
            if (Enumerable.Range(0, 2).Any(r => !Enumerable.Range(0, 24).Any(i => zone[i] == 11 * (r + 1) && !double.IsNaN(cover[i])))) return true;
            var byZone = zones.Summarize(StorageMap.Of(landCover, Invest)).Totals;
            var byTable = CarbonStorage.Of(zones.ClassAreas(landCover, CategoryAxis.Of("land class", ("1", "Forest", ""), ("2", "Urban", ""))).Areas, Invest);
            return (byZone.Values - byTable.AsCarbon.Values).AbsoluteMaximum() < 1e-6 && byZone.Status == ValueStatus.Illustrative;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(3, "row 2, column 1: land class 3")]
    [InlineData(1.5, "row 2, column 1: 1.5 is not a land class")]
    public void Raster_cells_that_are_no_known_class_are_named(double value, string named)
    {
        var cells = new[] { 1, 1, 1, 1, 1, 1, value, 1, 1, 1, 1, 1 };
        Assert.Contains(named, Assert.Throws<CarbonCompException>(() => StorageMap.Of(Grid("land cover", cells), Invest).InMemory()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_of_degrees_hold_carbon_by_their_true_area()
    {
        var frame = new RasterFrame("map", 2, 1, 116, 60, 1, 20, RasterCoordinates.LongitudeLatitude);
        var grid = RasterGrid.Of(StorageMap.Of(LabelledRaster.Classes(new RasterGrid(frame, new double[,] { { 1 }, { 1 } }), "land cover",
            ValueStatus.Illustrative), Invest));
        for (var row = 0; row < 2; row++) Assert.Equal(frame.CellArea(row, 0) * 100 * 86, grid[row, 0], 1e-3);
    }

    [Fact]
    public void A_change_and_its_value_are_InVESTs()
    {
        // A hectare of forest that becomes town, 2016 to 2030: price 43, discount 2.8 %, price change −7.1 % (REFERENCE 9).
        var before = StorageMap.Of(Hectare(1), Invest);
        var change = StorageMap.Change(before, StorageMap.Of(Hectare(2), Invest));
        var valuation = StorageValuation.Of(new(43, Unit.Parse("yuan/t C"), ValueStatus.Illustrative), 0.028, -0.071, 2016, 2030);
        Assert.Equal(59.00136, valuation.PerTonne.Value, 1e-5);
        Assert.Equal(-58, RasterGrid.Of(change)[0, 0], 1e-9);
        var value = valuation.Of(change);
        Assert.Equal("yuan", value.Unit.Symbol);
        Assert.Equal(-3422.079, RasterGrid.Of(value)[0, 0], 1e-3);
        Assert.Throws<UnitException>(() => StorageValuation.Of(new(43, Unit.YuanPerTonneCO2, ValueStatus.Illustrative), 0.028, 0, 2016, 2030));
        Assert.Throws<ArgumentOutOfRangeException>(() => StorageValuation.Of(new(43, Unit.Parse("yuan/t C"), ValueStatus.Illustrative), 0, 0, 2030, 2030));
        foreach (var rate in new[] { 2.8, 1, -1, -7.1, double.NaN })
            Assert.Contains("0.028 for 2.8 %", Assert.Throws<ArgumentOutOfRangeException>(() =>
                StorageValuation.Of(new(43, Unit.Parse("yuan/t C"), ValueStatus.Illustrative), rate, 0, 2016, 2030)).Message, StringComparison.Ordinal);

        static LabelledRaster Hectare(double code) => LabelledRaster.Classes(new RasterGrid(new("map", 1, 1, 0, 100, 100, 100, RasterCoordinates.Plane),
            new[,] { { code } }), "land cover", ValueStatus.Illustrative);
    }

    internal static string Repository(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../..", path));

    private static LabelledRaster Grid(string name, double[] cells)
    {
        var values = new double[cells.Length / 6, 6];
        for (var i = 0; i < cells.Length; i++) values[i / 6, i % 6] = cells[i];
        return LabelledRaster.Classes(new RasterGrid(new(name, cells.Length / 6, 6, 0, 0, 100, 100, RasterCoordinates.Plane), values), name,
            ValueStatus.Illustrative);
    }

    private static LabelledMatrix Areas(string unit, params (double Forest, double Urban)[] rows) =>
        new("area", RegionAxis.Of(rows.Select((_, i) => "AB"[i].ToString())),
        new CategoryAxis("land class", "Forest", "Urban"), Matrix<double>.Build.Dense(rows.Length, 2, (i, j) => j == 0 ? rows[i].Forest : rows[i].Urban),
            Unit.Parse(unit), ValueStatus.Illustrative);
}
