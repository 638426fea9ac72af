namespace CarbonComp;

/// <summary>Radial efficiency of units with several inputs and outputs: CCR with constant returns, BCC with variable ones
/// (<c>docs/methods.md#radial</c>).</summary>
/// <remarks>
/// <para>
/// Charnes, Cooper and Rhodes 1978; Banker, Charnes and Cooper 1984. Input-oriented: min θ subject to <c>Xλ ≤ θx0</c>, <c>Yλ ≥ y0</c>, λ ≥ 0;
/// output-oriented: max φ subject to <c>Xλ ≤ x0</c>, <c>Yλ ≥ φy0</c>; with variable returns <c>Σλ = 1</c>. Under constant returns φ = 1/θ.
/// </para>
/// <para>
/// A second program takes the largest sum of slacks (in multiples of the unit's own numbers) at this score, so a unit is efficient where the score is 1
/// and no slack is left. Peers and slacks are those of the second.
/// </para>
/// </remarks>
public static class RadialEfficiency
{
    /// <summary>Estimates every unit against all: inputs and outputs along one axis, none negative, at least one of each unit's positive.</summary>
    /// <exception cref="AbatementException">No input or output, one unit only, a negative value, or a unit without any input or output.</exception>
    /// <exception cref="AxisException">Different axes, or a duplicate name.</exception>
    /// <exception cref="LinearProgramException">No solver is installed, or it cannot solve a program.</exception>
    public static RadialEstimate Estimate(IReadOnlyList<LabelledVector> inputs, IReadOnlyList<LabelledVector> outputs,
        RadialOrientation orientation = RadialOrientation.Input, ReturnsToScale returns = ReturnsToScale.Constant, CancellationToken cancellation = default)
    {
        var axis = Require(inputs, outputs);
        var status = ValueStatuses.Weakest(inputs.Concat(outputs).Select(v => v.Status));
        var (scores, slacks, peers) = (new double[axis.Count], new double[axis.Count][], new ReferenceUnit[axis.Count][]);
        LabelledVector[] all = [.. inputs, .. outputs];
        for (var k = 0; k < axis.Count; k++)
        {
            cancellation.ThrowIfStopped();
            var first = Program(axis, inputs, outputs, k, orientation, returns, null).Solve().RequireOptimal();
            // The unit itself is feasible with 1; what is beyond it is rounding.
            scores[k] = orientation == RadialOrientation.Input ? Math.Min(1, first.Values[0]) : Math.Max(1, first.Values[0]);
            var second = Program(axis, inputs, outputs, k, orientation, returns, first.Values[0]).Solve().RequireOptimal();
            slacks[k] = [.. all.Select((v, n) => Math.Max(0, second.Values[1 + axis.Count + n]) * ProductionUnits.Measure(v, k))];
            peers[k] = [.. Enumerable.Range(0, axis.Count).Where(j => second.VariableLeaves(1 + j, 0))
                .Select(j => new ReferenceUnit(axis.Labels[j], second.Values[1 + j])).OrderByDescending(p => p.Weight)];
        }
        var method = $"{(returns == ReturnsToScale.Constant ? "CCR (constant returns)" : "BCC (variable returns)")}, "
            + (orientation == RadialOrientation.Input ? "input-oriented" : "output-oriented");
        return new(method, new(orientation == RadialOrientation.Input ? "efficiency θ" : "expansion φ", axis, scores, Unit.One, status),
            [.. all.Select((v, n) => new LabelledVector($"{(n < inputs.Count ? "excess of" : "shortfall of")} {v.Name}", axis,
                slacks.Select(s => s[n]), v.Unit, status))], peers);
    }

    /// <summary>Estimates units with value added, their other good outputs and emissions: emissions are an input, as what a unit uses of the air.</summary>
    /// <inheritdoc cref="Estimate(IReadOnlyList{LabelledVector}, IReadOnlyList{LabelledVector}, RadialOrientation, ReturnsToScale, CancellationToken)"/>
    public static RadialEstimate Estimate(ProductionUnits units, RadialOrientation orientation = RadialOrientation.Input,
        ReturnsToScale returns = ReturnsToScale.Constant, CancellationToken cancellation = default) =>
        Estimate([.. units.Inputs, units.LabelledEmissions], units.GoodOutputs, orientation, returns, cancellation);

    // Variable 0 is the score, then the weights, then the slacks; with a given score the sum of slacks is the objective.
    private static LinearProgram Program(Axis axis, IReadOnlyList<LabelledVector> inputs, IReadOnlyList<LabelledVector> outputs, int unit,
        RadialOrientation orientation, ReturnsToScale returns, double? score)
    {
        var (n, byInput) = (axis.Count, orientation == RadialOrientation.Input);
        var slackCost = score is null ? 0 : 1;
        List<LinearVariable> variables = [score is { } given ? new("score", 0, given, given) : LinearVariable.Free("score", 1),
            .. axis.Labels.Select(l => new LinearVariable($"weight of {l}")),
            .. inputs.Select(i => new LinearVariable($"excess of {i.Name}", slackCost)),
            .. outputs.Select(o => new LinearVariable($"shortfall of {o.Name}", slackCost))];
        // Σλv ± slack = v0, or score·v0 where the unit is moved along v.
        LinearConstraint Balance(LabelledVector data, int slack, double sign, bool moved)
        {
            var measure = ProductionUnits.Measure(data, unit);
            var own = data[unit] / measure;
            return LinearConstraint.Equal($"{(sign > 0 ? "input" : "output")} {data.Name}", moved ? 0 : own,
                [new(0, moved ? -own : 0), .. Enumerable.Range(0, n).Select(k => new LinearTerm(1 + k, data[k] / measure)), new(1 + n + slack, sign)]);
        }
        List<LinearConstraint> constraints = [.. inputs.Select((v, i) => Balance(v, i, 1, byInput)),
            .. outputs.Select((v, i) => Balance(v, inputs.Count + i, -1, !byInput))];
        if (returns == ReturnsToScale.Variable)
            constraints.Add(LinearConstraint.Equal("weights", 1, [.. Enumerable.Range(0, n).Select(k => new LinearTerm(1 + k, 1))]));
        var direction = score is null && byInput ? Optimization.Minimize : Optimization.Maximize;
        return new($"Radial efficiency of {axis.Labels[unit]}", direction, variables, constraints);
    }

    private static Axis Require(IReadOnlyList<LabelledVector> inputs, IReadOnlyList<LabelledVector> outputs)
    {
        if (inputs.Count == 0 || outputs.Count == 0) throw new AbatementException("An efficiency needs at least one input and one output.");
        var axis = inputs[0].Axis;
        foreach (var vector in inputs.Concat(outputs))
        {
            axis.Require(vector.Axis, vector.Name);
            vector.RequireNotNegative("An input or output of an efficiency cannot be negative.", message => new AbatementException(message));
        }
        if (inputs.Concat(outputs).FirstOrDefault(v => v.Values.All(x => x == 0)) is { } empty)
            throw new AbatementException($"{empty.Name} is 0 for every unit. Leave it out.");
        _ = new CategoryAxis("input or output", inputs.Concat(outputs).Select(v => v.Name));
        if (axis.Count < 2)
            throw new AbatementException($"An efficiency compares units with each other; there is only {axis.Labels[0]}. Give at least two.");
        foreach (var (side, word) in new[] { (inputs, "input"), (outputs, "output") })
            for (var k = 0; k < axis.Count; k++)
                if (side.All(v => v[k] == 0))
                    throw new AbatementException($"{axis.Labels[k]} has no {word}: {string.Join(", ", side.Select(v => v.Name))} are 0. Leave it out.");
        return axis;
    }
}
