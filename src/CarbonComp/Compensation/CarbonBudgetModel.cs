using System.Globalization;

namespace CarbonComp;

/// <summary>Emissions, absorption and GDP of regions in one or several years, and every analysis of the budget mechanism on them.</summary>
/// <remarks>
/// The model holds these three and nothing else. Coefficients, thresholds and prices are arguments of its members.
/// Methods are in <c>docs/methods.md#jx-4</c> to <c>#jx-14</c>. A member without a year is about the last one.
/// </remarks>
/// <example><c>var model = new CarbonBudgetModel(emissions, absorption, gdp, 2020); model.Settlement(price)</c></example>
public sealed record CarbonBudgetModel : Tabular
{
    private readonly LabelledMatrix emissions, absorption, gdp;

    /// <summary>The model of several years, from regions × years: C and CA, masses of CO2, not negative, and GDP, money.</summary>
    /// <exception cref="AxisException">Rows that are not regions, or other regions or years than those of the emissions.</exception>
    /// <exception cref="UnitException">Another kind of quantity.</exception>
    /// <exception cref="CarbonCompException">A negative mass, or columns that are not years in rising order.</exception>
    public CarbonBudgetModel(LabelledMatrix emissions, LabelledMatrix absorption, LabelledMatrix gdp)
    {
        Regions = emissions.RegionRows();
        foreach (var other in new[] { absorption, gdp })
        {
            Regions.Require(other.Rows, other.Name);
            emissions.Columns.Require(other.Columns, other.Name);
        }
        Years = [.. emissions.Columns.Labels.Select(label => int.TryParse(label, CultureInfo.InvariantCulture, out var year) ? year
            : throw new CarbonCompException($"Column \"{label}\" of {emissions.Name} is not a year. The columns must be years, such as 2020."))];
        if (Years.Zip(Years.Skip(1)).Any(y => y.First >= y.Second))
            throw new CarbonCompException($"The years of {emissions.Name} are {string.Join(", ", Years)}. Give them in rising order.");
        this.emissions = emissions.RequireNotNegative().In(Unit.TonneCO2);
        this.absorption = absorption.RequireNotNegative("It cannot be negative; absorption is given as a positive amount.").In(Unit.TonneCO2);
        this.gdp = gdp.InCurrency();
    }

    /// <summary>The model of one year: C and CA, masses of CO2, not negative, and GDP, money, by region.</summary>
    /// <inheritdoc cref="CarbonBudgetModel(LabelledMatrix, LabelledMatrix, LabelledMatrix)" path="/exception"/>
    public CarbonBudgetModel(LabelledVector emissions, LabelledVector absorption, LabelledVector gdp, int year)
        : this(OneYear(emissions, year), OneYear(absorption, year), OneYear(gdp, year)) { }

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>The years, rising.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(emissions.Status, absorption.Status, gdp.Status);

    /// <inheritdoc/>
    public override string Caption => $"Carbon budget of {Regions.Count} {Regions.Kinds}, {string.Join(", ", Years)}";

    /// <summary>C, t CO2 by region, in one of <see cref="Years"/>.</summary>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public LabelledVector Emissions(int? year = null) => In(emissions, year).Named("emissions");

    /// <summary>CA, t CO2 by region.</summary>
    /// <inheritdoc cref="Emissions"/>
    public LabelledVector Absorption(int? year = null) => In(absorption, year).Named("absorption");

    /// <summary>GDP by region.</summary>
    /// <inheritdoc cref="Emissions"/>
    public LabelledVector Gdp(int? year = null) => In(gdp, year).Named("GDP");

    /// <summary>Emissions less absorption.</summary>
    /// <inheritdoc cref="Emissions"/>
    public CarbonBudget Budget(int? year = null) => CarbonBudget.Of(Emissions(year), Absorption(year));

    /// <summary>ECC: the share of GDP over the share of emissions.</summary>
    /// <inheritdoc cref="Emissions"/>
    public LabelledVector EconomicContribution(int? year = null) => Budget(year).EconomicContribution(Gdp(year));

    /// <summary>ESC: the share of absorption over the share of emissions.</summary>
    /// <inheritdoc cref="Emissions"/>
    public LabelledVector EcologicalSupport(int? year = null) => Budget(year).EcologicalSupport();

    /// <summary>Functional zones by ECC, ESC and emissions, with the documented borders if none are given.</summary>
    /// <exception cref="CarbonCompException">Another year, or a threshold outside its range.</exception>
    public FunctionalZones Zones(int? year = null, FunctionalZoneThresholds? thresholds = null) =>
        FunctionalZones.Classify(EconomicContribution(year), EcologicalSupport(year), Emissions(year), thresholds);

    /// <summary>a: change of each region's emission intensity from the first to the last year, against that of all regions.</summary>
    /// <exception cref="CarbonCompException">The model has one year only.</exception>
    public LabelledVector IntensityChange() => Years.Count > 1
        ? BudgetCompensation.IntensityChange(Emissions(), Gdp(), Emissions(Years[0]), Gdp(Years[0]))
        : throw new CarbonCompException($"The model has {Years[0]} only, and the change of intensity compares two years. "
            + "Add an earlier year, or give a revision that needs none.");

    /// <summary>s: level of each region's emission intensity against the mean of the regions in the last year.</summary>
    public LabelledVector IntensityLevel() => BudgetCompensation.IntensityLevel(Emissions(), Gdp());

    /// <summary>D: mean emission of all regions in all years, t CO2.</summary>
    public Quantity MeanEmission => new(emissions.Values.Enumerate().Average(), Unit.TonneCO2, emissions.Status);

    /// <summary>The compensation base of each region in the last year.</summary>
    /// <param name="revision">r; if none is given, <c>(a + s)/2</c>: the mean of change and level of intensity.</param>
    /// <param name="allowance">P, a mass of CO2 by region; if none is given, <c>ECC · D</c>.</param>
    /// <exception cref="CarbonCompException">No revision is given and the model has one year only.</exception>
    public BudgetCompensation Compensation(LabelledVector? revision = null, LabelledVector? allowance = null) => BudgetCompensation.Of(Budget(),
        revision ?? ((IntensityChange() + IntensityLevel()) / 2).Named("mean of change and level of intensity"),
        allowance ?? (EconomicContribution() * MeanEmission).Named("ECC × mean emission"));

    /// <summary>Payments of the last year, through a fund: base value (<see cref="Compensation"/>) × price × γ, which is 1 if none is given.</summary>
    /// <exception cref="AxisException">Coefficients or base values of other regions.</exception>
    public Settlement Settlement(CarbonPrice price, CompensationCoefficient? coefficient = null, BudgetCompensation? compensation = null) =>
        CarbonComp.Settlement.ByRegion("compensation", (compensation ?? Compensation()).Owed, coefficient is null
            ? CompensationStandard.Uniform(Regions, price) : CompensationStandard.Of(price, coefficient));

    /// <summary>A row a region: its budget in each year.</summary>
    public override Columns ToColumns() => (emissions - absorption).Named("carbon budget").ToColumns();

    private LabelledVector In(LabelledMatrix numbers, int? year)
    {
        var wanted = year ?? Years[^1];
        return Years.Contains(wanted) ? numbers.Column(Invariant($"{wanted}"))
            : throw new CarbonCompException($"There is no year {wanted}. The model has {string.Join(", ", Years)}.");
    }

    private static LabelledMatrix OneYear(LabelledVector numbers, int year) =>
        LabelledMatrix.OfColumns(numbers.Name, "year", numbers.Named(Invariant($"{year}")));
}
