namespace CarbonComp;

/// <summary>Attribution of emissions to producers, consumers, both, or earners of income (docs/methods.md#responsibility).</summary>
public static class Responsibility
{
    /// <summary>Producer: each region answers for what it emits, <c>Σ_t C_rt</c> with its exports (<c>docs/methods.md#producer</c>).</summary>
    public static ResponsibilityShares Producer(TransferMatrix transfers) =>
        new("producer", transfers.Regions, transfers.Emissions.Values, 0, 0, transfers.Status) { Stressor = transfers.Stressor };

    /// <summary>Consumer: each region answers for what is emitted for its final use, <c>Σ_r C_rt</c>; exports are answered for abroad
    /// (<c>docs/methods.md#consumer</c>).</summary>
    public static ResponsibilityShares Consumer(TransferMatrix transfers) => ResponsibilityFlows.Consumer(transfers).Shares;

    /// <summary>Shared along the chain by value added (Lenzen, Murray, Sack and Wiedmann 2007) (<c>docs/methods.md#shared</c>).</summary>
    /// <remarks><c>α_i = 1 − va_i/(x_i − Z_ii)</c> is what sector i hands on; <c>Ã_ij = α_i A_ij</c> (i ≠ j), <c>Ã_ii = A_ii</c>;
    /// <c>m = f(I − Ã)⁻¹</c>. Producers keep <c>(1 − α_i)·m_i·(x_i − Z_ii)</c>, consumers get <c>Σ_i α_i m_i Y_i^t</c>.</remarks>
    /// <exception cref="InputOutputException">α outside [0, 1]; the message names the sector.</exception>
    public static ResponsibilityShares Shared(MultiRegionalTable table, Intensity intensity) => ResponsibilityFlows.Shared(table, intensity).Shares;

    /// <summary>Income: each region answers for the emissions that its primary inputs enable downstream, <c>va_i·(G f)_i</c>, G the Ghosh inverse
    /// (<c>docs/methods.md#income</c>).</summary>
    /// <remarks>Imported inputs are answered for abroad. <c>G = x̂⁻¹·B·x̂</c>, so one Leontief solve suffices.</remarks>
    public static ResponsibilityShares Income(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system)
    {
        intensity.RequireFor(table);
        var enabled = TableShape.PerOutput(system.RequiredOutput(intensity.Emissions.ToColumnMatrix()).Column(0), table.Output);
        return new("income", table.Regions, TableShape.SumRows(table.ValueAdded.PointwiseMultiply(enabled), table.Sectors.Count),
            table.ImportedInputs * enabled, TableIdentities.ColumnResiduals(table) * enabled, intensity.StatusIn(table))
        {
            Stressor = intensity.Stressor,
        };
    }

    /// <summary>Benefit: the producer keeps a share λ_rs of what it emits for s, the user takes the rest (docs/methods.md#benefit).</summary>
    /// <remarks>λ has producers as rows; see <see cref="ValueAddedKept"/>. Its diagonal does not matter.</remarks>
    /// <exception cref="InputOutputException">A share outside [0, 1].</exception>
    public static ResponsibilityShares Benefit(TransferMatrix transfers, LabelledMatrix kept) => ResponsibilityFlows.Benefit(transfers, kept).Shares;

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
}
