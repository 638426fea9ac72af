namespace CarbonComp.InputOutput;

// Supply and demand of each product in each region, before anyone trades, for S sectors, R regions and C categories of final use: inputs per unit of output
// S × S, of which the share of DomesticShare S × R comes from the nation; final use by category, S × R; S × R all the others. Error is the
// nation's discrepancy in proportion to output, supply output minus exports and error, demand that for the product from wherever in the nation.
internal sealed record RegionalAccounts(NationalTable National, RegionAxis Regions, Matrix<double> Inputs, Matrix<double> DomesticShare,
    Matrix<double> ImportedInputs, Matrix<double> ValueAdded, Matrix<double> Output, Matrix<double> Exports, Matrix<double> Error,
        IReadOnlyList<Matrix<double>> FinalUse,
    Matrix<double> Supply, Matrix<double> Demand, ValueStatus Status)
{
    // What a unit of sector j's output needs of product i from within the nation, in a region.
    public double Coefficient(int i, int j, int region) => Inputs[i, j] * DomesticShare[i, region];

    public double FinalDemand(int product, int region) => FinalUse.Sum(use => use[product, region]);

    public static RegionalAccounts Of(NationalTable national, RegionalControls controls, ConstructionOptions options)
    {
        var known = controls.ValueAdded.Rows as RegionAxis
            ?? throw new AxisException($"{controls.ValueAdded.Name} has {controls.ValueAdded.Rows.Kinds} as rows. Regional controls need regions "
            + $"as rows and sectors as columns.");
        var regions = options.Rest is null ? known : known.With(options.Rest);
        var sectors = national.Sectors;
        for (var j = 0; j < sectors.Count; j++)
            if (national.Output[j] > 0 && !(national.ValueAdded[j] > 0))
                throw new InputOutputException($"Value added of {sectors.Labels[j]} in the nation is not positive, so regional output cannot "
                    + $"follow from it. Aggregate the sector with another.");

        Matrix<double> BySector(string what, LabelledMatrix given, Vector<double> nation)
        {
            known.Require(given.Rows, given.Name);
            sectors.Require(given.Columns, given.Name);
            return WithRest(what, given.In(national.Unit).Values.Transpose(), nation, sectors, regions, options);
        }
        var valueAdded = BySector("Value added", controls.ValueAdded, national.ValueAdded);
        var perValueAdded = TableShape.PerOutput(national.Output, national.ValueAdded);
        var output = valueAdded.MapIndexed((j, _, va) => va * perValueAdded[j], Zeros.Include);
        Matrix<double> LikeOutput(Vector<double> nation)
        {
            var perOutput = TableShape.PerOutput(nation, national.Output);
            return output.MapIndexed((i, _, x) => perOutput[i] * x, Zeros.Include);
        }
        Matrix<double> NotNegative(string what, Matrix<double> values, string remedy)
        {
            foreach (var (i, r, value) in values.EnumerateIndexed())
                if (value < -1e-9 * values.Row(i).AbsoluteMaximum())
                    throw new InputOutputException($"{what} of {regions.Labels[r]}, {sectors.Labels[i]}, is {value:G6} {national.Unit}. {remedy}");
            return values.PointwiseMaximum(0);
        }
        var exports = controls.Exports is { } given ? BySector(given.Name, given, national.Exports) : LikeOutput(national.Exports);
        var error = LikeOutput(national.Error);
        var (inputs, domestic, imported) = Technology(national, output, controls.IntermediateImports is { } imports
            ? BySector(imports.Name, imports, national.ImportedIntermediate.RowSums()) : null, regions);
        var supply = NotNegative("Supply to the nation (output minus exports)", output - exports - error, "Check the exports of this region.");
        var inputsFromNation = domestic.PointwiseMultiply(inputs * output);
        var finalUse = FinalUses(national, controls, known, regions, options, inputsFromNation, output);
        var demand = NotNegative("Demand", finalUse.Aggregate(inputsFromNation, (sum, use) => sum + use),
            "Negative final use (inventories run down) exceeds what is needed; check the categories of final use and their proxies.");
        return new(national, regions, inputs, domestic, imported, valueAdded, output, exports, error, finalUse, supply, demand,
            ValueStatuses.Weakest([national.Status, controls.ValueAdded.Status, .. controls.FinalUse.Select(p => p.Shares?.Status ?? ValueStatus.Statistic)]));
    }

    // Without imports by region, the nation's domestic coefficients hold everywhere. With them, all inputs are the nation's, and each region takes from
    // the nation what it does not import.
    private static (Matrix<double> Inputs, Matrix<double> DomesticShare, Matrix<double> ImportedInputs) Technology(NationalTable national,
        Matrix<double> output, Matrix<double>? imports, RegionAxis regions)
    {
        if (imports is null)
        {
            var importCoefficients = TechnicalCoefficients.Of(national.ImportedIntermediate, national.Output).ColumnSums();
            return (TechnicalCoefficients.Of(national.Intermediate, national.Output), Matrix<double>.Build.Dense(output.RowCount, output.ColumnCount, 1),
                output.MapIndexed((j, _, x) => importCoefficients[j] * x, Zeros.Include));
        }
        var inputs = TechnicalCoefficients.Of(national.Intermediate + national.ImportedIntermediate, national.Output);
        var needed = inputs * output;
        var share = needed.MapIndexed((i, r, need) => imports[i, r] <= need * (1 + 1e-9) ? need == 0 ? 1 : Math.Max(0, 1 - imports[i, r] / need)
            : throw new InputOutputException(Invariant($"Imports of {national.Sectors.Labels[i]} by {regions.Labels[r]} are {imports[i, r]:G6} "
                + $"{national.Unit}. ")
                + Invariant($"Its sectors need {need:G6} of the product. Imports cannot exceed what is needed.")), Zeros.Include);
        return (inputs, share, output.PointwiseMultiply(inputs.Transpose() * (1 - share)));
    }

    // Each category's use of products by region, S × R: the nation's by the shares of the proxy, or in proportion to all other demand for the product.
    private static Matrix<double>[] FinalUses(NationalTable national, RegionalControls controls, RegionAxis known, RegionAxis regions,
        ConstructionOptions options, Matrix<double> inputs, Matrix<double> output)
    {
        var proxies = Proxies(national, controls, known);
        int[] own = [.. Enumerable.Range(0, proxies.Length).Where(k => proxies[k].Shares is not null)];
        var shares = WithRest("Share of final use", Matrix<double>.Build.DenseOfRowVectors(own.Select(k => proxies[k].Shares!.Values)),
            Vector<double>.Build.Dense(own.Length, 1), new CategoryAxis("final use", own.Select(k => national.Categories.Labels[k])), regions, options);
        var uses = new Matrix<double>[proxies.Length];
        for (var at = 0; at < own.Length; at++) uses[own[at]] = national.FinalUse.Column(own[at]).OuterProduct(shares.Row(at));
        var others = own.Aggregate(inputs, (sum, k) => sum + uses[k]);
        for (var k = 0; k < uses.Length; k++)
            uses[k] ??= others.MapIndexed((i, r, v) => national.FinalUse[i, k] * (others.Row(i).Sum() is > 0 and var all ? v / all
                : output[i, r] / output.Row(i).Sum()), Zeros.Include);
        return uses;
    }

    // One proxy for each category.
    private static FinalUseProxy[] Proxies(NationalTable national, RegionalControls controls, RegionAxis known)
    {
        var byCategory = controls.FinalUse.ToLookup(p => national.Categories.IndexOf(p.Category));
        return [.. Enumerable.Range(0, national.Categories.Count).Select(k =>
        {
            if (byCategory[k].Count() != 1)
                throw new InputOutputException($"Final use \"{national.Categories.Labels[k]}\" has {byCategory[k].Count()} proxies. Give exactly one: "
                    + $"what a region's share of it is taken from.");
            var proxy = byCategory[k].Single();
            if (proxy.Shares is { } shares) known.Require(shares.Axis, proxy.Description);
            return proxy;
        })];
    }

    // Adds the rest of the nation as the last column: nation minus regions, which must leave something.
    private static Matrix<double> WithRest(string what, Matrix<double> known, Vector<double> nation, Axis rows, RegionAxis regions, ConstructionOptions options)
    {
        if (known.Find(v => v < 0, Zeros.AllowSkip) is (var row, var region, var value))
            throw new InputOutputException($"{what} of {regions.Labels[region]}, {rows.Labels[row]}, is {value:G6}. It cannot be negative.");
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
}
