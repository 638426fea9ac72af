namespace CarbonComp.InputOutput;

/// <summary>Change of emissions, or another stressor, between two years, taken apart into its causes: <c>E = f̂·B·S·v</c> (docs/methods.md#sda).</summary>
/// <remarks>Factors: intensity f, production structure B, composition of final use S (exports among its columns) and its volume v by user. The effects
/// add up exactly. Where prices rose, intensity falls and volume grows by the price level alone, so it is an argument; relative prices appear as structure
/// and composition unless both tables are in constant prices.</remarks>
/// <param name="Regions">The emitting regions.</param>
/// <param name="Effects">Regions × factors.</param>
/// <param name="Before">By region in the first year.</param>
/// <param name="After">By region in the second year.</param>
/// <param name="Form">How the orders were averaged.</param>
/// <param name="Status">The weakest status of tables and emissions.</param>
public sealed record StructuralDecomposition(
    RegionAxis Regions, Matrix<double> Effects, Vector<double> Before, Vector<double> After, DecompositionForm Form, ValueStatus Status) : Tabular
{
    private string[] Names => [Stressor.IsCarbonDioxide ? "emission intensity" : $"{Stressor.Name} per output", "production structure",
        "composition of final use", "volume of final use"];

    /// <summary>What is followed, with its unit; emissions of CO2 unless another was given.</summary>
    public Stressor Stressor { get; init; } = Stressor.CarbonDioxide;

    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <inheritdoc/>
    public override string Caption =>
        $"Change of {Stressor.Name} by cause (mean of {(Form == DecompositionForm.TwoPolar ? "the two polar forms" : "all orders")})";

    /// <summary>Takes apart the change between two years.</summary>
    /// <param name="before">The first year's table.</param>
    /// <param name="intensityBefore">Its intensity.</param>
    /// <param name="after">The second year's table.</param>
    /// <param name="intensityAfter">Its intensity.</param>
    /// <param name="form">Over which orders of the factors the effects are averaged.</param>
    /// <param name="priceLevel">Prices of the second year's table in those of the first's; 1 where both are in one year's prices.</param>
    /// <exception cref="AxisException">Other regions or sectors.</exception>
    /// <exception cref="InputOutputException">An unproductive table, or other currencies.</exception>
    /// <exception cref="UnitException">Intensities of two stressors.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A price level that is not positive.</exception>
    public static StructuralDecomposition Of(MultiRegionalTable before, Intensity intensityBefore, MultiRegionalTable after, Intensity intensityAfter,
        DecompositionForm form = DecompositionForm.TwoPolar, double priceLevel = 1) =>
        Of(before, intensityBefore, LeontiefSystem.Of(before), after, intensityAfter, LeontiefSystem.Of(after), form, priceLevel);

    internal static StructuralDecomposition Of(MultiRegionalTable before, Intensity intensityBefore, ILeontiefInverse systemBefore,
        MultiRegionalTable after, Intensity intensityAfter, ILeontiefInverse systemAfter, DecompositionForm form, double priceLevel)
    {
        Guard.Positive(priceLevel);
        before.Axis.Require(after.Axis, "The second year's table");
        intensityBefore.RequireFor(before);
        intensityAfter.RequireFor(after);
        intensityBefore.Stressor.Require(intensityAfter.Stressor, "The second year's intensity");
        if (before.Unit.Dimension != after.Unit.Dimension)
            throw new InputOutputException($"The tables are in {before.Unit} and {after.Unit}. Both must be in one currency.");
        var (first, second) = (FinalUse(before), FinalUse(after));
        // Bits: 1 intensity, 2 structure, 4 composition, 8 volume; set means the second year's.
        var uses = Matrix<double>.Build.DenseOfColumnVectors(from volume in new[] { first.Volume, second.Volume / priceLevel }
                                                             from composition in new[] { first.Composition, second.Composition }
                                                             select composition * volume);
        var outputs = new[] { systemBefore.RequiredOutput(uses), systemAfter.RequiredOutput(uses) };
        var intensities = new[] { intensityBefore.Values, intensityAfter.Values * priceLevel };
        var emissions = Enumerable.Range(0, 16).Select(state =>
        {
            var x = outputs[state >> 1 & 1].Column(state >> 2);
            return TableShape.SumRows(x.PointwiseMultiply(intensities[state & 1]), before.Sectors.Count);
        }).ToArray();

        var orders = form == DecompositionForm.TwoPolar ? [[0, 1, 2, 3], [3, 2, 1, 0]] : Permutations([0, 1, 2, 3]).ToArray();
        var effects = Matrix<double>.Build.Dense(before.Regions.Count, 4);
        foreach (var order in orders)
        {
            var state = 0;
            foreach (var factor in order)
            {
                var changed = state | 1 << factor;
                effects.SetColumn(factor, effects.Column(factor) + (emissions[changed] - emissions[state]) / orders.Length);
                state = changed;
            }
        }
        return new(before.Regions, effects, emissions[0], emissions[15], form,
            ValueStatuses.Weakest(intensityBefore.StatusIn(before), intensityAfter.StatusIn(after)))
        {
            Stressor = intensityBefore.Stressor,
        };
    }

    /// <summary>Effect by emitting region (rows) and factor (columns).</summary>
    public LabelledMatrix ToMatrix() => new($"effect on {Stressor.Name}", Regions, new CategoryAxis("cause", Names), Effects, Stressor.Unit, Status);

    /// <inheritdoc/>
    public override Columns ToColumns() => TableShape.ToColumns("region", Regions, ToMatrix().Columns, Effects, Stressor.Unit)
        .With("change", (After - Before).ToArray(), Stressor.Unit);

    private static (Matrix<double> Composition, Vector<double> Volume) FinalUse(MultiRegionalTable table)
    {
        var users = TableIdentities.Absorbers(table);
        var volume = users.ColumnSums();
        // What is not allocated has both signs and may nearly add up to zero: its volume is the sum of its amounts without their signs.
        volume[^1] = users.Column(users.ColumnCount - 1).L1Norm();
        return (Matrix<double>.Build.Dense(users.RowCount, users.ColumnCount, (i, j) => volume[j] == 0 ? 0 : users[i, j] / volume[j]), volume);
    }

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length <= 1 ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));
}
