namespace CarbonComp.Tests.Abatement;

public class SeveralOutputsTests
{
    private static readonly RegionAxis Axis = RegionAxis.Of("A", "B", "C");

    private static LabelledVector Data(string name, string unit, params double[] values) => new(name, Axis, values, Unit.Parse(unit), ValueStatus.Illustrative);

    // A makes 1 of value added, B 2 and C 1.5, each with 1 of labour; of power A makes 4, B 1, C 2.
    private static readonly ProductionUnits One = ProductionUnits.Of(Data("value added", "EUR", 1, 2, 1.5), Data("emissions", "t CO2", 1, 1, 1.2),
        Data("labour", "persons", 1, 1, 1));

    private static readonly ProductionUnits Two = One.WithOutputs([Data("power", "GJ", 4, 1, 2)]);

    [Fact]
    public void Another_output_can_make_a_unit_efficient()
    {
        var held = new DirectionalDistanceOptions { Direction = DirectionVector.ValueAddedOnly, Emissions = EmissionConstraint.Inequality };
        // With value added alone A could double it; it makes the most power, so with power held it cannot grow.
        Assert.Equal(1, DirectionalDistance.Estimate(One, held).Scores["A"], 1e-9);
        Assert.Equal(0, DirectionalDistance.Estimate(Two, held).Scores["A"], 1e-9);
        // C: half of A and B each makes 1.5 and 2.5 of power; holding 2, the mix 1/3 A and 2/3 B gives 5/3, a gain of 1/9.
        Assert.Equal(1.0 / 9, DirectionalDistance.Estimate(Two, held).Scores["C"], 1e-9);
        Assert.Equal(1, RadialEfficiency.Estimate(Two).Scores["A"], 1e-9);
    }

    [Fact]
    public void The_direction_of_another_output_can_be_chosen()
    {
        double Score(DirectionVector direction) => DirectionalDistance.Estimate(Two,
            new() { Direction = direction, Emissions = EmissionConstraint.Inequality }).Scores["C"];
        // Power held: 1/3 of A and 2/3 of B. Along (1.5 EUR, 2 GJ): λ of A and 1 − λ of B with 2 − λ = 1.5 + 1.5β and 1 + 3λ = 2 + 2β.
        Assert.Equal(1.0 / 9, Score(DirectionVector.ValueAddedOnly), 1e-9);
        Assert.Equal(1.0 / 13, Score(DirectionVector.ValueAddedOnly.WithOutput("power", 2)), 1e-9);
        Assert.Contains("the units do not have", Assert.Throws<AbatementException>(() => Score(DirectionVector.Own.WithOutput("heat", 1))).Message);
    }

    [Fact]
    public void Every_estimator_takes_them_or_says_that_it_does_not()
    {
        var sbm = SlacksBasedMeasure.Estimate(Two);
        Assert.Equal(1, sbm.Scores["A"], 1e-9);
        Assert.Contains(sbm.Slacks, s => s.Name.Contains("power", StringComparison.Ordinal));
        Assert.Equal(1.0 / 9, ByProduction.Estimate(Two, "labour").Scores["C"], 1e-9);
        Assert.Contains("one good output", Assert.Throws<AbatementException>(() => QuadraticDistance.Estimate(Two)).Message);
        Assert.Equal(Unit.Parse("EUR"), Two.Currency);
        Assert.Contains("EUR/t CO2", sbm.ToString());
        Assert.Contains("power", Two.ToString());
        Assert.Contains("power", Two.Where(k => k != 1).ToString());
    }

    [Fact]
    public void Bad_outputs_of_that_kind_are_refused()
    {
        Assert.Contains("cannot be negative", Assert.Throws<AbatementException>(() => One.WithOutputs([Data("power", "GJ", 1, -1, 1)])).Message);
        Assert.Contains("power is 0 for every unit", Assert.Throws<AbatementException>(() => One.WithOutputs([Data("power", "GJ", 0, 0, 0)])).Message);
        Assert.Throws<AxisException>(() => One.WithOutputs([Data("labour", "persons", 1, 1, 1)]));
    }
}
