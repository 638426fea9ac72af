namespace CarbonComp.Abatement;

/// <summary>Tone's slacks-based measure as a linear program, by the substitution of Charnes and Cooper.</summary>
/// <remarks>
/// Variables: scale t, the slacks (times t, in multiples of the unit's own numbers), the weights (times t).
/// Constraints: the normalization, then one for each input, each output and each bad output.
/// </remarks>
internal sealed record SlacksBasedProgram(LinearProgram Program, int Inputs, int Outputs, int BadOutputs)
{
    public const int FirstInputRow = 1;

    public int FirstOutputRow => FirstInputRow + Inputs;

    public int FirstBadRow => FirstOutputRow + Outputs;

    private int FirstWeight => 1 + Inputs + Outputs + BadOutputs;

    public static SlacksBasedProgram Of(IReadOnlyList<string> labels, int unit, ReturnsToScale returns,
        IReadOnlyList<LabelledVector> inputs, IReadOnlyList<LabelledVector> outputs, IReadOnlyList<LabelledVector> bads)
    {
        var (m, s1, s2) = (inputs.Count, outputs.Count, bads.Count);
        var firstWeight = 1 + m + s1 + s2;
        List<LinearVariable> variables = [new("scale", 1),
            .. inputs.Select(i => new LinearVariable($"slack of input {i.Name}", -1.0 / m)),
            .. outputs.Select(o => new LinearVariable($"slack of output {o.Name}")),
            .. bads.Select(b => new LinearVariable($"slack of bad output {b.Name}")),
            .. labels.Select(l => new LinearVariable($"weight of {l}"))];

        LinearConstraint Balance(string name, LabelledVector data, int slack, double sign) => LinearConstraint.Equal(name, 0,
            [new(0, -1), new(slack, sign), .. labels.Select((_, k) => new LinearTerm(firstWeight + k, data.Values[k] / data.Values[unit]))]);

        List<LinearConstraint> constraints = [LinearConstraint.Equal("normalization", 1,
                [new(0, 1), .. Enumerable.Range(1 + m, s1 + s2).Select(v => new LinearTerm(v, 1.0 / (s1 + s2)))]),
            .. inputs.Select((i, n) => Balance($"input {i.Name}", i, 1 + n, 1)),
            .. outputs.Select((o, n) => Balance($"output {o.Name}", o, 1 + m + n, -1)),
            .. bads.Select((b, n) => Balance($"bad output {b.Name}", b, 1 + m + s1 + n, 1))];
        if (returns == ReturnsToScale.Variable)
            constraints.Add(LinearConstraint.Equal("weights", 0, [new(0, -1), .. labels.Select((_, k) => new LinearTerm(firstWeight + k, 1))]));
        return new(new($"Slacks-based measure of {labels[unit]}", Optimization.Minimize, variables, constraints), m, s1, s2);
    }

    // The slack of an input, output or bad output in multiples of the unit's own number.
    public static double Slack(LinearSolution solution, int position) => Math.Max(0, solution.Values[1 + position] / solution.Values[0]);

    public ReferenceUnit[] Peers(LinearSolution solution, IReadOnlyList<string> labels) =>
        [.. Enumerable.Range(0, labels.Count).Where(k => solution.VariableLeaves(FirstWeight + k, 0))
            .Select(k => new ReferenceUnit(labels[k], solution.Values[FirstWeight + k] / solution.Values[0])).OrderByDescending(p => p.Weight)];
}
