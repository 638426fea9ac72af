namespace CarbonComp.InputOutput;

/// <summary>Construction of a sub-national multi-regional table from a national one, where no survey table exists (docs/methods.md#construction).</summary>
/// <remarks>
/// The Chenery–Moses form keeps both accounting identities exactly. Regions produce with the nation's coefficients;
/// their outputs follow from value added, their final use from proxies. Each product i has a trade matrix t_i[r,s] with
/// row totals <c>x_ir − ex_ir − err_ir</c> and column totals the demand <c>D_is = Σ_j a_ij·x_js + Σ_k y_iks</c>: location quotients give
/// the start of its diagonal, gravity the rest, RAS the totals. Then <c>Z[(r,i),(s,j)] = t_i[r,s]/D_is·a_ij·x_js</c> and
/// Y likewise: whoever uses a product in s buys it from the same regions.
/// </remarks>
public static class SubnationalTable
{
    /// <summary>Constructs the table and says what was assumed and how far balancing had to move.</summary>
    /// <param name="national">The national table, domestic and imported use apart.</param>
    /// <param name="controls">What is known of the regions.</param>
    /// <param name="distances">Kilometres between all regions, the rest of the nation (see <see cref="GravityTrade.EffectiveDistance"/>)
    /// last; the diagonal is not used.</param>
    /// <param name="options">The choices that no source settles.</param>
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

        var localSectors = options.LocalSectors.Select(national.Sectors.IndexOf).ToHashSet();
        var heterogeneity = options.RegionalPurchaseCoefficient == RegionalPurchaseCoefficient.CrossHauling ? Heterogeneity(national, options) : null;
        // A product of which nothing is hauled both ways is supplied at home as far as possible.
        bool IsLocal(int i) => localSectors.Contains(i) || heterogeneity?[i] == 0;
        var trade = Enumerable.Range(0, national.Sectors.Count).Select(i => Trade(accounts, i, kilometres, options, IsLocal(i), heterogeneity?[i])).ToArray();
        var table = Assemble(national, accounts, trade, ValueStatuses.Weakest(accounts.Status, distances.Status));
        return (table, new ConstructionReport(Assumptions(controls, options, national.Sectors), trade, table.Validate()));
    }

    private static Vector<double> Heterogeneity(NationalTable national, ConstructionOptions options)
    {
        var given = options.ProductHeterogeneity ?? CrossHauling.Heterogeneity(national);
        national.Sectors.Require(given.Axis, given.Name);
        var values = given.In(Unit.One).Values;
        for (var i = 0; i < values.Count; i++)
            if (!(values[i] >= 0 && values[i] <= 1))
                throw new InputOutputException($"{given.Name} of {national.Sectors.Labels[i]} is {values[i]:G4}. It must lie from 0 to 1.");
        return values;
    }

    private static BalancedMatrix Trade(RegionalAccounts accounts, int product, Matrix<double> kilometres, ConstructionOptions options, bool isLocal,
        double? heterogeneity)
    {
        var supply = accounts.Supply.Row(product);
        // The nation's rounding, at most a millionth, would keep rows and columns from meeting; it stays in the rows.
        var demand = Matched(accounts.Demand.Row(product), supply.Sum());
        var local = Vector<double>.Build.Dense(supply.Count, r =>
            Math.Min(isLocal ? double.PositiveInfinity
                : heterogeneity is { } h ? supply[r] - CrossHauling.Trade(supply[r], demand[r], h).Exports
                : SelfSupplied(accounts, product, r, options), Math.Min(supply[r], demand[r])));
        var traded = GravityTrade.Flows(supply - local, demand - local, kilometres, options.DistanceDecay);
        var own = Matrix<double>.Build.DenseOfDiagonalVector(local);
        // What a local product supplies at home is settled: only the surplus and the want that are left are balanced.
        var held = isLocal ? own : own * 0;
        var balanced = Ras.Balance(Flows(accounts, product, traded + own - held),
            new LabelledVector("supply", accounts.Regions, supply - held.Diagonal(), accounts.Unit, ValueStatus.Constructed),
            new LabelledVector("demand", accounts.Regions, Matched(demand - held.Diagonal(), (supply - held.Diagonal()).Sum()), accounts.Unit,
                ValueStatus.Constructed),
            options.Tolerance, options.MaximumIterations);
        return balanced with
        {
            Start = Flows(accounts, product, traded + own),
            Balanced = Flows(accounts, product, balanced.Balanced.Values + held),
        };
    }

    private static Vector<double> Matched(Vector<double> values, double sum) => values.Sum() > 0 ? values * (sum / values.Sum()) : values;

    private static LabelledMatrix Flows(RegionalAccounts accounts, int product, Matrix<double> values) =>
        new(accounts.Sectors.Labels[product], accounts.Regions, accounts.Regions, values, accounts.Unit, ValueStatuses.Weakest(accounts.Status,
            ValueStatus.Constructed));

    // Each user's need times what the quotient says the region supplies itself; final users take the supplier's own quotient.
    private static double SelfSupplied(RegionalAccounts accounts, int product, int region, ConstructionOptions options)
    {
        var (own, nation) = (accounts.Output.Column(region), accounts.NationalOutput);
        if (own.Sum() == 0) return 0;
        var simple = LocationQuotients.Simple(own, nation);
        var lambda = options.RegionalPurchaseCoefficient == RegionalPurchaseCoefficient.FleggQuotient
            ? LocationQuotients.Lambda(own.Sum(), nation.Sum(), options.Delta) : 1;
        double Quotient(int user) => lambda * (options.RegionalPurchaseCoefficient == RegionalPurchaseCoefficient.SimpleQuotient || user == product
            ? simple[product]
            : simple[user] == 0 ? 0 : simple[product] / simple[user]);
        var needed = 0.0;
        for (var j = 0; j < own.Count; j++) needed += accounts.Coefficients[product, j] * own[j] * Math.Min(1, Quotient(j));
        return needed + Math.Max(0, accounts.FinalDemand(product, region)) * Math.Min(1, lambda * simple[product]);
    }

    private static MultiRegionalTable Assemble(NationalTable national, RegionalAccounts accounts, BalancedMatrix[] trade, ValueStatus status)
    {
        var (regions, sectors, categories) = (accounts.Regions.Count, national.Sectors.Count, national.Categories.Count);
        var n = regions * sectors;
        var bought = trade.Select(t => t.Balanced.Values.ColumnSums()).ToArray();
        double Share(int product, int from, int to) => bought[product][to] == 0 ? 0 : trade[product].Balanced.Values[from, to] / bought[product][to];

        var z = Matrix<double>.Build.Dense(n, n, (row, column) =>
            Share(row % sectors, row / sectors, column / sectors) * accounts.Coefficients[row % sectors,
                column % sectors] * accounts.Output[column % sectors, column / sectors]);
        var y = Matrix<double>.Build.Dense(n, regions * categories, (row, column) =>
            Share(row % sectors, row / sectors, column / categories) * accounts.Shares[column / categories,
                column % categories] * national.FinalUse[row % sectors, column % categories]);
        Vector<double> Stack(Matrix<double> bySector) => Vector<double>.Build.Dense(n, i => bySector[i % sectors, i / sectors]);
        var imported = Matrix<double>.Build.Dense(sectors, regions, (j, r) => accounts.ImportCoefficients[j] * accounts.Output[j, r]);
        return new(accounts.Regions, national.Sectors, z, y, Stack(accounts.Exports), Stack(imported), Stack(accounts.ValueAdded), Stack(accounts.Output),
            ValueStatuses.Weakest(status, ValueStatus.Constructed), national.Categories, error: Stack(accounts.Error), unit: national.Unit);
    }

    private static List<Assumption> Assumptions(RegionalControls controls, ConstructionOptions options, SectorAxis sectors)
    {
        var (delta, beta) = (Invariant($"{options.Delta}"), Invariant($"{options.DistanceDecay}"));
        return
        [
            new("technology", "national coefficients in every region", "domestic and imported inputs per unit of output of the national table"),
            new("output", "value added × national output / value added", $"{controls.ValueAdded.Name} ({controls.ValueAdded.Status.Caption()})"),
            new("exports", controls.Exports is null ? "a sector's national share of its output" : "given by region and sector",
                controls.Exports?.Name ?? "national table"),
            .. controls.FinalUse.Select(p => new Assumption($"final use: {p.Category.Replace('_', ' ')}", "national, by each region's share", p.Description)),
            new("self-supply before balancing", options.RegionalPurchaseCoefficient switch
            {
                RegionalPurchaseCoefficient.FleggQuotient => $"FLQ, δ = {delta}",
                RegionalPurchaseCoefficient.CrossIndustryQuotient => "CILQ",
                RegionalPurchaseCoefficient.CrossHauling => "CHARM, heterogeneity " + (options.ProductHeterogeneity is null ? "of the nation's foreign trade"
                    : "as given"),
                _ => "SLQ",
            }, "regional and national outputs"),
            .. options.LocalSectors.Count == 0 ? Array.Empty<Assumption>()
                : [new("local sectors", "supplied by the region itself as far as it can: " + string.Join("; ", options.LocalSectors.Select(s =>
                sectors.Labels[sectors.IndexOf(s)])), "the nature of the products")],
            new("trade before balancing", $"gravity, β = {beta}", "supply and demand left after self-supply, distance"),
            new("balancing", "RAS to each product's supply and demand", "sums of the national table are kept"),
            new("rest of the nation", options.Rest is null ? "none: the regions are the nation" : $"{options.Rest}: nation minus the regions",
                "national table"),
        ];
    }
}
