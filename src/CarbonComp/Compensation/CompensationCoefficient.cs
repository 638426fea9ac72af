namespace CarbonComp;

/// <summary>The share of the carbon price that a region can carry: γ of a growth curve (<c>docs/methods.md#bth-18</c>, <c>#jx-14</c>).</summary>
public sealed record CompensationCoefficient : Tabular
{
    private CompensationCoefficient(LabelledVector ability, LabelledVector engel, double a, double b, DevelopmentStage stage)
    {
        (Ability, Engel, A, B, Stage) = (ability, engel, a, b, stage);
        var t = stage == DevelopmentStage.InverseEngel ? 1 / engel - 3 : engel;
        var denominator = new LabelledVector("1 + a·e^(−b·t)", t.Axis, t.Values.Map(x => 1 + a * Math.Exp(-b * x)), Unit.One, t.Status);
        Values = (ability / denominator).Named("compensation coefficient");
    }

    /// <summary>The growth curve <c>γ = K / (1 + a·e^(−b·t))</c> of ability K, a positive pure number, and the Engel coefficient, a share or %.</summary>
    /// <remarks>K is <see cref="AbilityOf"/> or <see cref="ShareOf"/>. In the sources a and b are 1, and t is the Engel coefficient.</remarks>
    /// <exception cref="AxisException">The two are not along the same regions.</exception>
    /// <exception cref="UnitException">Not pure numbers.</exception>
    /// <exception cref="CarbonCompException">An Engel coefficient outside (0, 1), or an ability that is not positive.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An a or b outside its range.</exception>
    public static CompensationCoefficient GrowthCurve(LabelledVector ability, LabelledVector engel, double a = 1, double b = 1,
        DevelopmentStage stage = DevelopmentStage.Engel)
    {
        ability.RegionsOf().Require(engel.Axis, engel.Name);
        var one = Unit.One.To(engel.Unit);
        engel.Require(v => v > 0 && v < one, "An Engel coefficient lies between 0 and 1 (0 and 100 %). Is its unit right?");
        return new(ability.RequirePositive().In(Unit.One).Named("ability K"), engel.In(Unit.One).Named("Engel coefficient"),
            Guard.NotNegative(a), Guard.Finite(b), stage);
    }

    /// <summary>K as per-capita GDP over the mean of the regions (<c>docs/methods.md#bth-18</c>).</summary>
    /// <exception cref="AxisException">The two are not along the same regions.</exception>
    /// <exception cref="UnitException">Not money and persons.</exception>
    /// <exception cref="CarbonCompException">GDP or population that is not positive; the message names the region.</exception>
    public static LabelledVector AbilityOf(LabelledVector gdp, LabelledVector population, RegionalMean mean = RegionalMean.PopulationWeighted)
    {
        gdp.RegionsOf().Require(population.Axis, population.Name);
        var (money, persons) = (gdp.RequirePositive().InCurrency(), population.RequirePositive().In(Unit.Person));
        var perCapita = money / persons;
        var regional = mean == RegionalMean.Simple ? perCapita.Mean() : money.Sum() / persons.Sum();
        return (perCapita / regional).Named("per-capita GDP over the regional mean");
    }

    /// <summary>K as each region's share of the GDP of all (<c>docs/methods.md#jx-14</c>).</summary>
    /// <exception cref="AxisException">Not along regions.</exception>
    /// <exception cref="UnitException">Not money.</exception>
    /// <exception cref="CarbonCompException">GDP that is not positive; the message names the region.</exception>
    public static LabelledVector ShareOf(LabelledVector gdp)
    {
        _ = gdp.RegionsOf();
        var money = gdp.RequirePositive().InCurrency();
        return (money / money.Sum()).Named("share of GDP");
    }

    /// <summary>The regions.</summary>
    public RegionAxis Regions => (RegionAxis)Ability.Axis;

    /// <summary>γ by region, a pure number.</summary>
    public LabelledVector Values { get; }

    /// <summary>K by region.</summary>
    public LabelledVector Ability { get; }

    /// <summary>Engel coefficient by region, a share.</summary>
    public LabelledVector Engel { get; }

    /// <summary>a of the curve.</summary>
    public double A { get; }

    /// <summary>b of the curve.</summary>
    public double B { get; }

    /// <summary>t of the curve.</summary>
    public DevelopmentStage Stage { get; }

    /// <inheritdoc/>
    public override ValueStatus Status => Values.Status;

    /// <inheritdoc/>
    public override string Caption => Invariant($"Compensation coefficient, growth curve with a = {A}, b = {B}, t = "
        + $"{(Stage == DevelopmentStage.InverseEngel ? "1/Engel − 3" : "Engel")}");

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of(Ability, Engel, Values.Named("coefficient"));
}
