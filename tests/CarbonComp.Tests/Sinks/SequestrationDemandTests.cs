using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class SequestrationDemandTests
{
    private static readonly RegionAxis Regions = new(new("11", "A"), new("22", "B"));
    private static readonly SectorAxis Sectors = SectorAxis.Of("Agriculture", "Industry", "Services");

    [Fact]
    public void Coefficients_divide_agriculture_by_rural_people_and_the_rest_by_all()
    {
        var theta = Coefficients(CoefficientScope.EachRegion);
        Assert.Equal([10.0 / 4, 20.0 / 5], theta.Agricultural.Values.ToArray());
        Assert.Equal([90.0 / 10, 40.0 / 20], theta.Mixed.Values.ToArray());
    }

    [Fact]
    public void Demand_with_each_regions_coefficients_is_what_it_emits() =>
        Prop.ForAll(Gen.Choose(1, 1000).Select(i => (double)i).ArrayOf(10).ToArbitrary(), x =>
        {
            var emissions = Tonnes(new[,] { { x[0], x[1], x[2] }, { x[3], x[4], x[5] } });
            var (rural, people) = (Persons("rural", x[6], x[7]), Persons("people", x[6] + x[8], x[7] + x[9]));
            var demand = SequestrationDemand.ByRegion(PerCapitaEmissions.Of(emissions, people, rural, "Agriculture"), people, rural);
            var everywhere = SequestrationDemand.ByRegion(PerCapitaEmissions.Of(emissions, people, rural, "Agriculture", CoefficientScope.WholeArea), people,
                rural);
            return (demand.Values - emissions.RowSums().Values).AbsoluteMaximum() < 1e-9 && Math.Abs(everywhere.Total - emissions.Total) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Demand_with_common_coefficients_follows_people()
    {
        var demand = SequestrationDemand.ByRegion(Coefficients(CoefficientScope.WholeArea), People, Rural);
        // Mixed 130/30, agricultural 30/9.
        Assert.Equal(130.0 / 30 * 10 + 30.0 / 9 * 4, demand["A"], 1e-12);
        Assert.Equal(160, demand.Total, 1e-12);
    }

    [Fact]
    public void Cells_put_agriculture_on_the_rural_zone_and_sum_to_the_table_where_the_zones_agree()
    {
        var people = Grid("people", new double[,] { { 6, 4 }, { 15, 5 } });
        var urban = Zone("urban", new double[,] { { 1, 0 }, { 1, 0 } });
        var zones = ZoneCells.Of(Zone("zones", new double[,] { { 11, 11 }, { 22, 22 } }), Regions);
        var demand = SequestrationDemand.OnCells(Coefficients(CoefficientScope.EachRegion), people, urban, zones);
        var cells = RasterGrid.Of(demand);
        Assert.Equal(6 * 9, cells[0, 0], 12);
        Assert.Equal(4 * (9 + 2.5), cells[0, 1], 12);
        Assert.Equal([100, 60], zones.Summarize(demand).Totals.Values.Select(v => Math.Round(v, 9)));
        var density = SequestrationDemand.OnCells(Coefficients(CoefficientScope.EachRegion), people.PerSquareKilometre(), urban, zones);
        Assert.Equal(cells.Cells, RasterGrid.Of(density).Cells);
    }

    [Fact]
    public void Cells_without_people_mask_or_zone_have_no_demand()
    {
        var demand = SequestrationDemand.OnCells(Coefficients(CoefficientScope.EachRegion), Grid("people", new[,] { { 6, double.NaN }, { 15, 5 } }),
            Zone("urban", new[,] { { double.NaN, 0 }, { 1, 0 } }), ZoneCells.Of(Zone("zones", new[,] { { 11, 11 }, { 22, double.NaN } }), Regions));
        Assert.Equal([true, true, false, true], RasterGrid.Of(demand).Cells.Select(double.IsNaN));
    }

    [Fact]
    public void Wrong_input_is_refused_by_name()
    {
        var theta = Coefficients(CoefficientScope.EachRegion);
        var (people, urban, zones) = (Grid("people", new double[,] { { 1, 1 } }), Zone("urban", new double[,] { { 1, 0 } }),
            ZoneCells.Of(Zone("zones", new double[,] { { 11, 22 } }), Regions));
        string Message(Action act) => Assert.ThrowsAny<CarbonCompException>(act).Message;
        Assert.Contains("urban, row 1, column 2", Message(() => SequestrationDemand.OnCells(theta, people, Zone("urban", new double[,] { { 1, 2 } }), zones)
            .InMemory()), StringComparison.Ordinal);
        Assert.Contains("zone 33", Message(() => ZoneCells.Of(Zone("zones", new double[,] { { 11, 33 } }), Regions)), StringComparison.Ordinal);
        Assert.Contains("B (22)", Message(() => ZoneCells.Of(Zone("zones", new double[,] { { 11, 11 } }), Regions)), StringComparison.Ordinal);
        Assert.Contains("people, row 1, column 1", Message(() => SequestrationDemand.OnCells(theta, Grid("people", new double[,] { { -1, 1 } }), urban, zones)
            .InMemory()), StringComparison.Ordinal);
        Assert.Contains("people of B is 0 persons", Message(() => PerCapitaEmissions.Of(Emissions, Persons("people", 10, 0), Persons("rural", 4, 0),
            "Agriculture")), StringComparison.Ordinal);
        Assert.Contains("B has 30 rural", Message(() => PerCapitaEmissions.Of(Emissions, People, Persons("rural", 4, 30), "Agriculture")),
            StringComparison.Ordinal);
        Assert.Contains("no rural population", Message(() => PerCapitaEmissions.Of(Emissions, People, Persons("rural", 4, 0), "Agriculture")),
            StringComparison.Ordinal);
        Assert.Throws<AxisException>(() => PerCapitaEmissions.Of(Emissions, People, Rural, "Farming"));
    }

    [Fact]
    public void Ratio_of_cells_is_that_of_the_formula()
    {
        var (supply, demand) = (Tonnes("supply", new[,] { { 3.0, 0, 0, double.NaN } }), Tonnes("demand", new double[,] { { 1, 5, 0, 1 } }));
        Assert.Equal([0.5, -1, double.NaN, double.NaN], RasterGrid.Of(SupplyDemandRatio.OnCells(supply, demand)).Cells);
        Assert.Throws<UnitException>(() => SupplyDemandRatio.OnCells(Grid("people", new[,] { { 3.0, 0, 0, 1 } }), demand));
        Assert.Contains("supply, row 1, column 2", Assert.Throws<CarbonCompException>(() =>
            SupplyDemandRatio.OnCells(Tonnes("supply", new[,] { { 3.0, -1, 0, 1 } }), demand).InMemory()).Message, StringComparison.Ordinal);

        static LabelledRaster Tonnes(string name, double[,] values) => LabelledRaster.Amounts(new RasterGrid(Frame(name, values), values), name, Unit.TonneCO2,
            ValueStatus.Illustrative);
    }

    // 24 people on the grid, 30 by the census.
    [Fact]
    public void People_spread_over_cells_keep_each_regions_urban_and_rural_totals()
    {
        var density = Grid("grid", new double[,] { { 6, 4 }, { 5, 9 } }).PerSquareKilometre();
        var (urban, zones) = (Zone("urban", new double[,] { { 1, 0 }, { 1, 0 } }),
            ZoneCells.Of(Zone("zones", new double[,] { { 11, 11 }, { 22, 22 } }), Regions));
        var people = PopulationMap.Spread(zones, density, urban, People, Rural);
        Assert.Equal([6, 4, 15, 5], RasterGrid.Of(people).Cells.Select(v => Math.Round(v, 9)));
        Assert.Equal(ValueStatus.Illustrative, people.Status);
        Assert.Contains("in proportion to grid", people.Notes[^1], StringComparison.Ordinal);
        var demand = zones.Summarize(SequestrationDemand.OnCells(Coefficients(CoefficientScope.EachRegion), people, urban, zones)).Totals;
        Assert.Equal(Emissions.RowSums().Values.Select(v => Math.Round(v, 9)), demand.Values.Select(v => Math.Round(v, 9)));
    }

    [Fact]
    public void A_grid_of_persons_declared_as_density_and_a_town_without_cells_are_refused()
    {
        var (urban, zones) = (Zone("urban", new double[,] { { 1, 0 }, { 1, 0 } }),
            ZoneCells.Of(Zone("zones", new double[,] { { 11, 11 }, { 22, 22 } }), Regions));
        string Message(LabelledRaster density, LabelledRaster towns) =>
            Assert.Throws<CarbonCompException>(() => PopulationMap.Spread(zones, density, towns, People, Rural)).Message;
        var perCell = new RasterGrid(Frame("grid", new double[2, 2], 0.1), new double[,] { { 6, 4 }, { 5, 9 } });
        var small = ZoneCells.Of(LabelledRaster.Classes(new RasterGrid(perCell.Frame, new double[,] { { 11, 11 }, { 22, 22 } }), "zones",
            ValueStatus.Illustrative), Regions);
        Assert.Contains("Are its numbers persons in a cell?", Assert.Throws<CarbonCompException>(() => PopulationMap.Spread(small,
            LabelledRaster.Densities(perCell, "grid", Unit.Parse("person/km2"), ValueStatus.Illustrative),
            LabelledRaster.Classes(new RasterGrid(perCell.Frame, new double[,] { { 1, 0 }, { 1, 0 } }), "urban", ValueStatus.Illustrative), People, Rural))
                .Message,
            StringComparison.Ordinal);
        var density = Grid("grid", new double[,] { { 6, 4 }, { 5, 9 } }).PerSquareKilometre();
        Assert.Contains("B has 15 urban people", Message(density, Zone("urban", new double[,] { { 1, 0 }, { 0, 0 } })), StringComparison.Ordinal);
        Assert.Contains("neither 1 (urban) nor 0", Message(density, Zone("urban", new double[,] { { 1, 0 }, { 7, 0 } })), StringComparison.Ordinal);
        Assert.Contains("PerSquareKilometre()", Message(Grid("grid", new double[,] { { 6, 4 }, { 5, 9 } }), urban), StringComparison.Ordinal);
    }

    [Fact]
    public void Rural_people_are_those_outside_towns()
    {
        Assert.Equal([4, 5], SequestrationDemand.RuralPopulation(People, new("urban share", Regions, [60, 75], Unit.Percent, ValueStatus.Statistic))
            .Values.Select(v => Math.Round(v, 9)));
        Assert.Throws<CarbonCompException>(() => SequestrationDemand.RuralPopulation(People,
            new("urban share", Regions, [60, 75], Unit.One, ValueStatus.Statistic)));
    }

    private static LabelledMatrix Emissions => Tonnes(new[,] { { 10.0, 60, 30 }, { 20, 25, 15 } });

    private static LabelledVector People => Persons("people", 10, 20);

    private static LabelledVector Rural => Persons("rural people", 4, 5);

    private static PerCapitaEmissions Coefficients(CoefficientScope scope) => PerCapitaEmissions.Of(Emissions, People, Rural, "Agriculture", scope);

    private static LabelledMatrix Tonnes(double[,] values) => new("emissions", Regions, Sectors, Matrix<double>.Build.DenseOfArray(values), Unit.TonneCO2,
        ValueStatus.Illustrative);

    private static LabelledVector Persons(string name, params double[] values) => new(name, Regions, values, Unit.Person, ValueStatus.Illustrative);

    private static LabelledRaster Grid(string name, double[,] values) =>
        LabelledRaster.Amounts(new RasterGrid(Frame(name, values), values), name, Unit.Person, ValueStatus.Illustrative);

    private static LabelledRaster Zone(string name, double[,] values) =>
        LabelledRaster.Classes(new RasterGrid(Frame(name, values), values), name, ValueStatus.Illustrative);

    // Cells of one km2, or of another side.
    private static RasterFrame Frame(string name, double[,] values, double side = 1) => new(name, values.GetLength(0), values.GetLength(1), 0, 0, side * 1000,
        side * 1000, RasterCoordinates.Plane);
}
