namespace CarbonComp.Uncertainty;

/// <summary>One run's values of the uncertain inputs.</summary>
public sealed record Draw : Tabular
{
    private readonly double[] values;

    internal Draw(UncertainInputs inputs, double[] values, int index) => (Inputs, this.values, Index) = (inputs, values, index);

    /// <summary>The inputs.</summary>
    public UncertainInputs Inputs { get; }

    /// <summary>The number of the run, from 0.</summary>
    public int Index { get; }

    /// <summary>The value of an input, by name.</summary>
    /// <exception cref="UncertaintyException">No such input; the message names those there are.</exception>
    public double this[string input] => values[Inputs.IndexOf(input)];

    /// <summary>The value of an input, by position.</summary>
    public double this[int input] => values[input];

    /// <summary>The values of inputs that are named alike, one for each label of an axis: <c>draw.For("Engel of ", cities)</c> holds
    /// <c>draw["Engel of Beijing"]</c> and so on.</summary>
    /// <exception cref="UncertaintyException">A label has no such input.</exception>
    public double[] For(string prefix, Axis axis) => [.. axis.Labels.Select(label => this[prefix + label])];

    /// <inheritdoc/>
    public override string Caption => $"Run {Index}";

    /// <inheritdoc/>
    public override ValueStatus Status => Inputs.Status;

    /// <inheritdoc/>
    public override Columns ToColumns() => new(new Column("input", Inputs.Names.ToArray()), new Column("value", values.ToArray()));

    // "run 17 (price = 46.7, δ = 0.31)"
    internal string Named => Invariant($"run {Index} ({Listing.Of(Inputs.Names.Select((name, i) => Invariant($"{name} = {values[i]:G6}")), 8)})");
}
