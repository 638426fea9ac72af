using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class SubnationalTableTests(ITestOutputHelper output)
{
    private static double Largest(Matrix<double> m) => m.Enumerate().Select(Math.Abs).Max();

    [Fact]
    public void Any_regions_of_any_nation_balance_and_add_up() => Prop.ForAll(RandomTable.Any, Gen.Choose(0, 1_000_000).ToArbitrary(), (sample, seed) =>
    {
        // The nation is a random table without its regions' borders; two regions take random parts of it.
        var random = new Random(seed);
        var t = sample.Table;
        var alive = Enumerable.Range(0, t.Axis.Count).Where(i => t.Output[i] > 0).ToArray();
        var sectors = SectorAxis.Of(alive.Select(i => t.Axis.Codes[i]));
        Matrix<double> Square(Func<int, int, double> value) => Matrix<double>.Build.Dense(alive.Length, alive.Length, (i, j) => value(alive[i], alive[j]));
        Vector<double> Of(Vector<double> values) => Vector<double>.Build.Dense(alive.Length, i => values[alive[i]]);
        var national = new NationalTable(sectors, new CategoryAxis("final use", "all"), Square((i, j) => t.Intermediate[i, j]),
            Square((i, j) => i == alive[0] ? t.ImportedInputs[j] : 0), Matrix<double>.Build.Dense(alive.Length, 1, (i, _) => t.FinalUse.Row(alive[i]).Sum()),
            Of(t.Exports), Of(t.ValueAdded), Of(t.Output), t.Status);
        var regions = RegionAxis.Of("Here", "There");
        var controls = new RegionalControls(
            new("value added", regions, sectors, Matrix<double>.Build.Dense(2, alive.Length, (_, s) => random.NextDouble() * 0.45 * national.ValueAdded[s]),
                Unit.Yuan, ValueStatus.Illustrative),
            [new FinalUseProxy("all", "population", new LabelledVector("population", regions, [random.NextDouble() * 0.4, random.NextDouble() * 0.4],
                Unit.Person, ValueStatus.Illustrative), 1, Unit.Person)]);
        var all = regions.With(new Region("rest", "Rest"));
        var distances = new LabelledMatrix("distances", all, all, Matrix<double>.Build.Dense(3, 3, (r, s) => r == s ? 0 : 100 + 50 * (r + s)),
            Unit.Kilometre, ValueStatus.Illustrative);
        var (table, _) = SubnationalTable.Construct(national, controls, distances,
            new() { Rest = new("rest", "Rest"), DistanceDecay = random.NextDouble() * 2 });
        Assert.True(table.Validate(1e-8).IsValid, table.Validate(1e-8).ToString());
        Assert.True(table.Intermediate.Enumerate().Min() >= 0);
        SameNation.Require(national, table, 1e-8);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cross_hauling_as_surveyed_comes_nearer_to_the_survey_than_none()
    {
        var (survey, national, controls, distances) = China2000();
        var s = survey.Sectors.Count;
        // h of the survey's own trade between regions: Σ_r 2·min(e, m) / Σ_r (supply + demand).
        var heterogeneity = Enumerable.Range(0, s).Select(i =>
        {
            var (crossed, size) = (0.0, 0.0);
            for (var r = 0; r < 3; r++)
            {
                var sold = Enumerable.Range(0, 3).Select(t => Flow(i, r, t)).ToArray();
                var bought = Enumerable.Range(0, 3).Select(t => Flow(i, t, r)).ToArray();
                crossed += 2 * Math.Min(sold.Sum() - sold[r], bought.Sum() - bought[r]);
                size += sold.Sum() + bought.Sum();
            }
            return crossed / size;
        }).ToArray();
        double Flow(int product, int from, int to) => survey.Intermediate.SubMatrix(from * s + product, 1, to * s, s).Enumerate().Sum()
            + survey.FinalUse[from * s + product, to];
        TableComparison Compare(ConstructionOptions options)
        {
            var (table, _) = SubnationalTable.Construct(national, controls, distances, options with { Rest = null });
            Assert.True(table.Validate(1e-9).IsValid, table.Validate(1e-9).ToString());
            SameNation.Require(national, table, 1e-9);
            var comparison = TableComparison.Of(table, survey);
            output.WriteLine($"{options.RegionalPurchaseCoefficient} {options.ProductHeterogeneity}\n{comparison}");
            return comparison;
        }
        LabelledVector H(IEnumerable<double> values) => new("product heterogeneity", survey.Sectors, values, Unit.One, ValueStatus.Illustrative);
        var surveyed = Compare(new() { RegionalPurchaseCoefficient = RegionalPurchaseCoefficient.CrossHauling, ProductHeterogeneity = H(heterogeneity) });
        var none = Compare(new() { RegionalPurchaseCoefficient = RegionalPurchaseCoefficient.CrossHauling });
        Compare(new());
        Assert.InRange(surveyed.WeightedAbsolutePercentageError, 0.01, none.WeightedAbsolutePercentageError);
        Assert.Contains("product heterogeneity of", Assert.Throws<InputOutputException>(() =>
            Compare(new() { RegionalPurchaseCoefficient = RegionalPurchaseCoefficient.CrossHauling, ProductHeterogeneity = H([0, 2, 0]) })).Message);
    }

    [Fact]
    public void Cross_hauling_follows_its_definition() => Prop.ForAll(Gen.Choose(0, 1000).Three().ToArbitrary(), sizes =>
    {
        var (supply, demand, h) = (sizes.Item1 * 1.5, sizes.Item2 * 1.0, sizes.Item3 / 1000.0);
        var (exports, imports) = CrossHauling.Trade(supply, demand, h);
        Assert.Equal(supply - demand, exports - imports, 1e-9);
        Assert.True(exports >= 0 && imports >= 0 && exports <= supply + 1e-9 && imports <= demand + 1e-9);
        var crossed = exports + imports - Math.Abs(exports - imports);
        Assert.Equal(Math.Min(h * (supply + demand), 2 * Math.Min(supply, demand)), crossed, 1e-9);
    }).QuickCheckThrowOnFailure();

    /// <summary>China 2000 in three regions (Miller and Blair 2009, table 3.7), summed to a nation to be taken apart again.</summary>
    private static (MultiRegionalTable Survey, NationalTable National, RegionalControls Controls, LabelledMatrix Distances) China2000()
    {
        var survey = MultiRegionalTableTests.China2000Table();
        var (regions, sectors, s) = (survey.Regions, survey.Sectors, survey.Sectors.Count);
        var z = Matrix<double>.Build.Dense(s, s, (i, j) => Enumerable.Range(0, 9).Sum(k => survey.Intermediate[k / 3 * s + i, k % 3 * s + j]));
        var y = Matrix<double>.Build.Dense(s, 1, (i, _) => Enumerable.Range(0, 3).Sum(r => survey.FinalUse.Row(r * s + i).Sum()));
        Vector<double> Nation(Vector<double> v) => Vector<double>.Build.Dense(s, i => v[i] + v[s + i] + v[2 * s + i]);
        var national = new NationalTable(sectors, new CategoryAxis("final use", "all"), z, z * 0, y, Vector<double>.Build.Dense(s),
            Nation(survey.ValueAdded), Nation(survey.Output), survey.Status);
        var finalUse = new LabelledVector("final use", regions, survey.FinalUse.ColumnSums(), Unit.Yuan, ValueStatus.Statistic);
        return (survey, national, new RegionalControls(survey.ValueAddedByRegion(),
            [new FinalUseProxy("all", "final use", finalUse, finalUse.Total, Unit.Yuan)]),
            new LabelledMatrix("distances", regions, regions, Matrix<double>.Build.Dense(3, 3, (r, t) => r == t ? 0 : 1000), Unit.Kilometre,
                ValueStatus.Illustrative));
    }

    [Fact]
    public void Against_a_survey_table_the_error_is_reported()
    {
        var (survey, national, controls, distances) = China2000();
        var (regions, s, z) = (survey.Regions, survey.Sectors.Count, national.Intermediate);
        var (table, report) = SubnationalTable.Construct(national, controls, distances, new() { Rest = null });
        var comparison = TableComparison.Of(table, survey);
        output.WriteLine(comparison.ToString());
        output.WriteLine(report.ToString());
        Assert.True(table.Validate(1e-10).IsValid);
        // A non-survey table is not a survey table; without any regional information (equal thirds) it would be far worse.
        var blind = new MultiRegionalTable(regions, survey.Sectors, Matrix<double>.Build.Dense(9, 9, (i, j) => z[i % s, j % s] / 9), survey.FinalUse,
            survey.Exports, survey.ImportedInputs, survey.ValueAdded, survey.Output, survey.Status);
        Assert.InRange(comparison.WeightedAbsolutePercentageError, 0.01, 0.5 * TableComparison.Of(blind, survey).WeightedAbsolutePercentageError);
        Assert.Equal(1, comparison.Parts[1].ShareOfFlows + comparison.Parts[2].ShareOfFlows, 1e-12);
        Assert.Equal(0, TableComparison.Of(survey, survey).WeightedAbsolutePercentageError);
        Assert.Equal(0, TableComparison.Of(survey, survey).StandardizedTotalPercentageError);
    }

    [Fact]
    public void A_proxy_that_exceeds_the_nation_or_is_of_another_kind_is_refused()
    {
        var regions = RegionAxis.Of("A", "B");
        var people = new LabelledVector("population", regions, [2, 3], Unit.Parse("million persons"), ValueStatus.Illustrative);
        Assert.Contains("more than the nation's", Assert.Throws<InputOutputException>(() =>
            new FinalUseProxy("all", "population", people, 4_000_000, Unit.Person)).Message);
        Assert.Throws<UnitException>(() => new FinalUseProxy("all", "population", people, 1400, Unit.Yuan));
        Assert.Equal(0.2, new FinalUseProxy("all", "population", people, 10_000_000, Unit.Person).Shares!["A"], 1e-12);
    }

    [Fact]
    public void Quotients_follow_their_definitions()
    {
        var (region, nation) = (Vector<double>.Build.DenseOfArray([30, 10]), Vector<double>.Build.DenseOfArray([100, 100]));
        var simple = LocationQuotients.Simple(region, nation);
        Assert.Equal(1.5, simple[0], 1e-12);
        Assert.Equal(0.5, simple[1], 1e-12);
        var cross = LocationQuotients.CrossIndustry(region, nation);
        Assert.Equal([1.5, 1 / 3.0, 3, 0.5], cross.ToColumnMajorArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(Math.Pow(Math.Log2(1.2), 0.3), LocationQuotients.Lambda(40, 200, 0.3), 1e-12);
        Assert.Equal(1, LocationQuotients.Lambda(200, 200, 0.3));
        Assert.Equal(1, LocationQuotients.Lambda(40, 200, 0));
        Assert.Equal(3 * Math.Pow(Math.Log2(1.2), 0.3), LocationQuotients.Flegg(region, nation, 0.3)[0, 1], 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => LocationQuotients.Lambda(40, 200, 1));
        Assert.Throws<ArgumentException>(() => LocationQuotients.Simple(nation * 2, nation));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(1.5), InlineData(2)]
    public void Gravity_falls_with_distance_and_keeps_the_sum(double decay)
    {
        var flows = GravityTrade.Flows(Vector<double>.Build.DenseOfArray([10, 20, 0]), Vector<double>.Build.DenseOfArray([0, 10, 20]),
            Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 100, 200 }, { 100, 0, 400 }, { 200, 400, 0 } }), decay);
        Assert.Equal(30, flows.RowSums().Sum(), 1e-12);
        Assert.Equal(0, flows.Diagonal().Sum());
        Assert.Equal(10 * 10 / (10 * 20 / Math.Pow(2, decay)), flows[0, 1] / flows[0, 2], 1e-12);
        Assert.Equal(500, GravityTrade.EffectiveDistance([500, 500], [1, 3], 1.5), 1e-9);
        Assert.Equal(1 / (0.25 / 100 + 0.75 / 300), GravityTrade.EffectiveDistance([100, 300], [1, 3], 1), 1e-9);
    }

    [Fact]
    public void Ras_matches_Miller_and_Blair()
    {
        var axis = SectorAxis.Of("1", "2", "3");
        var a = Matrix<double>.Build.DenseOfArray(new double[,] { { .120, .100, .049 }, { .210, .247, .265 }, { .026, .249, .145 } });
        var x = Vector<double>.Build.DenseOfArray([421, 284, 283]);
        LabelledVector Totals(params double[] v) => new("totals", axis, v, Unit.Yuan, ValueStatus.Illustrative);
        var start = new LabelledMatrix("flows", axis, axis, a * Matrix<double>.Build.DenseOfDiagonalVector(x), Unit.Yuan, ValueStatus.Illustrative);
        var balanced = Ras.Balance(start, Totals(245, 136, 159), Totals(251, 107, 182));
        double[,] expected = { { 165.210148, 34.613605, 45.176247 }, { 63.52862, 18.786178, 53.685202 }, { 22.261232, 53.600217, 83.13855 } };
        Assert.True(Largest(balanced.Balanced.Values - Matrix<double>.Build.DenseOfArray(expected)) < 1e-5);
        Assert.Equal(ValueStatus.Illustrative, balanced.Status);
        Assert.Equal(balanced.MovedMost(1)[0].Change, (balanced.Balanced.Values - start.Values).Enumerate().MaxBy(Math.Abs), 1e-12);
        Assert.Contains("iterations", balanced.ToString());
    }
}
