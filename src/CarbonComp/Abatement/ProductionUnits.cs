namespace CarbonComp.Abatement;

/// <summary>The units that reduction costs compare: regions, or sectors of regions, that make value added and emissions from inputs.</summary>
/// <remarks>
/// The decision-making units of data envelopment analysis. Checked when made: from the data accepted here every estimator
/// gets an answer. Inputs keep the units of measurement they come in; no estimate depends on them.
/// </remarks>
public sealed record ProductionUnits : Tabular
{
    private ProductionUnits(LabelledVector valueAdded, LabelledVector emissions, IReadOnlyList<LabelledVector> inputs,
        IReadOnlyList<LabelledVector> otherOutputs, ValueStatus status)
    {
        (Axis, Currency, ValueAdded, Emissions) = (valueAdded.Axis, valueAdded.Unit, valueAdded.Values, emissions.Values);
        (Inputs, OtherOutputs, Status) = (inputs, otherOutputs, status);
        Refuse();
    }

    /// <summary>The units.</summary>
    public Axis Axis { get; }

    /// <summary>The currency of value added, and of the prices of emissions.</summary>
    public Unit Currency { get; }

    /// <summary>Value added y, in <see cref="Currency"/>, positive.</summary>
    public Vector<double> ValueAdded { get; }

    /// <summary>Emissions b, t CO2, positive.</summary>
    public Vector<double> Emissions { get; }

    /// <summary>Inputs x, none negative; at least one of every unit positive.</summary>
    public IReadOnlyList<LabelledVector> Inputs { get; }

    /// <summary>Good outputs beside value added, none negative; none unless made by <see cref="WithOutputs"/>.</summary>
    public IReadOnlyList<LabelledVector> OtherOutputs { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <summary>The number of units.</summary>
    public int Count => Axis.Count;

    /// <inheritdoc/>
    public override string Caption => $"{Count} {Axis.Kinds} with value added, emissions and {Inputs.Count} input{(Inputs.Count == 1 ? "" : "s")}"
        + (OtherOutputs.Count == 0 ? "" : $", further outputs: {string.Join(", ", OtherOutputs.Select(o => o.Name))}");

    /// <summary>Puts units together from vectors along one axis.</summary>
    /// <remarks>Value added is money, emissions are a mass of CO2; of inputs (capital, labour, energy) at least one, each name once.</remarks>
    /// <exception cref="AbatementException">
    /// One unit; no input; value added or emissions that are not positive; an input that is negative, or 0 throughout;
    /// a unit without any input; two units with the same numbers.
    /// </exception>
    /// <exception cref="AxisException">Vectors along other axes, or a duplicate input.</exception>
    /// <exception cref="UnitException">Value added that is not money, or emissions that are not CO2.</exception>
    public static ProductionUnits Of(LabelledVector valueAdded, LabelledVector emissions, params IEnumerable<LabelledVector> inputs)
    {
        LabelledVector[] all = [.. inputs];
        valueAdded.Axis.Require(emissions.Axis, emissions.Name);
        foreach (var input in all) valueAdded.Axis.Require(input.Axis, input.Name);
        if (all.Length > 0) _ = new CategoryAxis("input", all.Select(i => i.Name));
        return new(valueAdded.InCurrency(), emissions.In(Unit.TonneCO2), all, [],
            ValueStatuses.Weakest(all.Append(valueAdded).Append(emissions).Select(v => v.Status)));
    }

    /// <summary>Puts units together from tables of regions (rows) by sectors (columns): every sector of every region is a unit.</summary>
    /// <remarks>One technology for all sectors is a strong assumption; <see cref="Sector"/> gives a technology for each.</remarks>
    /// <inheritdoc cref="Of(LabelledVector, LabelledVector, IEnumerable{LabelledVector})" path="/exception"/>
    public static ProductionUnits Of(LabelledMatrix valueAdded, LabelledMatrix emissions, params IEnumerable<LabelledMatrix> inputs) =>
        Of(Flat(valueAdded), Flat(emissions), inputs.Select(Flat));

    /// <summary>The same units with good outputs beside value added, in any unit: output of power, jobs, another sector's product
    /// (<c>docs/methods.md#several-outputs</c>).</summary>
    /// <remarks>Prices of emissions stay prices in value added. Directional distances grow them with it or as the direction says
    /// (<see cref="DirectionVector.WithOutput"/>), the slacks-based measure takes them as outputs, by-production holds them; the quadratic form has one
    /// output and refuses them.</remarks>
    /// <exception cref="AxisException">Another axis, or a duplicate name.</exception>
    /// <exception cref="AbatementException">A negative value, or an output that is 0 throughout.</exception>
    public ProductionUnits WithOutputs(params IReadOnlyList<LabelledVector> outputs) => new(LabelledValueAdded, LabelledEmissions, Inputs, outputs,
        ValueStatuses.Weakest(outputs.Select(o => o.Status).Append(Status)));

    // Puts together the units that have a reduction cost. Names those that have none, with the reason: no emissions, value added or input.
    internal static (ProductionUnits Units, IReadOnlyList<string> LeftOut) Measurable(
        LabelledVector valueAdded, LabelledVector emissions, params IEnumerable<LabelledVector> inputs)
    {
        LabelledVector[] all = [valueAdded, emissions, .. inputs];
        var axis = valueAdded.Axis;
        foreach (var vector in all) axis.Require(vector.Axis, vector.Name);
        // Negative emissions and inputs are errors, not absences: they stay, and are refused.
        string Reason(int k) => emissions[k] == 0 ? "no emissions" : valueAdded[k] <= 0 ? "no value added"
            : all.Length > 2 && all.Skip(2).All(i => i[k] == 0) ? "no input" : "";
        var reasons = Enumerable.Range(0, axis.Count).ToLookup(k => Reason(k).Length == 0);
        int[] kept = [.. reasons[true]];
        string[] leftOut = [.. reasons[false].Select(k => $"{axis.Labels[k]} ({Reason(k)})")];
        if (kept.Length < 2)
            throw TooFew((kept.Length == 0 ? "no unit" : $"only {axis.Labels[kept[0]]}")
                + $" beside those that have no reduction cost, {string.Join(", ", leftOut)}");
        if (leftOut.Length == 0) return (Of(valueAdded, emissions, inputs), leftOut);
        var some = all.Select(v => Part(v, axis.Only(kept), kept)).ToArray();
        return (Of(some[0], some[1], some.Skip(2)), leftOut);
    }

    /// <summary>The regions' units of one sector (code, name or local name), as a technology of their own.</summary>
    /// <exception cref="AbatementException">The units are not sectors of regions, or those of the sector do not make a technology.</exception>
    /// <exception cref="AxisException">No such sector.</exception>
    public ProductionUnits Sector(string sector)
    {
        if (Axis is not RegionSectorAxis axis)
            throw new AbatementException($"These units are {Axis.Kinds}; a sector can be taken out of units by region and sector only.");
        var s = axis.Sectors.IndexOf(sector);
        return Part(axis.Regions, [.. Enumerable.Range(0, axis.Regions.Count).Select(r => axis.Position(r, s))]);
    }

    /// <summary>The units at some positions, as a technology of their own.</summary>
    /// <exception cref="AbatementException">What is left does not make a technology.</exception>
    public ProductionUnits Where(Func<int, bool> keep)
    {
        int[] kept = [.. Enumerable.Range(0, Count).Where(keep)];
        if (kept.Length < 2) throw TooFew(kept.Length == 0 ? "no unit" : $"only {Axis.Labels[kept[0]]}");
        return Part(Axis.Only(kept), kept);
    }

    internal int InputIndex(string input) => new CategoryAxis("input", Inputs.Select(i => i.Name)).IndexOf(input);

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of([LabelledValueAdded, LabelledEmissions, .. OtherOutputs, .. Inputs]);

    internal IReadOnlyList<LabelledVector> GoodOutputs => [LabelledValueAdded, .. OtherOutputs];

    internal LabelledVector LabelledValueAdded => new("value added", Axis, ValueAdded, Currency, Status);

    internal LabelledVector LabelledEmissions => new("emissions", Axis, Emissions, Unit.TonneCO2, Status);

    internal LabelledVector Pure(string name, IEnumerable<double> values) => new(name, Axis, values, Unit.One, Status);

    internal ShadowPrices Prices(string method, IEnumerable<ValueRange> intervals) => new(method, Axis, [.. intervals], Currency, Status);

    // The amount by which an input is divided in the program of a unit: the unit's own or, where it has none, the mean.
    internal static double Measure(LabelledVector input, int unit) => input[unit] > 0 ? input[unit] : input.Values.Average();

    // The peers, the heaviest first, in a solution whose variable 0 is the score and whose next are the weights. Weights of activities that are
    // abated away follow later; they make neither value added nor emissions and are no peers.
    internal ReferenceUnit[] Peers(LinearSolution solution) => [.. Enumerable.Range(0, Count).Where(k => solution.VariableLeaves(1 + k, 0))
        .Select(k => new ReferenceUnit(Axis.Labels[k], solution.Values[1 + k])).OrderByDescending(p => p.Weight)];

    private ProductionUnits Part(Axis axis, int[] kept) => new(Part(LabelledValueAdded, axis, kept), Part(LabelledEmissions, axis, kept),
        [.. Inputs.Select(i => Part(i, axis, kept))], [.. OtherOutputs.Select(o => Part(o, axis, kept))], Status);

    private static LabelledVector Part(LabelledVector all, Axis axis, int[] kept) => new(all.Name, axis, kept.Select(k => all[k]), all.Unit, all.Status);

    private static LabelledVector Flat(LabelledMatrix table)
    {
        var axis = ByRegionAndSector(table);
        return new(table.Name, axis,
            Vector<double>.Build.DenseOfEnumerable(table.Values.EnumerateRows().SelectMany(r => r)), table.Unit, table.Status);
    }

    internal static RegionSectorAxis ByRegionAndSector(LabelledMatrix table) => table is { Rows: RegionAxis regions, Columns: SectorAxis sectors }
        ? new(regions, sectors)
        : throw new AbatementException($"{table.Name} has {table.Rows.Kinds} by {table.Columns.Kinds}; regions by sectors are needed.");

    private static AbatementException TooFew(string what) =>
        new($"Reduction costs compare units with each other; there is {what}. Give at least two.");

    private void Refuse()
    {
        if (Count < 2) throw TooFew($"only {Axis.Labels[0]}");
        if (Inputs.Count == 0)
            throw new AbatementException("There is no input. A technology needs at least one: capital, labour, energy.");
        for (var k = 0; k < Count; k++)
        {
            RequirePositive("Value added is", ValueAdded[k], $"{Currency}", k);
            RequirePositive("Emissions are", Emissions[k], "t CO2", k);
            foreach (var input in Inputs)
                if (input[k] < 0)
                    throw new AbatementException($"Input {input.Name} of {Axis.Labels[k]} is {input[k]} {input.Unit.Symbol}. "
                        + $"An input cannot be negative; check its sign, or leave the unit out.");
            if (Inputs.All(i => i[k] == 0))
                throw new AbatementException($"{Axis.Labels[k]} has no input at all: {string.Join(", ", Inputs.Select(i => i.Name))} are 0. "
                    + $"Give its inputs, or leave it out.");
        }
        _ = new CategoryAxis("input or output", Inputs.Concat(OtherOutputs).Select(v => v.Name));
        foreach (var output in OtherOutputs)
        {
            Axis.Require(output.Axis, output.Name);
            output.RequireNotNegative("A good output cannot be negative.", message => new AbatementException(message));
            if (output.Values.All(v => v == 0)) throw new AbatementException($"Output {output.Name} is 0 for every unit. Leave it out.");
        }
        if (Inputs.FirstOrDefault(i => i.Values.All(v => v == 0)) is { } empty)
            throw new AbatementException($"Input {empty.Name} is 0 for every unit. Leave it out.");
        if (Enumerable.Range(0, Count).GroupBy(k => string.Join('|', Inputs.Select(i => i[k]).Prepend(Emissions[k]).Prepend(ValueAdded[k])
                .Select(BitConverter.DoubleToInt64Bits))).FirstOrDefault(g => g.Count() > 1) is { } same)
            throw new AbatementException($"{string.Join(" and ", same.Select(k => Axis.Labels[k]))} have the same value added, emissions and inputs. "
                + "Observed units never do; look for a copied row, and keep one of them.");
    }

    private void RequirePositive(string what, double value, string unit, int k)
    {
        if (!(value > 0))
            throw new AbatementException($"{what} {value} {unit} in {Axis.Labels[k]}. A unit has a reduction cost only where both value added and "
                + $"emissions are positive; leave it out, or merge it with another.");
    }
}
