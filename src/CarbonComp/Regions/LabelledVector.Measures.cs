namespace CarbonComp;

/// <content>Totals, extremes, shares and selections. Single numbers come as a <see cref="Quantity"/>, with unit and status.</content>
public sealed partial record LabelledVector
{
    /// <summary>The number of a label (code, name or local name) with its unit and status.</summary>
    /// <exception cref="AxisException">No such label.</exception>
    public Quantity At(string label) => Of(this[label]);

    /// <summary>The sum over the axis.</summary>
    public Quantity Sum() => Of(Total);

    /// <summary>The mean of the numbers, each label counted once.</summary>
    public Quantity Mean() => Of(Values.Sum() / Axis.Count);

    /// <summary>The smallest number.</summary>
    public Quantity Min() => Of(Values.Minimum());

    /// <summary>The largest number.</summary>
    public Quantity Max() => Of(Values.Maximum());

    /// <summary>The label of the smallest number, the first of equal ones.</summary>
    public string ArgMin() => Axis.Labels[Values.MinimumIndex()];

    /// <summary>The label of the largest number, the first of equal ones.</summary>
    public string ArgMax() => Axis.Labels[Values.MaximumIndex()];

    /// <summary>Each number as a percentage of the total.</summary>
    /// <exception cref="CarbonCompException">The numbers add up to zero.</exception>
    public LabelledVector Share() => Total != 0 ? (this / Sum()).In(Unit.Percent).Named($"share of {Name}")
        : throw new CarbonCompException($"The numbers of {Name} add up to 0, so there are no shares of the total.");

    /// <summary>The numbers without their signs.</summary>
    public LabelledVector Abs() => new($"|{Name}|", Axis, Values.PointwiseAbs(), Unit, Status);

    /// <summary>The sum of the products of the numbers of each label: with prices and amounts, a value.</summary>
    /// <exception cref="AxisException">Different labels or another order; the message names the first that differs.</exception>
    public Quantity Dot(LabelledVector other) => (this * other).Sum();

    /// <summary>The labels whose number, in <see cref="Unit"/>, fulfils a condition (<c>v =&gt; v &gt; 0</c>), in their order.</summary>
    /// <exception cref="CarbonCompException">No number fulfils it.</exception>
    public LabelledVector Where(Func<double, bool> condition)
    {
        int[] kept = [.. Enumerable.Range(0, Axis.Count).Where(i => condition(Values[i]))];
        if (kept.Length == 0) throw new CarbonCompException($"No {Axis.Kind} is left: no number of {Name} (in {Unit}) fulfils the condition.");
        return new(Name, Axis.Only(kept), kept.Select(i => Values[i]), Unit, Status);
    }

    private Quantity Of(double value) => new(value, Unit, Status);

    /// <summary>Which labels have the same sign in all of some vectors along one axis: who pays whatever is assumed.</summary>
    /// <exception cref="AxisException">Vectors along other axes.</exception>
    /// <exception cref="CarbonCompException">No vector.</exception>
    public static SignTally Signs(params IReadOnlyList<LabelledVector> vectors) => new(vectors);
}
