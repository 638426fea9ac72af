namespace CarbonComp.InputOutput;

/// <summary>Emissions, or another stressor, by emitting region (rows) and responsible region (columns), from one perspective
/// (docs/methods.md#responsibility).</summary>
/// <remarks>What <see cref="ResponsibilityShares"/> has by region, pair by pair: the part of a difference between producer and another responsibility
/// that somebody in the country answers for, and can therefore be settled with somebody.</remarks>
/// <param name="Perspective">Which: consumer, shared, benefit.</param>
/// <param name="Regions">The regions.</param>
/// <param name="Amounts">F[r,s]: emitted in r, answered for by s; the diagonal is what a region answers for of its own.</param>
/// <param name="Abroad">Emitted in r and answered for outside these regions: by users abroad, or elsewhere in the country.</param>
/// <param name="Unallocated">Emitted in r that the table's error column and rounding absorb.</param>
/// <param name="Status">The weakest status of table and emissions.</param>
public sealed record ResponsibilityFlows(
    string Perspective, RegionAxis Regions, Matrix<double> Amounts, Vector<double> Abroad, Vector<double> Unallocated, ValueStatus Status) : Tabular
{
    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <summary>What is answered for, with its unit; emissions of CO2 unless another was given.</summary>
    public Stressor Stressor { get; init; } = Stressor.CarbonDioxide;

    /// <summary>Consumer: the final user answers for everything, <c>F = T</c>.</summary>
    public static ResponsibilityFlows Consumer(TransferMatrix transfers) =>
        new("consumer", transfers.Regions, transfers.Amounts, transfers.Ends.Outside, transfers.Ends.Unallocated, transfers.Status)
        {
            Stressor = transfers.Stressor,
        };

    /// <summary>Benefit: the producer keeps a share λ_rs of what it emits for s, the user takes the rest, <c>F_rs = (1 − λ_rs)·T_rs</c>
    /// (docs/methods.md#benefit).</summary>
    /// <remarks>λ has producers as rows; see <see cref="Responsibility.ValueAddedKept"/>. Its diagonal does not matter.</remarks>
    /// <exception cref="AxisException">Shares of other regions.</exception>
    /// <exception cref="InputOutputException">A share outside [0, 1]; the message names the pair.</exception>
    public static ResponsibilityFlows Benefit(TransferMatrix transfers, LabelledMatrix kept)
    {
        transfers.Regions.Require(kept.Rows, kept.Name);
        transfers.Regions.Require(kept.Columns, kept.Name);
        var lambda = kept.In(Unit.One).Values;
        foreach (var (r, t, value) in lambda.EnumerateIndexed())
            if (r != t && !(value is >= -1e-12 and <= 1 + 1e-12))
                throw new InputOutputException($"The share that {transfers.Regions.Labels[r]} keeps of its {transfers.Stressor.Name} for "
                    + $"{transfers.Regions.Labels[t]} is {value:G4}. It must lie from 0 to 1.");
        var answered = transfers.Amounts - transfers.Amounts.PointwiseMultiply(lambda);
        // What the user does not take stays with the producer, beside what it emits for itself.
        answered.SetDiagonal(transfers.Amounts.RowSums() - answered.RowSums() + answered.Diagonal());
        return new("benefit", transfers.Regions, answered, transfers.Ends.Outside, transfers.Ends.Unallocated,
            ValueStatuses.Weakest(transfers.Status, kept.Status))
        {
            Stressor = transfers.Stressor, AsConsumer = answered.ColumnSums() - answered.Diagonal(),
        };
    }

    /// <summary>Shared along the chain by value added (Lenzen, Murray, Sack and Wiedmann 2007), pair by pair.</summary>
    /// <remarks><see cref="Responsibility.Shared"/> with the intensities of one emitting region at a time: with <c>m^r = f^r(I − Ã)⁻¹</c>, f^r zero
    /// outside r, <c>F_rs = Σ_{i∈s} (1 − α_i)·m^r_i·(x_i − Z_ii) + Σ_i α_i·m^r_i·Y_i^s</c>. Exports are answered for abroad in part.</remarks>
    /// <exception cref="InputOutputException">α outside [0, 1]; the message names the sector.</exception>
    public static ResponsibilityFlows Shared(MultiRegionalTable table, Intensity intensity)
    {
        intensity.RequireFor(table);
        var (n, s, z, x) = (table.Axis.Count, table.Sectors.Count, table.Intermediate, table.Output);
        var alpha = HandedOn(table);
        // I − Ã, and m of each emitting region.
        var system = Matrix<double>.Build.Dense(n, n, (i, j) => (i == j ? 1 : 0) - (x[j] == 0 ? 0 : z[i, j] / x[j] * (i == j ? 1 : alpha[i])));
        var byRegion = Matrix<double>.Build.Dense(n, table.Regions.Count, (i, r) => i / s == r ? intensity.Values[i] : 0);
        var m = Factorization.Of(system).SolveTransposed(byRegion);
        var kept = m.MapIndexed((i, _, v) => (1 - alpha[i]) * (x[i] - z[i, i]) * v, Zeros.Include);
        var handed = m.MapIndexed((i, _, v) => alpha[i] * v, Zeros.Include).Transpose();
        var consumed = handed * table.FinalUse;
        return new("shared by value added (Lenzen)", table.Regions, TableShape.SumRows(kept, s).Transpose() + consumed, handed * table.Exports,
            handed * TableIdentities.Unused(table), intensity.StatusIn(table))
        {
            Stressor = intensity.Stressor, AsConsumer = consumed.ColumnSums(),
        };
    }

    /// <summary>The total that each region is responsible for.</summary>
    public ResponsibilityShares Shares =>
        new(Perspective, Regions, Amounts.ColumnSums(), Abroad.Sum(), Unallocated.Sum(), Status)
        {
            Stressor = Stressor, AsConsumer = AsConsumer,
        };

    // What of it a region answers for as a final user; null where the perspective has no such part.
    private Vector<double>? AsConsumer { get; init; }

    /// <summary>Of others' emissions what a region answers for, less what others answer for of its own: positive owes.</summary>
    /// <remarks>Its responsibility less its emissions, without what is answered for abroad. Over all regions it adds up to zero.</remarks>
    public LabelledVector Taken => new($"taken over, {Perspective}", Regions, Amounts.ColumnSums() - Amounts.RowSums(), Stressor.Unit, Status);

    /// <summary>F with labels.</summary>
    public LabelledMatrix ToMatrix() => new($"{Stressor.Name} of row that column answers for, {Perspective}", Regions, Regions, Amounts, Stressor.Unit, Status);

    /// <summary>The flows among some of the regions; what the others answer for goes to <see cref="Abroad"/>, what they emit is left out.</summary>
    /// <exception cref="AxisException">A region that is not among these.</exception>
    public ResponsibilityFlows Within(RegionAxis subset)
    {
        var (kept, others) = TableShape.Split(Regions, subset);
        return new(Perspective, subset, TableShape.Pick(Amounts, kept, kept),
            TableShape.Pick(Abroad, kept) + TableShape.Pick(Amounts, kept, others).RowSums(), TableShape.Pick(Unallocated, kept), Status)
        {
            Stressor = Stressor,
        };
    }

    /// <inheritdoc/>
    public override string Caption => $"{Stressor.Title} of the row that the column answers for: {Perspective}";

    /// <inheritdoc/>
    public override Columns ToColumns() => TableShape.ToColumns(Stressor.IsCarbonDioxide ? "emitted in" : "from", Regions, Regions, Amounts, Stressor.Unit)
        .With("abroad", Abroad.ToArray(), Stressor.Unit);

    // α of every sector.
    private static Vector<double> HandedOn(MultiRegionalTable table)
    {
        var net = table.Output - table.Intermediate.Diagonal();
        var alpha = net.MapIndexed((i, left) => table.Output[i] == 0 ? 0 : left > 0 ? 1 - table.ValueAdded[i] / left : double.NaN, Zeros.Include);
        int[] outside = [.. Enumerable.Range(0, alpha.Count).Where(i => alpha[i] is not (>= -1e-12 and <= 1 + 1e-12))];
        if (outside.Length == 0) return alpha.Map(a => Math.Clamp(a, 0, 1));
        var first = outside[0];
        throw new InputOutputException(Invariant($"{table.Axis.Labels[first]} would hand on α = {alpha[first]:G4} of its responsibility: ")
            + Invariant($"value added {table.ValueAdded[first]:G6}, output without own use {net[first]:G6} {table.Unit}. ")
            + "Shared responsibility needs value added from 0 to that output; aggregate the sector with another or correct its value added."
            + (outside.Length == 1 ? "" : $" The same holds for {outside.Length - 1} more: "
            + $"{Listing.Of(outside.Skip(1).Select(i => table.Axis.Labels[i]), 8)}."));
    }
}
