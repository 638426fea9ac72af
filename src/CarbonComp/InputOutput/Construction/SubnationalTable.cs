namespace CarbonComp.InputOutput;

/// <summary>Construction of a sub-national multi-regional table from a national one, where no survey table exists (docs/methods.md#construction).</summary>
/// <remarks>The Chenery–Moses form keeps both accounting identities exactly. Regions produce with the nation's coefficients; their outputs follow from
/// value added, their final use from proxies. Each product i has a trade matrix t_i[r,s] with row totals <c>x_ir − ex_ir − err_ir</c> and column totals
/// the demand <c>D_is = Σ_j a_ij·x_js + Σ_k y_iks</c>: location quotients give the start of its diagonal, gravity the rest, RAS the totals. Then
/// <c>Z[(r,i),(s,j)] = t_i[r,s]/D_is·a_ij·x_js</c> and Y likewise: whoever uses a product in s buys it from the same regions.</remarks>
public static class SubnationalTable
{
    /// <summary>Constructs the table and says what was assumed and how far balancing had to move.</summary>
    /// <remarks>The distances, km, are between all regions, the rest of the nation (<see cref="GravityTrade.EffectiveDistance"/>) last; the diagonal is
    /// not used.</remarks>
    /// <exception cref="InputOutputException">Controls that exceed the nation, a category without proxy, negative demand; the message names
    /// region and sector.</exception>
    /// <exception cref="AxisException">Other regions, sectors or categories than the operands have.</exception>
    /// <exception cref="BalancingException">Totals that no trade matrix of the start's pattern meets.</exception>
    public static (MultiRegionalTable Table, ConstructionReport Report) Construct(
        NationalTable national, RegionalControls controls, LabelledMatrix distances, ConstructionOptions? options = null)
    {
        options ??= new();
        var accounts = RegionalAccounts.Of(national, controls, options);
        accounts.Regions.Require(distances.Rows, "Distances");
        accounts.Regions.Require(distances.Columns, "Distances");
        var kilometres = distances.In(Unit.Kilometre).Values;

        var heterogeneity = options.RegionalPurchaseCoefficient == RegionalPurchaseCoefficient.CrossHauling ? Heterogeneity(national, options) : null;
        // A product of which nothing is hauled both ways is supplied at home as far as possible, like a local one.
        var isLocal = Enumerable.Range(0, national.Sectors.Count).Select(i => heterogeneity?[i] == 0).ToArray();
        foreach (var sector in options.LocalSectors) isLocal[national.Sectors.IndexOf(sector)] = true;
        var selfSupply = SelfSupply(accounts, options, heterogeneity);
        BalancedMatrix Trade(int product)
        {
            var supply = accounts.Supply.Row(product);
            // The nation's rounding, at most a millionth, would keep rows and columns from meeting; it stays in the rows.
            var demand = Matched(accounts.Demand.Row(product), supply.Sum());
            var most = supply.PointwiseMinimum(demand);
            var local = isLocal[product] ? most : most.PointwiseMinimum(selfSupply.Row(product));
            return Balanced(accounts, product, supply, demand, local, isLocal[product], kilometres, options);
        }
        BalancedMatrix[] trade = [.. Enumerable.Range(0, national.Sectors.Count).Select(Trade)];
        var table = Assemble(accounts, trade, ValueStatuses.Weakest(accounts.Status, distances.Status, ValueStatus.Constructed));
        return (table, new ConstructionReport(Assumptions(controls, options, national.Sectors), trade, table.Validate()));
    }

    private static Vector<double> Heterogeneity(NationalTable national, ConstructionOptions options)
    {
        var given = options.ProductHeterogeneity ?? CrossHauling.Heterogeneity(national);
        national.Sectors.Require(given.Axis, given.Name);
        return given.In(Unit.One).Values.Find(v => v is not (>= 0 and <= 1), Zeros.AllowSkip) is (var i, var value)
            ? throw new InputOutputException($"{given.Name} of {national.Sectors.Labels[i]} is {value:G4}. It must lie from 0 to 1.")
            : given.In(Unit.One).Values;
    }

    // S × R: what each region supplies itself before balancing.
    private static Matrix<double> SelfSupply(RegionalAccounts accounts, ConstructionOptions options, Vector<double>? heterogeneity)
    {
        var (supply, demand) = (accounts.Supply, accounts.Demand);
        switch (options.RegionalPurchaseCoefficient)
        {
            case RegionalPurchaseCoefficient.CrossHauling:
                return supply.MapIndexed((i, r, x) => x - CrossHauling.Trade(x, demand[i, r], heterogeneity![i]).Exports, Zeros.Include);
            case RegionalPurchaseCoefficient.SupplyDemandPool:
                var (deltas, output) = (Deltas(accounts.National.Sectors, options), accounts.Output.ColumnSums());
                return supply.PointwiseMinimum(demand).MapIndexed((i, r, most) =>
                    most * LocationQuotients.Lambda(output[r], accounts.National.Output.Sum(), deltas[i]), Zeros.Include);
            default:
                return ByQuotients(accounts, options);
        }
    }

    private static Vector<double> Deltas(SectorAxis sectors, ConstructionOptions options)
    {
        if (options.ProductDeltas is not { } given) return Vector<double>.Build.Dense(sectors.Count, options.Delta);
        sectors.Require(given.Axis, given.Name);
        return given.In(Unit.One).Values;
    }

    // Each user's need times what the quotient says the region supplies itself; final users take the supplier's own quotient.
    private static Matrix<double> ByQuotients(RegionalAccounts accounts, ConstructionOptions options)
    {
        var supplied = Matrix<double>.Build.Dense(accounts.Output.RowCount, accounts.Regions.Count);
        for (var r = 0; r < accounts.Regions.Count; r++)
        {
            var own = accounts.Output.Column(r);
            if (own.Sum() == 0) continue;
            var quotients = LocationQuotients.Of(options.RegionalPurchaseCoefficient, own, accounts.National.Output, options.Delta);
            for (var i = 0; i < own.Count; i++)
            {
                var needed = 0.0;
                for (var j = 0; j < own.Count; j++) needed += accounts.Coefficient(i, j, r) * own[j] * Math.Min(1, quotients[i, j]);
                supplied[i, r] = needed + Math.Max(0, accounts.FinalDemand(i, r)) * Math.Min(1, quotients[i, i]);
            }
        }
        return supplied;
    }

    private static BalancedMatrix Balanced(RegionalAccounts accounts, int product, Vector<double> supply, Vector<double> demand, Vector<double> local,
        bool isLocal, Matrix<double> kilometres, ConstructionOptions options)
    {
        var (regions, unit) = (accounts.Regions, accounts.National.Unit);
        LabelledMatrix Flows(Matrix<double> values) => new(accounts.National.Sectors.Labels[product], regions, regions, values, unit,
            ValueStatuses.Weakest(accounts.Status, ValueStatus.Constructed));
        LabelledVector Total(string name, Vector<double> values) => new(name, regions, values, unit, ValueStatus.Constructed);
        var traded = GravityTrade.Flows(supply - local, demand - local, kilometres, options.DistanceDecay);
        var own = Matrix<double>.Build.DenseOfDiagonalVector(local);
        // What a local product supplies at home is settled: only the surplus and the want that are left are balanced.
        var held = isLocal ? own : own * 0;
        var left = supply - held.Diagonal();
        var balanced = Ras.Balance(Flows(traded + own - held), Total("supply", left), Total("demand", Matched(demand - held.Diagonal(), left.Sum())),
            options.Tolerance, options.MaximumIterations);
        return balanced with { Start = Flows(traded + own), Balanced = Flows(balanced.Balanced.Values + held) };
    }

    private static Vector<double> Matched(Vector<double> values, double sum) => values.Sum() > 0 ? values * (sum / values.Sum()) : values;

    private static MultiRegionalTable Assemble(RegionalAccounts accounts, BalancedMatrix[] trade, ValueStatus status)
    {
        var national = accounts.National;
        var (regions, s, c) = (accounts.Regions.Count, national.Sectors.Count, national.Categories.Count);
        var n = regions * s;
        var bought = trade.Select(t => t.Balanced.Values.ColumnSums()).ToArray();
        double Share(int product, int from, int to) => bought[product][to] == 0 ? 0 : trade[product].Balanced.Values[from, to] / bought[product][to];

        var z = Matrix<double>.Build.Dense(n, n, (row, column) => Share(row % s, row / s, column / s)
            * accounts.Coefficient(row % s, column % s, column / s) * accounts.Output[column % s, column / s]);
        var y = Matrix<double>.Build.Dense(n, regions * c, (row, column) => Share(row % s, row / s, column / c)
            * accounts.FinalUse[column % c][row % s, column / c]);
        Vector<double> Stack(Matrix<double> bySector) => Vector<double>.Build.Dense(bySector.ToColumnMajorArray());
        return new(accounts.Regions, national.Sectors, z, y, Stack(accounts.Exports), Stack(accounts.ImportedInputs), Stack(accounts.ValueAdded),
            Stack(accounts.Output), status, national.Categories, error: Stack(accounts.Error), unit: national.Unit);
    }

    private static List<Assumption> Assumptions(RegionalControls controls, ConstructionOptions options, SectorAxis sectors)
    {
        var selfSupply = options.RegionalPurchaseCoefficient switch
        {
            RegionalPurchaseCoefficient.FleggQuotient => Invariant($"FLQ, δ = {options.Delta}"),
            RegionalPurchaseCoefficient.CrossIndustryQuotient => "CILQ",
            RegionalPurchaseCoefficient.SupplyDemandPool => "supply–demand pool, "
                + (options.ProductDeltas is { } deltas ? $"δ by product: {deltas.Name}" : Invariant($"δ = {options.Delta}")),
            RegionalPurchaseCoefficient.CrossHauling =>
                "CHARM, heterogeneity " + (options.ProductHeterogeneity is null ? "of the nation's foreign trade" : "as given"),
            _ => "SLQ",
        };
        List<Assumption> assumptions =
        [
            new("technology", "national coefficients in every region", "domestic and imported inputs per unit of output of the national table"),
            new("imported inputs",
                controls.IntermediateImports is null ? "national per unit of output" : "given by region and product, the same share for every user",
                controls.IntermediateImports?.Name ?? "national table"),
            new("output", "value added × national output / value added", $"{controls.ValueAdded.Name} ({controls.ValueAdded.Status.Caption()})"),
            new("exports", controls.Exports is null ? "a sector's national share of its output" : "given by region and sector",
                controls.Exports?.Name ?? "national table"),
            .. controls.FinalUse.Select(p => new Assumption($"final use: {p.Category.Replace('_', ' ')}",
                p.Shares is null ? "national, like all other demand for the product"
                : "national, by each region's share", p.Description)),
            new("self-supply before balancing", selfSupply, "regional and national outputs"),
        ];
        if (options.LocalSectors.Count > 0)
            assumptions.Add(new("local sectors", "supplied by the region itself as far as it can: "
                + string.Join("; ", options.LocalSectors.Select(s => sectors.Labels[sectors.IndexOf(s)])), "the nature of the products"));
        assumptions.AddRange([
            new("trade before balancing", Invariant($"gravity, β = {options.DistanceDecay}"), "supply and demand left after self-supply, distance"),
            new("balancing", "RAS to each product's supply and demand", "sums of the national table are kept"),
            new("rest of the nation", options.Rest is null ? "none: the regions are the nation" : $"{options.Rest}: nation minus the regions",
                "national table")]);
        return assumptions;
    }
}
