namespace CarbonComp.Tests.Compensation;

public sealed class CompensationClassesTests
{
    private static CompensationClasses Of(params double[] payments) =>
        CompensationClasses.Classify(new("net payment", RegionAxis.Of([.. payments.Select((_, i) => $"R{i}")]), payments, Unit.Parse("million yuan"),
            ValueStatus.Statistic));

    [Fact]
    public void Payers_divide_by_natural_breaks_and_all_others_are_compensated()
    {
        var classes = Of(100, 90, 12, 10, 0, -5);
        Assert.Equal(["R0", "R1"], classes.Members(CompensationClass.High));
        Assert.Equal(["R2", "R3"], classes.Members(CompensationClass.Low));
        Assert.Equal(["R4", "R5"], classes.Members(CompensationClass.Compensated));
        Assert.Equal(CompensationClass.High, classes["R1"]);
    }

    [Fact]
    public void Payers_of_one_amount_are_one_class()
    {
        Assert.Equal(["R0", "R1"], Of(7, 7, -1).Members(CompensationClass.High));
        Assert.Equal(["R0"], Of(7, -1).Members(CompensationClass.High));
        Assert.Equal(["R0", "R1"], Of(-7, -1).Members(CompensationClass.Compensated));
    }

    [Fact]
    public void Only_money_can_be_classed() =>
        Assert.Throws<UnitException>(() => CompensationClasses.Classify(new("area", RegionAxis.Of("A"), [1.0], Unit.SquareKilometre, ValueStatus.Statistic)));
}
