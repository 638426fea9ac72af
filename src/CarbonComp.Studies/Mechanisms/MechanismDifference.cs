namespace CarbonComp.Studies;

/// <summary>Why two mechanisms ask different payments of a region: other tonnes, another price, other standards. The parts add up exactly
/// (<c>docs/methods.md#mechanism-difference</c>).</summary>
/// <remarks>
/// <para>The net payment is a function of three things, <c>v(O, p, σ) = p · net(O, σ)</c>: the tonnes owed, the price, and the standards, which are the
/// prices of each pair over that price (<see cref="CompensationMechanism"/>). Going from the first mechanism to the second, each is exchanged in every one of
/// the six orders, and its part is the mean of its steps:</para>
/// <para><c>part_i = Σ_S |S|!·(2 − |S|)!/3! · (v(S ∪ i) − v(S))</c>, S the things exchanged before i.</para>
/// <para>This is the Shapley value (Shapley 1953), in decomposition analysis the method of Sun (1998) and Albrecht et al. (2002). It is exact whatever the
/// signs, has no residual, treats the three alike, and is turned round by exchanging the two mechanisms. The logarithmic mean Divisia index, the
/// usual choice where all values are positive, cannot be used: tonnes owed are of both signs, and zero where a mechanism knows no such debt.</para>
/// </remarks>
public sealed record MechanismDifference : Tabular
{
    private MechanismDifference(CompensationMechanism first, CompensationMechanism second, LabelledVector[] parts) =>
        (First, Second, Quantity, Price, Standard) = (first, second, parts[0].Named("quantity"), parts[1].Named("price"), parts[2].Named("standard"));

    /// <summary>Takes the difference of two mechanisms on the same regions apart: payments of the second less those of the first.</summary>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="UnitException">Other currencies.</exception>
    public static MechanismDifference Of(CompensationMechanism first, CompensationMechanism second)
    {
        first.Regions.Require(second.Regions, second.Name);
        CompensationMechanism Chosen(int set, int bit) => (set >> bit & 1) == 1 ? second : first;
        LabelledVector Value(int set) => CompensationMechanism.NetOf(Chosen(set, 0).Owed, Chosen(set, 2).Standards) * Chosen(set, 1).Price;
        LabelledVector[] values = [.. Enumerable.Range(0, 8).Select(Value)];
        LabelledVector Part(int bit) => Enumerable.Range(0, 8).Where(set => (set >> bit & 1) == 0).Select(before =>
            (values[before | 1 << bit] - values[before]) * new Quantity(Weight(before), Unit.One, values[before].Status)).Aggregate((sum, step) => sum + step);
        return new(first, second, [Part(0), Part(1), Part(2)]);
    }

    // |S|!·(2 − |S|)!/3!: a third where none or both of the others are exchanged before, a sixth where one is.
    private static double Weight(int before) => int.PopCount(before) == 1 ? 1.0 / 6 : 1.0 / 3;

    /// <summary>The mechanism that is left.</summary>
    public CompensationMechanism First { get; }

    /// <summary>The mechanism that is gone to.</summary>
    public CompensationMechanism Second { get; }

    /// <summary>The part of the tonnes: who owes whom for how many.</summary>
    public LabelledVector Quantity { get; }

    /// <summary>The part of the price: all payments larger or smaller at the same time.</summary>
    public LabelledVector Price { get; }

    /// <summary>The part of the standards: whose tonne is worth more than another's.</summary>
    public LabelledVector Standard { get; }

    /// <summary>Net payments of the second less those of the first; the sum of the three parts.</summary>
    public LabelledVector Total => (Second.Net - First.Net).Named("difference");

    /// <summary>How much each part moves: the sum of its absolute amounts over that of all three, which adds up to one.</summary>
    public LabelledVector Shares
    {
        get
        {
            double[] moved = [Quantity.Abs().Total, Price.Abs().Total, Standard.Abs().Total];
            var all = moved.Sum();
            return new("share of what moves", new CategoryAxis("part", "quantity", "price", "standard"), moved.Select(m => all == 0 ? 0 : m / all), Unit.One,
                Status);
        }
    }

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(First.Status, Second.Status);

    /// <inheritdoc/>
    public override string Caption => $"From {First.Name} to {Second.Name}: why net payments differ";

    /// <summary>A row a region: the three parts and their sum.</summary>
    public override Columns ToColumns() => Columns.Of(Quantity, Price, Standard, Total);
}
