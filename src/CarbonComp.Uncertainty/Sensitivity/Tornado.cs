namespace CarbonComp.Uncertainty;

/// <summary>One result when one input after the other is low and high, the widest range first.</summary>
/// <param name="Result">The result.</param>
/// <param name="Level">The share of each input's distribution between its low and high value.</param>
/// <param name="Base">The result with every input at its median.</param>
/// <param name="Low">The result by input that is low.</param>
/// <param name="High">The result by input that is high.</param>
public sealed record Tornado(string Result, double Level, Quantity Base, LabelledVector Low, LabelledVector High) : Tabular
{
    /// <inheritdoc/>
    public override string Caption =>
        Invariant($"{Result} when one input is low or high ({100 * Level:0.##} % of its distribution), the others at their medians");

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Low.Status, Base.Status);

    /// <summary>A row an input: the result when it is low and high.</summary>
    public override Columns ToColumns() => Columns.Of(Low, High);
}
