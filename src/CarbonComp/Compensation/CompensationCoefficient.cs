using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>How much of the carbon price a region can carry (BTH eq. 18, JX eq. 14).</summary>
public sealed record CompensationCoefficient : Tabular
{
    private CompensationCoefficient(RegionAxis regions, Vector<double> ability, Vector<double> engel, double a, double b, GrowthArgument argument,
        ValueStatus status)
    {
        (Regions, A, B, Argument, Status) = (regions, a, b, argument, status);
        Ability = new("compensation ability", regions, ability, Unit.One, status);
        Engel = new("Engel coefficient", regions, engel, Unit.One, status);
        var t = argument == GrowthArgument.Pearl ? engel.Map(e => 1 / e - 3) : engel;
        Values = new("compensation coefficient", regions, ability.PointwiseDivide(t.Map(x => 1 + a * Math.Exp(-b * x))), Unit.One, status);
    }

    /// <summary>The growth curve <c>γ = K / (1 + a·e^(−b·t))</c>.</summary>
    /// <param name="ability">K by region, a positive pure number: per-capita GDP over the regional mean (<see cref="AbilityOf"/>), or the
    /// share of GDP (JX, <see cref="ShareOf"/>).</param>
    /// <param name="engel">Engel coefficient by region, a share or %, between 0 and 1.</param>
    /// <param name="a">a, not negative; 1 in the sources.</param>
    /// <param name="b">b, 1 in the sources.</param>
    /// <param name="argument">What t is; the sources' t is the Engel coefficient.</param>
    /// <exception cref="AxisException">The two are not along the same regions.</exception>
    /// <exception cref="UnitException">Not pure numbers.</exception>
    /// <exception cref="CarbonCompException">An Engel coefficient outside (0, 1) or an ability that is not positive; the message names the region.</exception>
    /// <exception cref="ArgumentOutOfRangeException">a negative or no number, b no number.</exception>
    public static CompensationCoefficient GrowthCurve(LabelledVector ability, LabelledVector engel, double a = 1, double b = 1,
        GrowthArgument argument = GrowthArgument.EngelCoefficient)
    {
        Guard.NotNegative(a, "a is a number from 0 on.");
        Guard.Finite(b, "b is a number.");
        var regions = ability.RegionsOf();
        regions.Require(engel.Axis, engel.Name);
        var (k, shares) = (ability.RequirePositive().In(Unit.One), engel.In(Unit.One));
        var one = Unit.One.To(engel.Unit);
        engel.Require(v => v > 0 && v < one, "An Engel coefficient lies between 0 and 1 (0 and 100 %). Is its unit right?");
        return new(regions, k.Values, shares.Values, a, b, argument, ValueStatuses.Weakest(ability.Status, engel.Status));
    }

    /// <summary>K of eq. 18: per-capita GDP over the mean of the regions.</summary>
    /// <param name="gdp">Money by region, positive.</param>
    /// <param name="population">Persons by region, positive.</param>
    /// <param name="mean">What the mean is.</param>
    /// <returns>A pure number by region.</returns>
    /// <exception cref="AxisException">The two are not along the same regions.</exception>
    /// <exception cref="UnitException">Not yuan and persons.</exception>
    /// <exception cref="CarbonCompException">GDP or population that is not positive; the message names the region.</exception>
    public static LabelledVector AbilityOf(LabelledVector gdp, LabelledVector population, RegionalMean mean = RegionalMean.PopulationWeighted)
    {
        var regions = gdp.RegionsOf();
        regions.Require(population.Axis, population.Name);
        var (yuan, persons) = (gdp.RequirePositive().In(Unit.Yuan), population.RequirePositive().In(Unit.Person));
        var perCapita = yuan / persons;
        var regional = mean == RegionalMean.Simple ? perCapita.Mean() : yuan.Sum() / persons.Sum();
        return (perCapita / regional).Named("per-capita GDP over the regional mean");
    }

    /// <summary>K of JX 14: each region's share of the GDP of all.</summary>
    /// <param name="gdp">Money by region, positive.</param>
    /// <returns>Shares that sum to 1.</returns>
    /// <exception cref="AxisException">Not along regions.</exception>
    /// <exception cref="UnitException">Not yuan.</exception>
    /// <exception cref="CarbonCompException">GDP that is not positive; the message names the region.</exception>
    public static LabelledVector ShareOf(LabelledVector gdp)
    {
        var yuan = gdp.RequirePositive().In(Unit.Yuan).Values;
        return new("share of GDP", gdp.RegionsOf(), yuan / yuan.Sum(), Unit.One, gdp.Status);
    }

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

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

    /// <summary>What t of the curve is.</summary>
    public GrowthArgument Argument { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => Invariant($"Compensation coefficient, growth curve with a = {A}, b = {B}, t = "
        + $"{(Argument == GrowthArgument.Pearl ? "1/Engel − 3" : "Engel")}");

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of(Ability.Named("ability K"), Engel.Named("Engel coefficient"), Values.Named("coefficient"));
}
