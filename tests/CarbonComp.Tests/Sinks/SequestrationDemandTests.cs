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
    public void Grid_puts_agriculture_on_the_rural_zone_and_sums_to_the_table_where_the_zones_agree()
    {
        var people = Grid("people", new double[,] { { 6, 4 }, { 15, 5 } });
        var urban = Grid("urban", new double[,] { { 1, 0 }, { 1, 0 } });
        var zones = Grid("zones", new double[,] { { 11, 11 }, { 22, 22 } });
        var demand = SequestrationDemand.OnGrid(Coefficients(CoefficientScope.EachRegion), people, urban, zones);
        Assert.Equal(6 * 9, demand[0, 0], 12);
        Assert.Equal(4 * (9 + 2.5), demand[0, 1], 12);
        var byRegion = ZonalStatistics.Sum(demand, zones, Regions, "demand", Unit.TonneCO2, ValueStatus.Illustrative);
        Assert.Equal([100, 60], byRegion.Values.Select(v => Math.Round(v, 9)));
    }

    [Fact]
    public void Cells_without_people_mask_or_zone_have_no_demand()
    {
        var demand = SequestrationDemand.OnGrid(Coefficients(CoefficientScope.EachRegion), Grid("people", new[,] { { 6, double.NaN }, { 15, 5 } }),
            Grid("urban", new[,] { { double.NaN, 0 }, { 1, 0 } }), Grid("zones", new[,] { { 11, 11 }, { 22, double.NaN } }));
        Assert.Equal([true, true, false, true], demand.Cells.Select(double.IsNaN));
    }

    [Fact]
    public void Wrong_input_is_refused_by_name()
    {
        var theta = Coefficients(CoefficientScope.EachRegion);
        var (people, urban, zones) = (Grid("people", new double[,] { { 1, 1 } }), Grid("urban", new double[,] { { 1, 0 } }),
            Grid("zones", new double[,] { { 11, 22 } }));
        string Message(Action act) => Assert.ThrowsAny<CarbonCompException>(act).Message;
        Assert.Contains("urban, row 1, column 2", Message(() => SequestrationDemand.OnGrid(theta, people, Grid("urban", new double[,] { { 1, 2 } }), zones)),
            StringComparison.Ordinal);
        Assert.Contains("zone 33", Message(() => SequestrationDemand.OnGrid(theta, people, urban, Grid("zones", new double[,] { { 11, 33 } }))),
            StringComparison.Ordinal);
        Assert.Contains("B (22)", Message(() => SequestrationDemand.OnGrid(theta, people, urban, Grid("zones", new double[,] { { 11, 11 } }))),
            StringComparison.Ordinal);
        Assert.Contains("people, row 1, column 1", Message(() => SequestrationDemand.OnGrid(theta, Grid("people", new double[,] { { -1, 1 } }), urban, zones)),
            StringComparison.Ordinal);
        Assert.Contains("people of B is 0 persons", Message(() => PerCapitaEmissions.Of(Emissions, Persons("people", 10, 0), Persons("rural", 4, 0),
            "Agriculture")), StringComparison.Ordinal);
        Assert.Contains("B has 30 rural", Message(() => PerCapitaEmissions.Of(Emissions, People, Persons("rural", 4, 30), "Agriculture")),
            StringComparison.Ordinal);
        Assert.Contains("no rural population", Message(() => PerCapitaEmissions.Of(Emissions, People, Persons("rural", 4, 0), "Agriculture")),
            StringComparison.Ordinal);
        Assert.Throws<AxisException>(() => PerCapitaEmissions.Of(Emissions, People, Rural, "Farming"));
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

    private static RasterGrid Grid(string name, double[,] values) => new(name, values, 1, Unit.Kilometre);
}
