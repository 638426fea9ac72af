namespace CarbonComp.InputOutput;

// Supply and demand of each product in each region, before anyone trades, for S sectors, R regions and C categories of final use: the nation's domestic
// coefficients S × S and imported inputs per unit of output S; each region's share of the nation's final use R × C; S × R all the others. Error is the
// nation's discrepancy in proportion to output, supply output minus exports and error, demand that for the product from wherever in the nation.
internal sealed record RegionalAccounts(NationalTable National, RegionAxis Regions, Matrix<double> Coefficients, Vector<double> ImportCoefficients,
    Matrix<double> ValueAdded, Matrix<double> Output, Matrix<double> Exports, Matrix<double> Error, Matrix<double> Shares,
    Matrix<double> Supply, Matrix<double> Demand, ValueStatus Status)
{
    public double FinalDemand(int product, int region) => Shares.Row(region) * National.FinalUse.Row(product);

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
        var shares = WithRest("Share of final use", Proxies(national, controls, known),
            Vector<double>.Build.Dense(national.Categories.Count, 1), national.Categories, regions, options).Transpose();
        var exports = controls.Exports is { } given ? BySector(given.Name, given, national.Exports) : LikeOutput(national.Exports);
        var (coefficients, error) = (TechnicalCoefficients.Of(national.Intermediate, national.Output), LikeOutput(national.Error));
        var supply = NotNegative("Supply to the nation (output minus exports)", output - exports - error, "Check the exports of this region.");
        var demand = NotNegative("Demand", coefficients * output + national.FinalUse * shares.Transpose(),
            "Negative final use (inventories run down) exceeds what is needed; check the categories of final use and their proxies.");
        return new(national, regions, coefficients, TechnicalCoefficients.Of(national.ImportedIntermediate, national.Output).ColumnSums(), valueAdded, output,
            exports, error, shares, supply, demand,
            ValueStatuses.Weakest([national.Status, controls.ValueAdded.Status, .. controls.FinalUse.Select(p => p.Shares.Status)]));
    }

    // C × R.
    private static Matrix<double> Proxies(NationalTable national, RegionalControls controls, RegionAxis known)
    {
        var byCategory = controls.FinalUse.ToLookup(p => national.Categories.IndexOf(p.Category));
        return Matrix<double>.Build.DenseOfRowVectors(Enumerable.Range(0, national.Categories.Count).Select(k =>
        {
            if (byCategory[k].Count() != 1)
                throw new InputOutputException($"Final use \"{national.Categories.Labels[k]}\" has {byCategory[k].Count()} proxies. Give exactly one: "
                    + $"what a region's share of it is taken from.");
            var proxy = byCategory[k].Single();
            known.Require(proxy.Shares.Axis, proxy.Description);
            return proxy.Shares.Values;
        }));
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
