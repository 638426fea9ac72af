namespace CarbonComp.Uncertainty;

// min θ with Xλ ≤ θx, Yλ ≥ y, λ ≥ 0, where the inputs of the units that are compared with are multiplied by factors and the unit's own are not.
internal sealed class RadialPrograms
{
    private readonly double[][] inputs, outputs;
    private readonly ReturnsToScale returns;
    private readonly LinearVariable[] variables;

    public RadialPrograms(IReadOnlyList<LabelledVector> inputs, IReadOnlyList<LabelledVector> outputs, ReturnsToScale returns)
    {
        (this.inputs, this.outputs, this.returns) = ([.. inputs.Select(v => v.Values.ToArray())], [.. outputs.Select(v => v.Values.ToArray())], returns);
        variables = [new("score", 1), .. Enumerable.Range(1, inputs[0].Axis.Count).Select(j => new LinearVariable($"weight {j}"))];
    }

    public double Score(int unit, double[] factors)
    {
        // In multiples of the unit's own numbers, or of the mean where it has none.
        double Measure(double[] values) => values[unit] != 0 ? values[unit] : values.Average();
        LinearTerm[] Weighted(Func<int, double> of) => [.. factors.Select((_, j) => new LinearTerm(1 + j, of(j)))];
        List<LinearConstraint> constraints =
        [
            .. inputs.Select((x, i) => LinearConstraint.AtMost($"input {i}", 0,
                [new(0, -x[unit] / Measure(x)), .. Weighted(j => x[j] * factors[j] / Measure(x))])),
            .. outputs.Select((y, i) => LinearConstraint.AtLeast($"output {i}", y[unit] / Measure(y), Weighted(j => y[j] / Measure(y)))),
        ];
        if (returns == ReturnsToScale.Variable) constraints.Add(LinearConstraint.Equal("weights", 1, Weighted(_ => 1)));
        return new LinearProgram("bootstrapped efficiency", Optimization.Minimize, variables, constraints).Solve().RequireOptimal().Values[0];
    }
}
