namespace CarbonComp.Studies;

/// <summary>Carbon budget, coefficients and functional zones of regions by two accounts: what they emit, and what is emitted for their use.</summary>
public sealed record AccountComparison : Tabular
{
    private static readonly CarbonAccount[] Accounts = [CarbonAccount.Territorial, CarbonAccount.Consumption];

    internal AccountComparison(CarbonBudgetModel territorial, CarbonBudgetModel consumption, FunctionalZoneThresholds? thresholds) =>
        (Territorial, Consumption, TerritorialZones, ConsumptionZones) =
            (territorial, consumption, territorial.Zones(thresholds: thresholds), consumption.Zones(thresholds: thresholds));

    /// <summary>The model of what regions emit.</summary>
    public CarbonBudgetModel Territorial { get; }

    /// <summary>The model of what is emitted for their use.</summary>
    public CarbonBudgetModel Consumption { get; }

    /// <summary>Zones by what regions emit.</summary>
    public FunctionalZones TerritorialZones { get; }

    /// <summary>Zones by what is emitted for their use.</summary>
    public FunctionalZones ConsumptionZones { get; }

    /// <summary>The model of an account.</summary>
    public CarbonBudgetModel this[CarbonAccount account] => account == CarbonAccount.Territorial ? Territorial : Consumption;

    /// <summary>The zones by an account.</summary>
    public FunctionalZones Zones(CarbonAccount account) => account == CarbonAccount.Territorial ? TerritorialZones : ConsumptionZones;

    /// <summary>Budgets of both accounts, emissions less absorption, named after the accounts.</summary>
    public IReadOnlyList<LabelledVector> Budgets => [.. Both("carbon budget", m => m.Budget().Balance)];

    /// <summary>Economic contribution coefficients of both accounts, named after the accounts.</summary>
    public IReadOnlyList<LabelledVector> EconomicContributions => [.. Both("ECC", m => m.EconomicContribution())];

    /// <summary>Ecological support coefficients of both accounts, named after the accounts.</summary>
    public IReadOnlyList<LabelledVector> EcologicalSupports => [.. Both("ESC", m => m.EcologicalSupport())];

    /// <summary>Regions whose zone depends on the account.</summary>
    public IReadOnlyList<string> ZonesThatDiffer =>
        [.. Territorial.Regions.Labels.Where((_, i) => TerritorialZones.Zones[i] != ConsumptionZones.Zones[i])];

    /// <summary>Payments through a fund by an account: <c>M = (C − CA − ECC·D)·p</c>, with D the mean emission of the regions.</summary>
    /// <remarks>JX 8 to 12 without the revision by intensity, which needs two years, and with one price for everybody.</remarks>
    /// <param name="account">Whose emissions.</param>
    /// <param name="price">p.</param>
    public Settlement Settlement(CarbonAccount account, CarbonPrice price) => this[account].Settlement(price,
        compensation: new CompensationReading { Revision = IntensityRevision.None }.Compensation(this[account]));

    /// <summary>Net payments at a price by both accounts, named after the accounts; positive pays.</summary>
    /// <param name="price">p of <see cref="Settlement"/>.</param>
    public IReadOnlyList<LabelledVector> NetPayments(CarbonPrice price) => [.. Accounts
        .Select(account => Settlement(account, price).Net.Named($"net payment, {ProvincialBudgets.NameOf(account)}"))];

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Territorial.Status, Consumption.Status);

    /// <inheritdoc/>
    public override string Caption => $"Two accounts of {Territorial.Regions.Count} {Territorial.Regions.Kinds}, {Territorial.Years[^1]}";

    /// <summary>A row a region: emissions, coefficients and zone by either account.</summary>
    public override Columns ToColumns() => Columns.Of(Territorial.Emissions().Named("emissions, territorial"),
            Consumption.Emissions().Named("emissions, consumption-based"), TerritorialZones.Contribution.Named("ECC, territorial"),
            ConsumptionZones.Contribution.Named("ECC, consumption-based"), TerritorialZones.Support.Named("ESC, territorial"),
            ConsumptionZones.Support.Named("ESC, consumption-based"))
        .With("zone, territorial", TerritorialZones.Zones.Select(FunctionalZones.NameOf))
        .With("zone, consumption-based", ConsumptionZones.Zones.Select(FunctionalZones.NameOf));

    private IEnumerable<LabelledVector> Both(string what, Func<CarbonBudgetModel, LabelledVector> of) =>
        Accounts.Select(account => of(this[account]).Named($"{what}, {ProvincialBudgets.NameOf(account)}"));
}
