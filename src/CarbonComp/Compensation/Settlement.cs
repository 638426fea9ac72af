namespace CarbonComp;

/// <summary>Who pays whom, and the payments into and out of a fund.</summary>
/// <remarks>
/// Payments between regions are horizontal, payments between a region and the fund vertical. The nets of the regions add up to what
/// the fund takes in less what it pays out (<c>docs/methods.md#settlement</c>).
/// </remarks>
public sealed record Settlement : Tabular
{
    private Settlement(string name, LabelledMatrix payments, LabelledVector toFund, LabelledVector fromFund) =>
        (Name, Payments, ToFund, FromFund) = (name, payments.Named("payments"), toFund.Named("paid into the fund"), fromFund.Named("paid by the fund"));

    /// <summary>Each pair of regions settles its net flow: the region that is provided for pays the one that provides.</summary>
    /// <remarks>
    /// With F[r,s], what r provides for s, region s pays <c>(F[r,s] − F[s,r])⁺ · standard</c> at the payer's or the recipient's standard.
    /// With <see cref="PriceRule.Producer"/> the pair nets <c>F[r,s]·standard_r − F[s,r]·standard_s</c>. What one region pays another
    /// receives, so no fund is needed.
    /// </remarks>
    /// <param name="name">The name in captions: "ECT", "CSSF".</param>
    /// <param name="flows">Masses of CO2, not negative: rows emit or sequester, columns use or are served. The diagonal is ignored.</param>
    /// <param name="standard">Standards of the same regions.</param>
    /// <param name="rule">Whose standard prices a flow.</param>
    /// <exception cref="AxisException">Flows and standards are not along the same regions.</exception>
    /// <exception cref="UnitException">Flows are not masses of CO2.</exception>
    /// <exception cref="CarbonCompException">A negative flow, or standards that differ where they must be uniform.</exception>
    public static Settlement Bilateral(string name, LabelledMatrix flows, CompensationStandard standard, PriceRule rule = PriceRule.Payer)
    {
        var regions = flows.RegionsOf();
        regions.Require(standard.Regions, "compensation standards");
        var (f, price) = (flows.In(Unit.TonneCO2).Values, standard.Prices);
        if (f.Find(v => v < 0) is var (from, to, tonnes))
            throw new CarbonCompException($"{flows.Name} from {regions[from]} to {regions[to]} is {tonnes} t CO2. A flow cannot be negative; "
                + $"give it to the other direction.");
        if (rule == PriceRule.Uniform && price.Values.Find(p => p != price[0]) is var (other, value))
            throw new CarbonCompException($"The standards of {regions[0]} ({price[0]} {price.Unit}) and {regions[other]} ({value}) differ, but "
                + $"PriceRule.Uniform asks for one. Use CompensationStandard.Uniform, or another rule.");
        return Horizontal(name, regions, (payer, recipient) => Math.Max(0, rule switch
        {
            PriceRule.Payer or PriceRule.Uniform => (f[recipient, payer] - f[payer, recipient]) * price[payer],
            PriceRule.Recipient => (f[recipient, payer] - f[payer, recipient]) * price[recipient],
            PriceRule.Producer => f[recipient, payer] * price[recipient] - f[payer, recipient] * price[payer],
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        }), standard.Currency, ValueStatuses.Weakest(flows.Status, standard.Status));
    }

    /// <summary>Each region settles its balance L, a mass of CO2, with the fund: <c>TC_i = L_i · price · γ_i</c>
    /// (<c>docs/methods.md#bth-17</c>, <c>#jx-12</c>).</summary>
    /// <remarks>A positive L pays. Payers and recipients have different standards, so the fund does not close: see <see cref="FundBalance"/>.</remarks>
    /// <exception cref="AxisException">Balances and standards are not along the same regions.</exception>
    /// <exception cref="UnitException">The balance is not a mass of CO2.</exception>
    public static Settlement ByRegion(string name, LabelledVector owed, CompensationStandard standard)
    {
        var regions = owed.RegionsOf();
        regions.Require(standard.Regions, "compensation standards");
        var amounts = owed.In(Unit.TonneCO2) * standard.Prices;
        return new(name, Horizontal(name, regions, (_, _) => 0, standard.Currency, amounts.Status).Payments, Positive(amounts), Positive(-amounts));
    }

    /// <summary>Who uses emissions of others pays the cost of the emitter: <c>M_{s→r} = Σ_i c_i^r·C_i^rs</c> (<c>docs/methods.md#pec</c>).</summary>
    /// <remarks>
    /// C: emissions by sector and region for the final use of regions; c, money for a mass of CO2, by region of production and sector.
    /// Both directions of a pair are paid in full; <see cref="Netted"/> leaves the differences. The nets add up to zero.
    /// </remarks>
    /// <exception cref="AxisException">Costs of other regions or sectors.</exception>
    /// <exception cref="UnitException">Transfers of something else than CO2, or costs that are not money for a mass of CO2.</exception>
    /// <exception cref="CarbonCompException">A negative cost or transfer; the message names region and sector.</exception>
    public static Settlement AtProduction(string name, SectorTransfers transfers, LabelledMatrix costs)
    {
        transfers.Stressor.RequireCarbonDioxide("A settlement at reduction costs");
        var (regions, axis, prices) = (transfers.Regions, transfers.Axis, costs.InCurrencyPerTonneCO2());
        regions.Require(costs.Rows, costs.Name);
        transfers.Sectors.Require(costs.Columns, costs.Name);
        var (c, f) = (prices.Values, transfers.Amounts);
        if (c.Find(v => v < 0) is var (region, sector, cost))
            throw new CarbonCompException($"{costs.Name} of {axis.Labels[axis.Position(region, sector)]} is {cost:G6} {prices.Unit}; a payment cannot be "
                + $"negative. Take another end of the price's interval, or another estimator.");
        for (var row = 0; row < axis.Count; row++)
            if (f.Row(row).EnumerateIndexed().FirstOrDefault(t => t.Item1 != row / transfers.Sectors.Count && t.Item2 < 0) is (var s, < 0 and var tonnes))
                throw new CarbonCompException($"{axis.Labels[row]} emits {tonnes:G6} t CO2 for {regions[s]}. A flow cannot be negative; "
                    + $"look for negative final use of {regions[s]}.");
        return Horizontal(name, regions, (s, r) => s == r ? 0 : Enumerable.Range(0, transfers.Sectors.Count).Sum(i => c[r, i] * f[axis.Position(r, i), s]),
            prices.Unit * Unit.TonneCO2, ValueStatuses.Weakest(transfers.Status, costs.Status));
    }

    /// <summary>The name in captions.</summary>
    public string Name { get; }

    /// <summary>The regions.</summary>
    public RegionAxis Regions => (RegionAxis)Payments.Rows;

    /// <summary>Money: rows pay, columns are paid.</summary>
    public LabelledMatrix Payments { get; }

    /// <summary>Money that each region pays into the fund.</summary>
    public LabelledVector ToFund { get; }

    /// <summary>Money that each region is paid by the fund.</summary>
    public LabelledVector FromFund { get; }

    /// <summary>Money that each region pays, to regions and to the fund.</summary>
    public LabelledVector Paid => (Payments.RowSums() + ToFund).Named("paid");

    /// <summary>Money that each region receives, from regions and from the fund.</summary>
    public LabelledVector Received => (Payments.ColumnSums() + FromFund).Named("received");

    /// <summary>Paid less received: positive is a net payer.</summary>
    public LabelledVector Net => (Paid - Received).Named("net payment");

    /// <summary>Paid into the fund less paid by it. If it is negative, a higher level of government covers the rest.</summary>
    public double FundBalance => ToFund.Total - FromFund.Total;

    /// <inheritdoc/>
    public override ValueStatus Status => Payments.Status;

    /// <inheritdoc/>
    public override string Caption
    {
        get
        {
            // In the multiple of the unit that the columns have.
            var unit = Payments.Unit.Readable(Paid.Values.Concat(Received.Values).Max());
            string Shown(double money) => NumberFormat.Format(money * Payments.Unit.To(unit), 1);
            return $"{Name}: {Shown(Paid.Total)} {unit} paid, {Shown(Received.Total)} received; the fund "
                + (FundBalance == 0 ? "is not needed" : FundBalance > 0 ? $"keeps {Shown(FundBalance)}" : $"adds {Shown(-FundBalance)}");
        }
    }

    /// <summary>Both settlements together: every payment is the sum of the two.</summary>
    /// <exception cref="AxisException">Settlements of different regions.</exception>
    /// <exception cref="UnitException">Settlements in different currencies.</exception>
    public static Settlement operator +(Settlement a, Settlement b)
    {
        a.Regions.Require(b.Regions, b.Name);
        return new($"{a.Name} + {b.Name}", a.Payments + b.Payments, a.ToFund + b.ToFund, a.FromFund + b.FromFund);
    }

    /// <summary>Opposite payments netted: of two regions at most one pays the other, and no region both pays the fund and is paid by it. Nets stay.</summary>
    public Settlement Netted() => new(Name, Payments.Netted(), Positive(ToFund - FromFund), Positive(FromFund - ToFund));

    /// <summary>The net payments between regions as a network from payer to recipient; the fund is left out.</summary>
    public FlowNetwork Network() => FlowNetwork.Of(Netted().Payments.Named($"payments, {Name}"));

    /// <summary>The same payments between regions, and the fund financed in another way.</summary>
    public Settlement FinancedBy(FundFinancing financing)
    {
        var (paidIn, paidOut) = (ToFund.Total, FromFund.Total);
        var (into, outOf) = financing switch
        {
            FundFinancing.Centre => (1.0, 1.0),
            FundFinancing.CentreAlone => (0, 1),
            FundFinancing.Closed when paidIn > paidOut => (paidOut / paidIn, 1),
            FundFinancing.Closed => (1, paidOut == 0 ? 1 : paidIn / paidOut),
            _ => throw new ArgumentOutOfRangeException(nameof(financing)),
        };
        return new(Name, Payments, ToFund * new Quantity(into, Unit.One, Status), FromFund * new Quantity(outOf, Unit.One, Status));
    }

    /// <summary>The payments between regions, largest first.</summary>
    /// <param name="count">How many of them; all without it.</param>
    public Table Largest(int count = int.MaxValue)
    {
        var all = Payments.Values.EnumerateIndexed(Zeros.AllowSkip).Where(p => p.Item3 > 0).OrderByDescending(p => p.Item3).Take(count).ToArray();
        return Table.OfRows($"{Name}: payments between regions", all, Status).With("from", p => Regions[p.Item1].Name)
            .With("to", p => Regions[p.Item2].Name).With("payment", p => p.Item3, Payments.Unit);
    }

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of(Paid, Received, Net);

    private static Settlement Horizontal(string name, RegionAxis regions, Func<int, int, double> paid, Unit currency, ValueStatus status)
    {
        var nothing = new LabelledVector("nothing", regions, Vector<double>.Build.Dense(regions.Count), currency, status);
        return new(name, new("payments", regions, regions, Matrix<double>.Build.Dense(regions.Count, regions.Count, paid), currency, status),
            nothing, nothing);
    }

    private static LabelledVector Positive(LabelledVector v) => new(v.Name, v.Axis, v.Values.Map(x => Math.Max(0, x)), v.Unit, v.Status);

}
