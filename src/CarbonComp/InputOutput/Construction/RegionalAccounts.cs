namespace CarbonComp.InputOutput;

/// <summary>Supply and demand of each product in each region, before anyone trades.</summary>
internal sealed class RegionalAccounts
{
    private RegionalAccounts(NationalTable national, RegionAxis regions) => (this.national, Regions) = (national, regions);

    private readonly NationalTable national;

    public RegionAxis Regions { get; }

    public SectorAxis Sectors => national.Sectors;

    public Unit Unit => national.Unit;

    public Vector<double> NationalOutput => national.Output;

    /// <summary>Domestic technical coefficients of the nation, S × S.</summary>
    public required Matrix<double> Coefficients { get; init; }

    /// <summary>Imported inputs per unit of output, S.</summary>
    public required Vector<double> ImportCoefficients { get; init; }

    /// <summary>S × R.</summary>
    public required Matrix<double> ValueAdded { get; init; }

    /// <summary>S × R.</summary>
    public required Matrix<double> Output { get; init; }

    /// <summary>S × R.</summary>
    public required Matrix<double> Exports { get; init; }

    /// <summary>R × C: each region's share of the nation's final use.</summary>
    public required Matrix<double> Shares { get; init; }

    /// <summary>S × R: the nation's discrepancy, in proportion to output.</summary>
    public required Matrix<double> Error { get; init; }

    /// <summary>S × R: output minus exports and discrepancy.</summary>
    public required Matrix<double> Supply { get; init; }

    /// <summary>S × R: intermediate and final demand for the product, from wherever in the nation.</summary>
    public required Matrix<double> Demand { get; init; }

    public required ValueStatus Status { get; init; }

    public double FinalDemand(int product, int region) => Shares.Row(region) * national.FinalUse.Row(product);

    public static RegionalAccounts Of(NationalTable national, RegionalControls controls, ConstructionOptions options)
    {
        var known = controls.ValueAdded.Rows as RegionAxis
            ?? throw new AxisException($"{controls.ValueAdded.Name} has {controls.ValueAdded.Rows.Kinds} as rows. Regional controls need regions "
            + $"as rows and sectors as columns.");
        var regions = options.Rest is null ? known : known.With(options.Rest);
        var sectors = national.Sectors;
        sectors.Require(controls.ValueAdded.Columns, controls.ValueAdded.Name);

        for (var j = 0; j < sectors.Count; j++)
            if (national.Output[j] > 0 && !(national.ValueAdded[j] > 0))
                throw new InputOutputException($"Value added of {sectors.Labels[j]} in the nation is not positive, so regional output cannot "
                    + $"follow from it. Aggregate the sector with another.");
        var perValueAdded = Vector<double>.Build.Dense(sectors.Count, j => national.Output[j] == 0 ? 0 : national.Output[j] / national.ValueAdded[j]);
        var valueAdded = WithRest("Value added", controls.ValueAdded.In(national.Unit).Values.Transpose(), national.ValueAdded, sectors, regions, options);
        var output = Matrix<double>.Build.Dense(sectors.Count, regions.Count, (j, r) => valueAdded[j, r] * perValueAdded[j]);

        var shares = WithRest("Share of final use", Proxies(national, controls, known).Transpose(),
            Vector<double>.Build.Dense(national.Categories.Count, 1), national.Categories, regions, options).Transpose();

        var exports = controls.Exports is null
            ? Matrix<double>.Build.Dense(sectors.Count, regions.Count, (i, r) => national.Output[i] == 0
            ? 0 : national.Exports[i] / national.Output[i] * output[i, r])
            : GivenExports(controls.Exports, national, known, regions, options);
        var coefficients = TechnicalCoefficients.Of(national.Intermediate, national.Output);
        var demand = coefficients * output + national.FinalUse * shares.Transpose();
        var error = Matrix<double>.Build.Dense(sectors.Count, regions.Count, (i, r) => national.Output[i] == 0
            ? 0 : national.Error[i] / national.Output[i] * output[i, r]);
        var supply = output - exports - error;
        RequireNotNegative("Supply to the nation (output minus exports)", supply, national, regions, "Check the exports of this region.");
        RequireNotNegative("Demand", demand, national, regions,
            "Negative final use (inventories run down) exceeds what is needed; check the categories of final use and their proxies.");
        return new(national, regions)
        {
            Coefficients = coefficients,
            ImportCoefficients = TechnicalCoefficients.Of(national.ImportedIntermediate, national.Output).ColumnSums(),
            ValueAdded = valueAdded,
            Output = output,
            Exports = exports,
            Error = error,
            Shares = shares,
            Supply = supply.PointwiseMaximum(0),
            Demand = demand.PointwiseMaximum(0),
            Status = ValueStatuses.Weakest([national.Status, controls.ValueAdded.Status, .. controls.FinalUse.Select(p => p.Shares.Status)]),
        };
    }

    private static Matrix<double> Proxies(NationalTable national, RegionalControls controls, RegionAxis known)
    {
        var shares = Matrix<double>.Build.Dense(known.Count, national.Categories.Count);
        var unused = controls.FinalUse.FirstOrDefault(p => !national.Categories.Contains(p.Category));
        if (unused is not null) _ = national.Categories.IndexOf(unused.Category);
        for (var k = 0; k < national.Categories.Count; k++)
        {
            var proxies = controls.FinalUse.Where(p => national.Categories.IndexOf(p.Category) == k).ToArray();
            if (proxies.Length != 1)
                throw new InputOutputException($"Final use \"{national.Categories.Labels[k]}\" has {proxies.Length} proxies. Give exactly one: "
                    + $"what a region's share of it is taken from.");
            known.Require(proxies[0].Shares.Axis, proxies[0].Description);
            shares.SetColumn(k, proxies[0].Shares.Values);
        }
        return shares;
    }

    private static Matrix<double> GivenExports(LabelledMatrix exports, NationalTable national, RegionAxis known, RegionAxis regions,
        ConstructionOptions options)
    {
        known.Require(exports.Rows, exports.Name);
        national.Sectors.Require(exports.Columns, exports.Name);
        return WithRest(exports.Name, exports.In(national.Unit).Values.Transpose(), national.Exports, national.Sectors, regions, options);
    }

    // Adds the rest of the nation as the last column: nation minus regions, which must leave something.
    private static Matrix<double> WithRest(string what, Matrix<double> known, Vector<double> nation, Axis rows, RegionAxis regions, ConstructionOptions options)
    {
        for (var i = 0; i < rows.Count; i++)
            for (var r = 0; r < known.ColumnCount; r++)
                if (known[i, r] < 0)
                    throw new InputOutputException($"{what} of {regions.Labels[r]}, {rows.Labels[i]}, is {known[i, r]:G6}. It cannot be negative.");
        var rest = nation - known.RowSums();
        for (var i = 0; i < rows.Count; i++)
        {
            var slack = 1e-9 * Math.Abs(nation[i]);
            if (rest[i] < -slack || options.Rest is null && rest[i] > slack)
                throw new InputOutputException(Invariant($"{what} of the regions in {rows.Labels[i]} adds up to {nation[i] - rest[i]:G6}, the "
                    + $"nation has {nation[i]:G6}. ")
                    + (options.Rest is null ? "Without a rest of the nation both must be equal; name a rest or check the regions."
                    : "Nothing would be left for the rest; check years, units and double regions."));
        }
        return options.Rest is null ? known : known.InsertColumn(known.ColumnCount, rest.PointwiseMaximum(0));
    }

    private static void RequireNotNegative(string what, Matrix<double> values, NationalTable national, RegionAxis regions, string remedy)
    {
        foreach (var (i, r, value) in values.EnumerateIndexed())
            if (value < -1e-9 * values.Row(i).AbsoluteMaximum())
                throw new InputOutputException($"{what} of {regions.Labels[r]}, {national.Sectors.Labels[i]}, is {value:G6} {national.Unit}. {remedy}");
    }
}
