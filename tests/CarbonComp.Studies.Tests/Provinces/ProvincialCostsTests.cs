namespace CarbonComp.Studies.Tests;

/// <summary>The shadow prices of the case that the notebooks show, each held against the primal program.</summary>
public sealed class ProvincialCostsTests
{
    private const int Year = 2017;

    // Shanghai's agriculture is minute beside that of others.
    private const double Inside = 1e-4;

    private static readonly ChinaProvinces China = ChinaProvinces.Load(CaseFolder.Path(""));

    private static readonly string[][] InputSets = [["labour"], ["labour", "energy"], ["labour", "capital", "energy"]];

    public static TheoryData<ReturnsToScale, EmissionConstraint> Technologies => new()
    {
        { ReturnsToScale.Constant, EmissionConstraint.Equality }, { ReturnsToScale.Constant, EmissionConstraint.Inequality },
        { ReturnsToScale.Variable, EmissionConstraint.Equality }, { ReturnsToScale.Variable, EmissionConstraint.Inequality },
    };

    [Theory]
    [MemberData(nameof(Technologies))]
    [Trait("size", "large")]
    public void Directional_distances_of_provinces_withstand_a_perturbation(ReturnsToScale returns, EmissionConstraint emissions)
    {
        var options = new DirectionalDistanceOptions { Returns = returns, Emissions = emissions };
        foreach (var units in InputSets.Select(inputs => China.Units(Year, inputs)))
            CheckDistances(units, options);
    }

    [Theory]
    [MemberData(nameof(Technologies))]
    [Trait("size", "large")]
    public void Directional_distances_of_sectors_withstand_a_perturbation(ReturnsToScale returns, EmissionConstraint emissions)
    {
        foreach (var sector in China.Sectors.Codes)
            CheckDistances(Sector(sector), new() { Returns = returns, Emissions = emissions });
    }

    [Theory]
    [InlineData(ReturnsToScale.Constant)]
    [InlineData(ReturnsToScale.Variable)]
    [Trait("size", "large")]
    public void Slacks_based_prices_of_provinces_and_sectors_withstand_a_perturbation(ReturnsToScale returns)
    {
        foreach (var units in InputSets.Select(inputs => China.Units(Year, inputs)).Concat(China.Sectors.Codes.Select(Sector)))
        {
            var estimate = SlacksBasedMeasure.Estimate(units, returns);
            for (var k = 0; k < units.Count; k++)
            {
                var program = SlacksBasedMeasure.Program(units, units.Axis.Labels[k], returns);
                Duality.Check(program);
                Duality.CheckPriceInterval(program, "output value added", "bad output emissions",
                    estimate.ShadowPrices.Intervals[k].Times(units.Emissions[k] / units.ValueAdded[k]), Inside);
            }
            Assert.Equal(units.Axis.Labels.Where((_, k) => estimate.Scores[k] > 1 - 1e-7), estimate.Efficient);
        }
    }

    [Theory]
    [InlineData(ReturnsToScale.Constant)]
    [InlineData(ReturnsToScale.Variable)]
    public void By_production_of_provinces_prices_energy_as_a_perturbation_does(ReturnsToScale returns)
    {
        var units = China.Units(Year, "labour", "energy");
        var estimate = ByProduction.Estimate(units, "energy", returns);
        var energy = units.Inputs[1].Values;
        for (var k = 0; k < units.Count; k++)
        {
            var intended = ByProduction.IntendedProgram(units, units.Axis.Labels[k], returns);
            Duality.Check(intended);
            Duality.Check(ByProduction.EmissionProgram(units, units.Axis.Labels[k], "energy", returns));
            Duality.CheckPriceInterval(intended, "value added", "input energy", estimate.MarginalProducts[k].Times(energy[k] / units.ValueAdded[k]), Inside);
        }
        Assert.All(estimate.Efficient, u => Assert.Equal(0, estimate.Scores[u] + estimate.EmissionScores[u], 1e-6));
    }

    [Fact]
    [Trait("size", "large")]
    public void Every_estimator_prices_every_sector_of_every_province()
    {
        var (labour, _, energy) = China.Inputs(Year);
        (Func<ProductionUnits, IReductionCostEstimate> By, LabelledMatrix[] Inputs)[] estimators =
        [
            (u => DirectionalDistance.Estimate(u), [labour]),
            (u => DirectionalDistance.Estimate(u, new() { Returns = ReturnsToScale.Variable, Emissions = EmissionConstraint.Inequality }), [labour]),
            (u => QuadraticDistance.Estimate(u), [labour]), (u => SlacksBasedMeasure.Estimate(u), [labour]),
            (u => ByProduction.Estimate(u, "energy"), [labour, energy]),
        ];
        foreach (var (by, inputs) in estimators)
        {
            var costs = SectorReductionCosts.Estimate(China.SectorValueAdded(Year), China.EmitterEmissions(Year), inputs, by);
            Assert.Equal(["Mining of Shanghai (no emissions)"], costs.LeftOut);
            var upper = costs.ShadowPrices.ByRegionAndSector(ShadowPriceEnd.Upper, otherwise: 0);
            Assert.Equal((30, 9), (upper.Rows.Count, upper.Columns.Count));
            // By-production is efficient in both technologies at once, which no province need be.
            Assert.All(costs.Estimates, e => Assert.True(e.Efficient.Count > 0 || e is ByProductionEstimate));
        }
    }

    private static void CheckDistances(ProductionUnits units, DirectionalDistanceOptions options)
    {
        var estimate = DirectionalDistance.Estimate(units, options);
        for (var k = 0; k < units.Count; k++)
        {
            var program = DirectionalDistance.Program(units, units.Axis.Labels[k], options);
            Duality.Check(program);
            Duality.CheckPriceInterval(program, "value added", "emissions", estimate.ShadowPrices.Intervals[k].Times(units.Emissions[k] / units.ValueAdded[k]),
                Inside);
        }
        // Under an equation the frontier may fall with emissions, and what lies there may still gain in its own direction.
        if (options.Emissions == EmissionConstraint.Inequality)
            Assert.All(estimate.Peers.SelectMany(p => p), p => Assert.Contains(p.Unit, estimate.Efficient));
    }

    // The provinces where the sector emits.
    private static ProductionUnits Sector(string sector)
    {
        var emitted = China.EmitterEmissions(Year).Column(sector);
        var emitting = new RegionAxis(China.Emitters(Year).Where(p => emitted[p.Code] > 0));
        return ProductionUnits.Of(China.SectorValueAdded(Year).Column(sector).For(emitting), emitted.For(emitting),
            [China.Inputs(Year).Labour.Column(sector).For(emitting).Named("labour")]);
    }
}
