namespace CarbonComp;

/// <summary>Attribution of emissions to producers, consumers, both, or earners of income (docs/methods.md#responsibility).</summary>
public static class Responsibility
{
    /// <summary>Producer: each region answers for what it emits, <c>Σ_t C_rt</c> with its exports.</summary>
    public static ResponsibilityShares Producer(TransferMatrix transfers) =>
        new("producer", transfers.Regions, transfers.Emissions.Values, 0, 0, transfers.Status);

    /// <summary>Consumer: each region answers for what is emitted for its final use, <c>Σ_r C_rt</c>; exports are answered for abroad.</summary>
    public static ResponsibilityShares Consumer(TransferMatrix transfers) => new("consumer", transfers.Regions,
        transfers.Tonnes.ColumnSums(), transfers.Ends.Outside.Sum(), transfers.Ends.Unallocated.Sum(), transfers.Status);

    /// <summary>Shared along the chain by value added (Lenzen, Murray, Sack and Wiedmann 2007).</summary>
    /// <remarks>
    /// <c>α_i = 1 − va_i/(x_i − Z_ii)</c> is what sector i hands on; <c>Ã_ij = α_i A_ij</c> (i ≠ j), <c>Ã_ii = A_ii</c>;
    /// <c>m = f(I − Ã)⁻¹</c>. Producers keep <c>(1 − α_i)·m_i·(x_i − Z_ii)</c>, consumers get <c>Σ_i α_i m_i Y_i^t</c>.
    /// </remarks>
    /// <exception cref="InputOutputException">α outside [0, 1]; the message names the sector.</exception>
    public static ResponsibilityShares Shared(MultiRegionalTable table, Intensity intensity)
    {
        var alpha = HandedOn(table, intensity);
        var (n, s, z, x) = (table.Axis.Count, table.Sectors.Count, table.Intermediate, table.Output);
        var m = SharingSystem(table, alpha).SolveTransposed(intensity.Values);
        var kept = TableShape.SumRows(Vector<double>.Build.Dense(n, i => (1 - alpha[i]) * m[i] * (x[i] - z[i, i])), s);
        var handed = alpha.PointwiseMultiply(m);
        var consumed = table.FinalUse.TransposeThisAndMultiply(handed);
        return new("shared by value added (Lenzen)", table.Regions, kept + consumed, handed * table.Exports,
            handed * TableIdentities.Unused(table), intensity.StatusIn(table)) { AsConsumer = consumed };
    }

    /// <summary>Income: each region answers for the emissions that its primary inputs enable downstream, <c>va_i·(G f)_i</c>, G the Ghosh inverse.</summary>
    /// <remarks>Imported inputs are answered for abroad. <c>G = x̂⁻¹·B·x̂</c>, so one Leontief solve suffices.</remarks>
    public static ResponsibilityShares Income(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system)
    {
        intensity.RequireFor(table);
        var enabled = TableShape.PerOutput(system.RequiredOutput(intensity.Emissions.ToColumnMatrix()).Column(0), table.Output);
        return new("income", table.Regions, TableShape.SumRows(table.ValueAdded.PointwiseMultiply(enabled), table.Sectors.Count),
            table.ImportedInputs * enabled, TableIdentities.ColumnResiduals(table) * enabled, intensity.StatusIn(table));
    }

    /// <summary>Benefit: the producer keeps a share λ_rs of what it emits for s, the user takes the rest (docs/methods.md#benefit).</summary>
    /// <remarks>λ has producers as rows; see <see cref="ValueAddedKept"/>. Its diagonal does not matter.</remarks>
    /// <exception cref="InputOutputException">A share outside [0, 1].</exception>
    public static ResponsibilityShares Benefit(TransferMatrix transfers, LabelledMatrix kept)
    {
        var flows = ResponsibilityFlows.Benefit(transfers, kept);
        return flows.Shares with { AsConsumer = flows.Tonnes.ColumnSums() - flows.Tonnes.Diagonal() };
    }

    /// <summary>λ_rs for <see cref="Benefit"/>: the share of own value added in what r delivers to s, <c>v_r'(I − A_rr)⁻¹e_rs / 1'e_rs</c>.</summary>
    /// <remarks>Where r delivers nothing to s directly, its share in all deliveries to other regions.</remarks>
    public static LabelledMatrix ValueAddedKept(MultiRegionalTable table)
    {
        var (regions, s) = (table.Regions.Count, table.Sectors.Count);
        var delivered = TableShape.SumColumns(table.Intermediate, s) + table.FinalUse;
        var kept = Matrix<double>.Build.Dense(regions, regions);
        for (var r = 0; r < regions; r++)
        {
            var perUnit = LeontiefSystem.OfRegion(table, r)
                .Multipliers(TableShape.PerOutput(table.ValueAdded.SubVector(r * s, s), table.Output.SubVector(r * s, s)));
            var sold = delivered.SubMatrix(r * s, s, 0, regions).PointwiseMaximum(0);
            var (own, all) = (perUnit * sold, sold.ColumnSums());
            own[r] = all[r] = 0;
            var average = all.Sum() == 0 ? 0 : own.Sum() / all.Sum();
            for (var t = 0; t < regions; t++) kept[r, t] = Math.Clamp(t == r ? 1 : all[t] == 0 ? average : own[t] / all[t], 0, 1);
        }
        return new("share of own value added in deliveries", table.Regions, table.Regions, kept, Unit.One, ValueStatuses.Weakest(table.Status,
            ValueStatus.Constructed));
    }

    // α of every sector.
    internal static Vector<double> HandedOn(MultiRegionalTable table, Intensity intensity)
    {
        intensity.RequireFor(table);
        var alpha = Vector<double>.Build.Dense(table.Axis.Count, i => HandedOn(table, i));
        int[] outside = [.. Enumerable.Range(0, alpha.Count).Where(i => alpha[i] is not (>= -1e-12 and <= 1 + 1e-12))];
        if (outside.Length == 0) return alpha.Map(a => Math.Clamp(a, 0, 1));
        var first = outside[0];
        var left = table.Output[first] - table.Intermediate[first, first];
        throw new InputOutputException(Invariant($"{table.Axis.Labels[first]} would hand on α = {alpha[first]:G4} of its responsibility: ")
            + Invariant($"value added {table.ValueAdded[first]:G6}, output without own use {left:G6} {table.Unit}. ")
            + "Shared responsibility needs value added from 0 to that output; aggregate the sector with another or correct its value added."
            + (outside.Length == 1 ? "" : $" The same holds of {outside.Length - 1} more: "
            + $"{Listing.Of(outside.Skip(1).Select(i => table.Axis.Labels[i]), 8)}."));
    }

    // I − Ã, factorized.
    internal static Factorization SharingSystem(MultiRegionalTable table, Vector<double> alpha)
    {
        var (n, z, x) = (table.Axis.Count, table.Intermediate, table.Output);
        return Factorization.Of(Matrix<double>.Build.Dense(n, n, (i, j) => (i == j ? 1 : 0) - (x[j] == 0 ? 0 : z[i, j] / x[j] * (i == j ? 1 : alpha[i]))));
    }

    private static double HandedOn(MultiRegionalTable table, int i)
    {
        if (table.Output[i] == 0) return 0;
        var net = table.Output[i] - table.Intermediate[i, i];
        return net > 0 ? 1 - table.ValueAdded[i] / net : double.NaN;
    }
}
