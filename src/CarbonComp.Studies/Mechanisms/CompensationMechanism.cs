using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>A mechanism of compensation on one case: what is owed, at which price, and the money that follows.</summary>
/// <remarks>
/// Every mechanism is written in the same terms, so that two can be taken apart in the same way. Row r of <see cref="Owed"/> has the tonnes that
/// r owes for to each other region, and in the last column what it owes the fund for (below zero: the fund owes it). <see cref="Prices"/> has the money
/// for such a tonne. Then
/// <c>net_r = Σ_s (O_rs·P_rs − O_sr·P_sr) + O_r,fund·P_r,fund</c>, in yuan, positive pays. Where nothing is owed the price is the one that the mechanism
/// would apply: that of the payer or of the place of production.
/// </remarks>
public sealed record CompensationMechanism : Tabular
{
    /// <summary>The label of the last column: the fund.</summary>
    public const string Fund = "fund";

    private CompensationMechanism(string name, string formula, Settlement settlement, LabelledMatrix owed, LabelledMatrix prices, Quantity price) =>
        (Name, Formula, Settlement, Owed, Prices, Price) = (name, formula, settlement, owed, prices, price);

    /// <summary>BTH: net flows of embodied carbon and of sink service, pair by pair, at the standard of the payer or another rule.</summary>
    /// <param name="mechanism">Flows, standard and payments.</param>
    /// <param name="price">The price before the coefficient of each region.</param>
    public static CompensationMechanism Of(FlowZoningCompensation mechanism, CarbonPrice price)
    {
        var (t, v) = (mechanism.Transfers.ToMatrix(), mechanism.Services.Amounts);
        return Bilateral("flow zoning (BTH)", "net_r = Σ_s (N_rs + W_rs) · p · γ_payer", mechanism.Bidirectional,
            Obligations(t, mechanism.Rule) + Obligations(v, mechanism.Rule), mechanism.Standard, mechanism.Rule, price.Quantity);
    }

    /// <summary>BTH's sink service alone, where no table tells who emits for whom.</summary>
    /// <param name="services">Who sequesters for whom.</param>
    /// <param name="standard">Money for a tonne of CO2 by region.</param>
    /// <param name="price">The price before the coefficient of each region.</param>
    /// <param name="rule">Whose standard prices a flow.</param>
    public static CompensationMechanism ServiceAlone(ServiceFlows services, CompensationStandard standard, CarbonPrice price,
        PriceRule rule = PriceRule.Payer) => Bilateral("sink service alone (BTH)", "net_r = Σ_s W_rs · p · γ_payer",
            Settlement.Bilateral("CSSF", services.Amounts, standard, rule), Obligations(services.Amounts, rule), standard, rule, price.Quantity);

    /// <summary>JX: each region's budget less its allowance, settled with a fund.</summary>
    /// <param name="budget">Base values L', t CO2.</param>
    /// <param name="standard">Money for a tonne of CO2 by region.</param>
    /// <param name="price">The price before the coefficient of each region.</param>
    public static CompensationMechanism Of(BudgetCompensation budget, CompensationStandard standard, CarbonPrice price)
    {
        var (regions, owed) = (standard.Regions, budget.Owed.In(Unit.TonneCO2));
        return new("carbon budget (JX)", "net_r = (C'_r − CA_r − P_r) · α · γ_r", Settlement.ByRegion("carbon budget", budget.Owed, standard),
            Terms("owed", regions, (_, _) => 0, i => owed[i], Unit.TonneCO2, owed.Status), OwnPrices(standard), price.Quantity);
    }

    /// <summary>PRC: emissions that regions answer for, at a reduction cost.</summary>
    /// <param name="compensation">Flows and payments.</param>
    /// <param name="cost">One of its costs, money for a mass of CO2 by region, by which it was settled.</param>
    /// <param name="emissions">Emissions by region, whose mean cost is the price that the others are held against.</param>
    /// <exception cref="AxisException">A cost that the compensation was not settled at.</exception>
    public static CompensationMechanism Of(ResponsibilityCompensation compensation, LabelledVector cost, LabelledVector emissions) =>
        Bilateral("reduction cost (PRC)", compensation.Rule == PriceRule.Payer ? "net_r = Σ_s (F_sr − F_rs) · c_payer" : "net_r = Σ_s (F_sr·c_s − F_rs·c_r)",
            compensation[cost.Name], Obligations(compensation.Flows.ToMatrix(), compensation.Rule), new CompensationStandard(cost), compensation.Rule,
            cost.Dot(emissions) / emissions.Sum());

    /// <summary>PEC: emissions for the use of others at the cost of the place of production, and sinks through a fund.</summary>
    /// <param name="compensation">Flows, costs and payments.</param>
    public static CompensationMechanism Of(EcologicalCompensation compensation)
    {
        var (regions, own, flows) = (compensation.Regions, compensation.Standard.Prices, compensation.Transfers.Transfers.ToMatrix());
        var (paid, fund) = (compensation.Horizontal.Payments, compensation.Vertical.ToFund - compensation.Vertical.FromFund);
        // The fund may be financed by another rule than in full, so what is owed to it is what is paid.
        return new("horizontal and vertical (PEC)", "net_r = Σ_s Σ_i (c_i^s·C_i^sr − c_i^r·C_i^rs) − p_r · I_r", compensation.Combined,
            Terms("owed", regions, (r, s) => r == s ? 0 : flows.Values[s, r], r => own[r] == 0 ? 0 : fund[r] / own[r], Unit.TonneCO2, flows.Status),
            Terms("prices", regions, (r, s) => r == s || flows.Values[s, r] == 0 ? own[s] : paid.Values[r, s] / flows.Values[s, r], r => own[r], own.Unit,
                compensation.Status),
            own.Dot(compensation.Transfers.Emissions.RowSums()) / compensation.Transfers.Emissions.Sum());
    }

    /// <summary>The name, with the source.</summary>
    public string Name { get; }

    /// <summary>The net payment in a line.</summary>
    public string Formula { get; }

    /// <summary>Who pays whom, and the fund.</summary>
    public Settlement Settlement { get; }

    /// <summary>Net payment by region: positive pays.</summary>
    public LabelledVector Net => Settlement.Net.Named(Name);

    /// <summary>O, t CO2: row owes column.</summary>
    public LabelledMatrix Owed { get; }

    /// <summary>P, money for a tonne of CO2 that the row owes the column for.</summary>
    public LabelledMatrix Prices { get; }

    /// <summary>The price that the mechanism starts from: its carbon price, or the mean reduction cost of a tonne emitted.</summary>
    public Quantity Price { get; init; }

    /// <summary>Prices over the price: what tells regions apart, a pure number.</summary>
    public LabelledMatrix Standards => (Prices / Price).Named("standard");

    /// <summary>The regions.</summary>
    public RegionAxis Regions => Settlement.Regions;

    /// <summary>The mean money for a tonne that is owed: what <see cref="Price"/> is with <see cref="AtMeanPrice"/>.</summary>
    /// <exception cref="CarbonCompException">Nothing is owed.</exception>
    public Quantity MeanPrice => Owed.Abs().Total > 0 ? (Owed.Abs() * Prices).Sum() / Owed.Abs().Sum()
        : throw new CarbonCompException($"Nothing is owed by {Name}, so there is no mean price.");

    /// <summary>The same payments, told as a mean price of a tonne owed and standards around 1.</summary>
    public CompensationMechanism AtMeanPrice() => this with { Price = MeanPrice };

    /// <summary>Net tonnes by region: positive owes.</summary>
    public LabelledVector NetOwed => NetOf(Owed, Terms("one", Regions, (_, _) => 1, _ => 1, Unit.One, Owed.Status)).Named("net tonnes owed");

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Owed.Status, Prices.Status);

    /// <inheritdoc/>
    public override string Caption => $"{Name}: {Formula}";

    /// <summary>A row a region: net tonnes owed, and the net payment.</summary>
    public override Columns ToColumns() => Columns.Of(NetOwed, Net.Named("net payment"));

    /// <summary>Net payments from what is owed and its prices.</summary>
    internal static LabelledVector NetOf(LabelledMatrix owed, LabelledMatrix prices)
    {
        var paid = owed * prices;
        var (all, n) = (paid.Values, paid.Rows.Count);
        return new("net payment", paid.Rows, Vector<double>.Build.Dense(n, r =>
            all[r, n] + Enumerable.Range(0, n).Sum(s => all[r, s] - all[s, r])), paid.Unit, paid.Status);
    }

    private static CompensationMechanism Bilateral(string name, string formula, Settlement settlement, LabelledMatrix obligations,
        CompensationStandard standard, PriceRule rule, Quantity price)
    {
        var (owed, p) = (obligations.Values, standard.Prices);
        return new(name, formula, settlement, Terms("owed", standard.Regions, (r, s) => owed[r, s], _ => 0, Unit.TonneCO2, obligations.Status),
            rule is PriceRule.Payer or PriceRule.Uniform ? OwnPrices(standard)
                : Terms("prices", standard.Regions, (_, s) => p[s], r => p[r], p.Unit, p.Status), price);
    }

    // What the row owes the column: a pair nets its flows, but where each has a price of its own.
    private static LabelledMatrix Obligations(LabelledMatrix flows, PriceRule rule)
    {
        var (regions, f) = (flows.Rows, flows.In(Unit.TonneCO2).Values);
        return new("owed", regions, regions, Matrix<double>.Build.Dense(regions.Count, regions.Count, (r, s) => r == s ? 0
            : rule == PriceRule.Producer ? f[s, r] : Math.Max(0, f[s, r] - f[r, s])), Unit.TonneCO2, flows.Status);
    }

    private static LabelledMatrix OwnPrices(CompensationStandard standard) => Terms("prices", standard.Regions, (r, _) => standard.Prices[r],
        r => standard.Prices[r], standard.Prices.Unit, standard.Status);

    private static LabelledMatrix Terms(string name, RegionAxis regions, Func<int, int, double> pair, Func<int, double> fund, Unit unit, ValueStatus status) =>
        new(name, regions, new CategoryAxis("owed to", [.. regions.Labels, Fund]), Matrix<double>.Build.Dense(regions.Count, regions.Count + 1,
            (r, s) => s == regions.Count ? fund(r) : pair(r, s)), unit, status);
}
