namespace CarbonComp.Studies;

/// <summary>BTH 3.3: equations as printed, tried on a table that balances and on the paper's own Table 3, and references between them.</summary>
internal static class BthEquationChecks
{
    public static IEnumerable<Recomputation> Of(PublishedNumbers published, BeijingTianjinHebei study, RegionMap map)
    {
        var table = study.ConstructTable().Table;
        var (z, x) = (table.Intermediate, table.Output);
        var final = x - z.RowSums();
        double Off(MathNet.Numerics.LinearAlgebra.Vector<double> other) => (other - x).L2Norm() / x.L2Norm();
        // Eq. 4, X = AX + Y, decides which division makes A.
        var (byColumn, byRow) = (z.MapIndexed((_, j, v) => x[j] > 0 ? v / x[j] : 0), z.MapIndexed((i, _, v) => x[i] > 0 ? v / x[i] : 0));
        var (columnOff, rowOff) = (Off(byColumn * x + final), Off(byRow * x + final));
        yield return Recomputation.Saying("s331-eq3", columnOff < rowOff ? "a = X_ij / X_j" : "a = X_ij / X_i", Invariant(
            $"on a table that balances, eq. 4 holds {Exactly(columnOff)} with the output of the using sector, and is off by {rowOff:P0} with the printed "
                + $"divisor"));
        var inverse = (MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseIdentity(x.Count) - byColumn).Inverse();
        var (product, sum) = (Off(inverse * final), Off(inverse.RowSums() + final));
        yield return Recomputation.Saying("s331-eq5", product < sum ? "X = (I − A)^−1 Y" : "X = (I − A)^−1 + Y", Invariant(
            $"on a table that balances the product gives X {Exactly(product)}; a matrix and a vector cannot be added, and its row sums with Y are off by "
                + $"{sum:P0}"));
        var printed = PrintedTransfers.Of(table, new EmbodiedCarbonModel(table, study.Emissions).Intensity);
        double Counted(TransferMatrix some) => some.Amounts.RowSums().Sum() + some.Ends.Exported.Sum();
        var (all, once, emitted) = (Counted(printed.Total), Counted(printed.Final), study.Emissions.In(Unit.TonneCO2).Total);
        yield return Recomputation.Saying("s331-eq7", Math.Abs(once - emitted) < Math.Abs(all - emitted) ? "CT = C(I − A)^−1 Y"
            : published["s331-eq7"].Printed, Invariant(
            $"the constructed table's regions emit {emitted / 1e6:N0} Mt; the second term alone gives {once / 1e6:N0}, both {all / 1e6:N0}"));
        foreach (var check in References(published).Concat(Flow(published, map))) yield return check;
    }

    private static string Exactly(double off) => off < 1e-10 ? "to the last digits" : Invariant($"to {off:P2}");

    private static IEnumerable<Recomputation> References(PublishedNumbers published)
    {
        double Number(string id) => published[id].Number!.Value;
        yield return Recomputation.Of("s333-crossref-net", Number("s331-eq-net"), "eq. 9 is one of the two flows and never negative; the net transfer is "
            + "eq. 10");
        yield return Recomputation.Of("s333-crossref-ratio", Number("s3323-eq-ratio"), "eq. 12 is demand; the ratio CSSDR is eq. 13");
        yield return Recomputation.Of("s432-crossref-table", Number("s333-table"), "Table 1 has carbon densities; the zoning rule is Table 2");
        // The cities that pay by Table 2 are those with a net input; 4.1.2 has another word for the cities that pay in 4.3.1.
        var words = published.All.Where(p => p.Id.StartsWith("s431-role-", StringComparison.Ordinal) && p.Printed == "payment area")
            .Select(p => published[$"s412-role-{p.Region.ToLowerInvariant()}"].Printed).Distinct().ToArray();
        yield return Recomputation.Saying("s333-positive", words.Length == 1 ? words[0].Replace("carbon outflow", "output of embodied carbon",
            StringComparison.Ordinal)
            .Replace("carbon inflow", "input of embodied carbon", StringComparison.Ordinal) : string.Join(" or ", words), Invariant(
            $"4.1.2 calls the cities that pay in 4.3.1 cities of \"{string.Join("\" and \"", words)}\", and a positive value a net transfer to others; "
                + $"Table 2 and "
            + $"the payments follow 3.3.3. The sign is one, the words are two"));
    }

    // Which reading of eq. 14 and 15 the paper's own Table 3 follows, by the mean of the relative differences.
    private static IEnumerable<Recomputation> Flow(PublishedNumbers published, RegionMap map)
    {
        var ranges = BthFlowRanges.Of(published, map);
        double Off(LabelledVector reading) => reading.Values.Zip(ranges.Printed.Values, (a, b) => Math.Abs(a / b - 1)).Average();
        var (storage, demand) = (Off(ranges.StorageWebMercator), Off(ranges.AsDefined));
        yield return Recomputation.Saying("s3324-eq14", demand <= storage ? "demand (CSSD)" : "storage (CSSS)", Invariant(
            $"Table 3's ranges whose inputs are printed differ by {demand:P0} on the mean with demand and true distances, by {storage:P0} with storage and "
            + $"distances in Web Mercator"));

        var rows = BthFlowChecks.Rows(published).Select(r => (r.Output, r.Input, Range: Value(r, "range", "km"), Intensity: Value(r, "intensity",
            "t CO2/km2"))).ToArray();
        double Value((string Output, string Input) r, string what, string unit) =>
            published.Value($"t3-{r.Output.ToLowerInvariant()}-{r.Input.ToLowerInvariant()}-{what}", unit);
        bool Has(string city) => published.Has($"s421-storage-{city.ToLowerInvariant()}") && published.Has($"s422-demand-{city.ToLowerInvariant()}");
        double At(string id, string city) => published.Value($"{id}-{city.ToLowerInvariant()}", "t CO2");
        var distances = map.Distances(CoreDistance.GreatCircle);
        var asPrinted = rows.Average(r => Math.Abs(At("s422-demand", r.Input) / Math.Pow(distances[r.Output, r.Input], 2) / r.Intensity - 1));
        var surplus = rows.Where(r => Has(r.Output))
            .Average(r => Math.Abs((At("s421-storage", r.Output) - At("s422-demand", r.Output)) / (r.Range * r.Range) / r.Intensity - 1));
        yield return Recomputation.Saying("s3324-eq15", asPrinted <= surplus ? "N_r / D_rs²" : "(S − D) / D_r²", Invariant(
            $"Table 3's intensities differ by {asPrinted:P0} on the mean from eq. 15 as printed, and by {surplus:P2} from the output city's surplus over the "
            + $"squared range where the surplus is printed"));
    }
}
