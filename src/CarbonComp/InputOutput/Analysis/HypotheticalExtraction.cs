namespace CarbonComp.InputOutput;

/// <summary>Output and emissions if some sectors neither bought, sold nor served final use.</summary>
/// <remarks>With R the sectors that stay and K those taken out, <c>x̄_R = (I − A_RR)⁻¹ y_R</c>. The whole system's factors suffice:
/// <c>x̄_R = (B·y)_R − B_RK·B_KK⁻¹·(B·y)_K</c> with y zero in K, so each extraction costs |K| further solves.</remarks>
/// <param name="Extracted">The sectors taken out, by label.</param>
/// <param name="OutputLost">x − x̄ by sector of all regions, in the table's currency; all of its output for a sector taken out.</param>
/// <param name="EmissionsLost">Emissions, or another stressor, lost by sector of all regions.</param>
public sealed record HypotheticalExtraction(IReadOnlyList<string> Extracted, LabelledVector OutputLost, LabelledVector EmissionsLost) : Tabular
{
    /// <inheritdoc/>
    public override string Caption => $"Without {Listing.Of(Extracted, 3)}: {NumberFormat.Quantity(EmissionsLost.Total, EmissionsLost.Unit)} less "
        + (EmissionsLost.Unit == Unit.TonneCO2 ? "are emitted" : $"({EmissionsLost.Name})");

    /// <inheritdoc/>
    public override ValueStatus Status => EmissionsLost.Status;

    /// <summary>Takes out the sectors at these positions along <see cref="MultiRegionalTable.Axis"/>.</summary>
    /// <exception cref="InputOutputException">No sector, or one that is not in the table.</exception>
    public static HypotheticalExtraction Of(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system, params IReadOnlyCollection<int> sectors)
    {
        intensity.RequireFor(table);
        var n = table.Axis.Count;
        int[] k = [.. sectors.Distinct().Order()];
        if (k.Length == 0) throw new InputOutputException("No sector is to be taken out. Name at least one.");
        if (k[0] < 0 || k[^1] >= n)
            throw new InputOutputException($"There is no sector at position {(k[0] < 0 ? k[0] : k[^1])}; the table has {n}.");
        var y = table.FinalUse.RowSums() + table.Exports + TableIdentities.Unused(table);
        foreach (var i in k) y[i] = 0;
        // The columns of B for K, and B·y.
        var solved = system.RequiredOutput(Matrix<double>.Build.Dense(n, k.Length, (i, c) => i == k[c] ? 1 : 0).InsertColumn(k.Length, y));
        var (columns, x) = (solved.SubMatrix(0, n, 0, k.Length), solved.Column(k.Length));
        var weights = Factorization.Of(Matrix<double>.Build.Dense(k.Length, k.Length, (i, j) => columns[k[i], j])).Solve(TableShape.Pick(x, k));
        var left = x - columns * weights;
        foreach (var i in k) left[i] = 0;
        var lost = table.Output - left;
        return new([.. k.Select(i => table.Axis.Labels[i])], new LabelledVector("output lost", table.Axis, lost, table.Unit, table.Status),
            new LabelledVector($"{intensity.Stressor.Name} lost", table.Axis, lost.PointwiseMultiply(intensity.Values), intensity.Stressor.Unit,
                intensity.StatusIn(table)));
    }

    /// <summary>Takes out every sector of a region.</summary>
    public static HypotheticalExtraction OfRegion(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system, string region)
    {
        var r = table.Regions.IndexOf(region);
        return Of(table, intensity, system, [.. Enumerable.Range(r * table.Sectors.Count, table.Sectors.Count)]);
    }

    /// <inheritdoc/>
    public override Columns ToColumns() => new(new Column("sector", OutputLost.Axis.Labels.ToArray()),
        new Column("output lost", OutputLost.Values.ToArray(), OutputLost.Unit),
        new Column(EmissionsLost.Name, EmissionsLost.Values.ToArray(), EmissionsLost.Unit));
}
