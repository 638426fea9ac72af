using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>Who pays whom, and what a fund pays or takes in.</summary>
/// <remarks>
/// Two kinds of payment: from region to region (horizontal), and between regions and the fund (vertical).
/// For every settlement: the regions' nets sum to what the fund takes in less what it pays out.
/// </remarks>
public sealed record Settlement : Tabular
{
    private Settlement(string name, RegionAxis regions, Matrix<double> payments, Vector<double> toFund, Vector<double> fromFund, ValueStatus status)
    {
        (Name, Regions, Status) = (name, regions, status);
        Payments = new("payments", regions, regions, payments, Unit.Yuan, status);
        ToFund = new("paid into the fund", regions, toFund, Unit.Yuan, status);
        FromFund = new("paid by the fund", regions, fromFund, Unit.Yuan, status);
    }

    /// <summary>Each pair of regions settles its net flow: the region that is provided for pays the one that provides.</summary>
    /// <remarks>
    /// With F[r,s] what r provides for s: s pays <c>(F[r,s] − F[s,r])⁺ · standard</c>, at the payer's or the recipient's standard;
    /// with <see cref="StandardOf.Producer"/> the pair sets off <c>F[r,s]·standard_r − F[s,r]·standard_s</c>. One standard prices both sides of a
    /// payment, so everything that is paid is received and the fund has nothing to do.
    /// </remarks>
    /// <param name="name">What is settled: "ECT", "CSSF".</param>
    /// <param name="flows">Masses of CO2, region × region: rows emit or sequester, columns use or are served; not negative. The diagonal is
    /// nobody's debt.</param>
    /// <param name="standard">Standards of the same regions.</param>
    /// <param name="whose">Whose standard a payment is made at.</param>
    /// <exception cref="AxisException">Flows and standards are not along the same regions.</exception>
    /// <exception cref="UnitException">Flows are not masses of CO2.</exception>
    /// <exception cref="CarbonCompException">A negative flow, or standards that differ where they must be uniform; the message names the regions.</exception>
    public static Settlement Bilateral(string name, LabelledMatrix flows, CompensationStandard standard, StandardOf whose = StandardOf.Payer)
    {
        var regions = flows.RegionsOf();
        regions.Require(standard.Regions, "compensation standards");
        var (f, price) = (flows.In(Unit.TonneCO2).Values, standard.Values.Values);
        for (var i = 0; i < regions.Count; i++)
        {
            for (var j = 0; j < regions.Count; j++)
                if (f[i, j] < 0) throw new CarbonCompException($"{flows.Name} from {regions[i]} to {regions[j]} is {f[i, j]} t CO2. A flow cannot "
                    + $"be negative; give it to the other direction.");
            if (whose == StandardOf.Uniform && price[i] != price[0])
                throw new CarbonCompException($"The standards of {regions[0]} ({price[0]} yuan/t CO2) and {regions[i]} ({price[i]}) differ, but "
                    + $"{nameof(StandardOf)}.{nameof(StandardOf.Uniform)} asks for one. Use "
                    + $"{nameof(CompensationStandard)}.{nameof(CompensationStandard.Uniform)}, or say whose standard.");
        }
        var payments = Matrix<double>.Build.Dense(regions.Count, regions.Count, (payer, recipient) => payer == recipient ? 0 : Math.Max(0, whose switch
        {
            StandardOf.Payer or StandardOf.Uniform => (f[recipient, payer] - f[payer, recipient]) * price[payer],
            StandardOf.Recipient => (f[recipient, payer] - f[payer, recipient]) * price[recipient],
            StandardOf.Producer => f[recipient, payer] * price[recipient] - f[payer, recipient] * price[payer],
            _ => throw new ArgumentOutOfRangeException(nameof(whose)),
        }));
        var none = Vector<double>.Build.Dense(regions.Count);
        return new(name, regions, payments, none, none, ValueStatuses.Weakest(flows.Status, standard.Status));
    }

    /// <summary>Each region settles its balance with the fund at its own standard: <c>TC_i = L_i · price · γ_i</c> (BTH eq. 17 as printed).</summary>
    /// <remarks>Payers and recipients have different standards, so what is paid is not what is received: <see cref="FundBalance"/> is the difference.</remarks>
    /// <param name="name">What is settled.</param>
    /// <param name="owed">L, a mass of CO2 by region: positive pays.</param>
    /// <param name="standard">Standards of the same regions.</param>
    /// <exception cref="AxisException">Balances and standards are not along the same regions.</exception>
    /// <exception cref="UnitException">The balance is not a mass of CO2.</exception>
    public static Settlement ByRegion(string name, LabelledVector owed, CompensationStandard standard)
    {
        var regions = owed.RegionsOf();
        regions.Require(standard.Regions, "compensation standards");
        var amounts = owed.In(Unit.TonneCO2).Values.PointwiseMultiply(standard.Values.Values);
        return new(name, regions, Matrix<double>.Build.Dense(regions.Count, regions.Count),
            amounts.Map(v => Math.Max(0, v)), amounts.Map(v => Math.Max(0, -v)), ValueStatuses.Weakest(owed.Status, standard.Status));
    }

    /// <summary>Each user of emissions of others pays what a tonne less costs the sector that emits it, where it emits (PEC): <c>M_{s→r} =
    /// Σ_i c_i^r·C_i^rs</c>.</summary>
    /// <remarks>Both directions of a pair are paid in full; <see cref="SetOff"/> leaves the differences. What one pays another receives, so
    /// the nets add up to zero.</remarks>
    /// <param name="name">What is settled.</param>
    /// <param name="transfers">C: emissions by sector and region for the final use of regions.</param>
    /// <param name="costs">c, yuan for a mass of CO2: rows the regions of production, columns the sectors; not negative.</param>
    /// <exception cref="AxisException">Costs of other regions or sectors.</exception>
    /// <exception cref="UnitException">Costs that are not yuan for a mass of CO2.</exception>
    /// <exception cref="CarbonCompException">A negative cost or transfer; the message names region and sector.</exception>
    public static Settlement AtProduction(string name, SectorTransfers transfers, LabelledMatrix costs)
    {
        var (regions, axis) = (transfers.Regions, transfers.Axis);
        regions.Require(costs.Rows, costs.Name);
        transfers.Sectors.Require(costs.Columns, costs.Name);
        var (c, f) = (costs.In(Unit.YuanPerTonneCO2).Values, transfers.Tonnes);
        var payments = Matrix<double>.Build.Dense(regions.Count, regions.Count);
        for (var r = 0; r < regions.Count; r++)
        {
            for (var i = 0; i < transfers.Sectors.Count; i++)
            {
                var (cost, row) = (c[r, i], axis.Position(r, i));
                if (cost < 0) throw new CarbonCompException($"{costs.Name} of {axis.Labels[row]} is {cost:G6} yuan/t CO2; what is paid cannot be "
                    + $"negative. Take another end of the price's interval, or another estimator.");
                for (var s = 0; s < regions.Count; s++)
                {
                    if (s == r) continue;
                    if (f[row, s] < 0) throw new CarbonCompException($"{axis.Labels[row]} emits {f[row, s]:G6} t CO2 for {regions[s]}. A flow "
                        + $"cannot be negative; look for negative final use of {regions[s]}.");
                    payments[s, r] += cost * f[row, s];
                }
            }
        }
        var none = Vector<double>.Build.Dense(regions.Count);
        return new(name, regions, payments, none, none, ValueStatuses.Weakest(transfers.Status, costs.Status));
    }

    /// <summary>What is settled.</summary>
    public string Name { get; }

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>Yuan: rows pay, columns are paid.</summary>
    public LabelledMatrix Payments { get; }

    /// <summary>Yuan that each region pays into the fund.</summary>
    public LabelledVector ToFund { get; }

    /// <summary>Yuan that each region is paid by the fund.</summary>
    public LabelledVector FromFund { get; }

    /// <summary>Yuan that each region pays, to regions and to the fund.</summary>
    public LabelledVector Paid => (Payments.RowSums() + ToFund).Named("paid");

    /// <summary>Yuan that each region receives, from regions and from the fund.</summary>
    public LabelledVector Received => (Payments.ColumnSums() + FromFund).Named("received");

    /// <summary>Paid less received, yuan: positive is a net payer.</summary>
    public LabelledVector Net => (Paid - Received).Named("net payment");

    /// <summary>What does not close, yuan: paid into the fund less paid by it. Below zero a higher level of government covers the rest.</summary>
    public double FundBalance => ToFund.Total - FromFund.Total;

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => Invariant($"{Name}: {NumberFormat.Format(Paid.Total / 1e6, 1)} million yuan paid, "
        + $"{NumberFormat.Format(Received.Total / 1e6, 1)} received; the fund ")
        + (FundBalance == 0 ? "is not needed" : FundBalance > 0 ? $"keeps {NumberFormat.Format(FundBalance / 1e6, 1)}"
        : $"adds {NumberFormat.Format(-FundBalance / 1e6, 1)}");

    /// <summary>Both settlements together: every payment is the sum of the two (bidirectional = ECT + CSSF).</summary>
    /// <exception cref="AxisException">Settlements of different regions.</exception>
    public static Settlement operator +(Settlement a, Settlement b)
    {
        a.Regions.Require(b.Regions, b.Name);
        return new($"{a.Name} + {b.Name}", a.Regions, a.Payments.Values + b.Payments.Values, a.ToFund.Values + b.ToFund.Values,
            a.FromFund.Values + b.FromFund.Values, ValueStatuses.Weakest(a.Status, b.Status));
    }

    /// <summary>Opposite payments set off: of two regions at most one pays the other, and no region both pays the fund and is paid by it. Nets stay.</summary>
    public Settlement SetOff()
    {
        var payments = Payments.Values;
        return new(Name, Regions, Matrix<double>.Build.Dense(Regions.Count, Regions.Count, (i, j) => Math.Max(0, payments[i, j] - payments[j, i])),
            (ToFund.Values - FromFund.Values).Map(v => Math.Max(0, v)), (FromFund.Values - ToFund.Values).Map(v => Math.Max(0, v)), Status);
    }

    /// <summary>The same payments between regions, and the fund financed in another way.</summary>
    /// <param name="financing">Who finances the fund.</param>
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
        return new(Name, Regions, Payments.Values, ToFund.Values * into, FromFund.Values * outOf, Status);
    }

    /// <summary>The payments between regions, largest first.</summary>
    public Table Largest()
    {
        var all = Payments.Values.EnumerateIndexed(Zeros.AllowSkip).Where(p => p.Item3 > 0).OrderByDescending(p => p.Item3).ToArray();
        return Table.OfRows($"{Name}: payments between regions", all, Status).With("from", p => Regions[p.Item1].Name)
            .With("to", p => Regions[p.Item2].Name).With("payment", p => p.Item3, Unit.Yuan);
    }

    /// <summary>A row a region: paid, received, net.</summary>
    public override Columns ToColumns() => Columns.Of(Paid, Received, Net);

    private LabelledVector Vector(string name, Vector<double> values) => new(name, Regions, values, Unit.Yuan, Status);
}
