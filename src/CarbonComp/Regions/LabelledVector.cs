namespace CarbonComp;

/// <summary>One number for each label of an axis, with its unit and status.</summary>
public sealed partial record LabelledVector : Tabular
{
    /// <summary>Creates the vector: a finite number for each label, all in one unit.</summary>
    /// <exception cref="AxisException">Another number of values than labels.</exception>
    /// <exception cref="CarbonCompException">A value that is not a finite number; the message names its label.</exception>
    public LabelledVector(string name, Axis axis, Vector<double> values, Unit unit, ValueStatus status)
    {
        (Name, Axis, Values, Unit, Status) = (name, axis, values.Clone(), unit, status);
        if (values.Count != axis.Count)
            throw new AxisException($"{name} has {values.Count} values for {axis.Count} {axis.Kinds}.");
        for (var i = 0; i < values.Count; i++)
            if (!double.IsFinite(values[i]))
                throw new CarbonCompException($"{name} of {axis.Labels[i]} is not a number. Give a value, or leave the {axis.Kind} out of the study.");
    }

    /// <summary>Creates the vector from plain numbers.</summary>
    /// <inheritdoc cref="LabelledVector(string, Axis, Vector{double}, Unit, ValueStatus)"/>
    public LabelledVector(string name, Axis axis, IEnumerable<double> values, Unit unit, ValueStatus status)
        : this(name, axis, Vector<double>.Build.DenseOfEnumerable(values), unit, status) { }

    /// <summary>The name of the quantity.</summary>
    public string Name { get; }

    /// <summary>The labels.</summary>
    public Axis Axis { get; }

    /// <summary>The numbers, in the order of the axis and in <see cref="Unit"/>.</summary>
    public Vector<double> Values { get; }

    /// <summary>The unit of all values.</summary>
    public Unit Unit { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => Name;

    /// <summary>The number of a label: code, name or local name.</summary>
    public double this[string label] => Values[Axis.IndexOf(label)];

    /// <summary>The number at a position, from 0.</summary>
    public double this[int index] => Values[index];

    /// <summary>The sum over the axis.</summary>
    public double Total => Values.Sum();

    /// <summary>The same quantity in another unit of the same kind.</summary>
    /// <exception cref="UnitException">The unit measures something else.</exception>
    public LabelledVector In(Unit unit)
    {
        try { return Unit == unit ? this : new(Name, Axis, Values * Unit.To(unit), unit, Status); }
        catch (UnitException wrong) { throw new UnitException($"{Name}: {wrong.Message}"); }
    }

    /// <inheritdoc cref="In(Unit)"/>
    public LabelledVector In(string unit) => In(Unit.Parse(unit));

    /// <summary>Some of the numbers, found by their codes, in the order of another axis.</summary>
    /// <exception cref="AxisException">A label that is not among these.</exception>
    public LabelledVector For(Axis subset) => new(Name, subset, subset.Codes.Select(code => Values[Axis.IndexOf(code)]), Unit, Status);

    /// <summary>The labels by their numbers, the largest first: of all numbers, or of those that fulfil a condition.</summary>
    public IReadOnlyList<string> Ranked(Func<double, bool>? which = null) =>
        [.. Enumerable.Range(0, Values.Count).Where(i => which is null || which(Values[i])).OrderByDescending(i => Values[i]).Select(i => Axis.Labels[i])];

    /// <summary>The same numbers under another name.</summary>
    public LabelledVector Named(string name) => new(name, Axis, Values, Unit, Status);

    /// <summary>Refuses a number that cannot be what the vector is about.</summary>
    /// <remarks>
    /// The condition is on numbers in <see cref="Unit"/>. The demand, a sentence after the number, says what is wrong and what to do.
    /// </remarks>
    /// <exception cref="CarbonCompException">A number that fails; the message names its label.</exception>
    public LabelledVector Require(Func<double, bool> holds, string demand, Func<string, CarbonCompException>? error = null)
    {
        for (var i = 0; i < Values.Count; i++)
            if (!holds(Values[i]) && Invariant($"{Name} of {Axis.Labels[i]} is {Values[i]}{Operands.Suffix(Unit)}. {demand}") is var message)
                throw error?.Invoke(message) ?? new CarbonCompException(message);
        return this;
    }

    /// <summary>Refuses negative numbers.</summary>
    /// <inheritdoc cref="Require"/>
    public LabelledVector RequireNotNegative(string demand = "It cannot be negative.", Func<string, CarbonCompException>? error = null) =>
        Require(v => v >= 0, demand, error);

    /// <summary>Refuses numbers that are not above 0.</summary>
    /// <inheritdoc cref="Require"/>
    public LabelledVector RequirePositive(string demand = "It must be positive.", Func<string, CarbonCompException>? error = null) =>
        Require(v => v > 0, demand, error);

    /// <inheritdoc/>
    public override Columns ToColumns() => new(new Column(Axis.Kind, Axis.Labels.ToArray()), new Column(Name, Values.ToArray(), Unit));
}
