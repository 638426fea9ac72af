namespace CarbonComp;

/// <summary>Tone's slacks-based measure of efficiency, with emissions as an undesirable output or plain, and the shadow price from its dual
/// (<c>docs/methods.md#sbm</c>).</summary>
/// <remarks>
/// <para>
/// With undesirable output (Tone 2004; Cooper, Seiford and Tone 2007): <c>ρ = min (1 − 1/m Σ s_n/x_n0) / (1 + ½ (s_y/y0 + s_b/b0))</c>
/// subject to <c>x0 = Xλ + s</c>, <c>y0 = yλ − s_y</c>, <c>b0 = bλ + s_b</c>; all slacks and λ not negative. ρ is 1 on the frontier.
/// Plain (Tone 2001): <c>ρ = min (1 − 1/m Σ s_n/x_n0) / (1 + 1/s Σ s_r/y_r0)</c>.
/// </para>
/// <para>
/// Dual: max ξ = u_g y0 − v x0 − u_b b0 with u_g Y − vX − u_b B ≤ 0, v ≥ 1/(m x0), u_g ≥ (1 + ξ)/(2 y0), u_b ≥ (1 + ξ)/(2 b0);
/// ρ = 1 + ξ and the shadow price is <c>u_b / u_g</c>. It is never below zero: emissions are treated like an input.
/// </para>
/// </remarks>
public static class SlacksBasedMeasure
{
    /// <summary>Estimates every unit against all, emissions as an undesirable output. Every input and other output must be positive.</summary>
    /// <returns>ρ, the interval of the shadow price, slacks and peers of each unit.</returns>
    /// <exception cref="AbatementException">An input that is 0: the measure divides by it.</exception>
    /// <exception cref="LinearProgramException">No solver is installed, or it cannot solve a program.</exception>
    public static SlacksBasedEstimate Estimate(ProductionUnits units, ReturnsToScale returns = ReturnsToScale.Constant,
        CancellationToken cancellation = default)
    {
        foreach (var data in units.Inputs.Concat(units.OtherOutputs)) RequirePositive(data);
        var b = units.LabelledEmissions;
        var solved = Solve(units.Axis, returns, units.Inputs, units.GoodOutputs, [b], cancellation);
        var prices = solved.Select((s, k) => OptimalFace.OfDualValues(s.Solution)
            .RatioRange([new(s.Program.FirstBadRow, -1)], [new(s.Program.FirstOutputRow, 1)])
            .Times(units.ValueAdded[k] / units.Emissions[k]).NotNegative()).ToArray();
        var method = $"slacks-based measure with undesirable output, {Word(returns)}";
        return new(method, Scores(units.Axis, solved, units.Status), units.Prices(method, prices),
            Slacks(units.Axis, solved, [.. units.Inputs, .. units.GoodOutputs, b], units.Status), Peers(units.Axis, solved));
    }

    /// <summary>Tone's measure of any inputs and outputs along one axis, all positive, without emissions.</summary>
    /// <returns>ρ, slacks and peers of each unit.</returns>
    /// <exception cref="AbatementException">No input or output, one unit only, or a value that is not positive.</exception>
    /// <exception cref="AxisException">Different axes, or a duplicate name.</exception>
    /// <exception cref="LinearProgramException">No solver is installed, or it cannot solve a program.</exception>
    public static SlacksBasedEfficiency Plain(IReadOnlyList<LabelledVector> inputs, IReadOnlyList<LabelledVector> outputs,
        ReturnsToScale returns = ReturnsToScale.Constant, CancellationToken cancellation = default)
    {
        if (inputs.Count == 0 || outputs.Count == 0) throw new AbatementException("An efficiency needs at least one input and one output.");
        LabelledVector[] all = [.. inputs, .. outputs];
        var axis = all[0].Axis;
        foreach (var vector in all)
        {
            axis.Require(vector.Axis, vector.Name);
            RequirePositive(vector);
        }
        _ = new CategoryAxis("input or output", all.Select(v => v.Name));
        if (axis.Count < 2)
            throw new AbatementException($"An efficiency compares units with each other; there is only {axis.Labels[0]}. Give at least two.");
        var status = ValueStatuses.Weakest(all.Select(v => v.Status));
        var solved = Solve(axis, returns, inputs, outputs, [], cancellation);
        return new($"slacks-based measure, {Word(returns)}", Scores(axis, solved, status), Slacks(axis, solved, all, status), Peers(axis, solved));
    }

    /// <summary>The linear program of one unit (emissions as an undesirable output), in multiples of its own numbers.</summary>
    /// <returns>Its optimum is ρ; constraints "normalization", the inputs, "output value added", "bad output emissions".</returns>
    /// <exception cref="AbatementException">An input that is 0.</exception>
    /// <exception cref="AxisException">No such unit.</exception>
    public static LinearProgram Program(ProductionUnits units, string unit, ReturnsToScale returns = ReturnsToScale.Constant)
    {
        foreach (var data in units.Inputs.Concat(units.OtherOutputs)) RequirePositive(data);
        return SlacksBasedProgram.Of(units.Axis.Labels, units.Axis.IndexOf(unit), returns, units.Inputs,
            units.GoodOutputs, [units.LabelledEmissions]).Program;
    }

    private static (SlacksBasedProgram Program, LinearSolution Solution)[] Solve(Axis axis, ReturnsToScale returns,
        IReadOnlyList<LabelledVector> inputs, IReadOnlyList<LabelledVector> outputs, IReadOnlyList<LabelledVector> bads, CancellationToken cancellation)
    {
        var solved = new (SlacksBasedProgram, LinearSolution)[axis.Count];
        for (var k = 0; k < axis.Count; k++)
        {
            cancellation.ThrowIfStopped();
            var program = SlacksBasedProgram.Of(axis.Labels, k, returns, inputs, outputs, bads);
            solved[k] = (program, program.Program.Solve().RequireOptimal());
        }
        return solved;
    }

    private static LabelledVector Scores(Axis axis, (SlacksBasedProgram Program, LinearSolution Solution)[] solved, ValueStatus status) =>
        new("efficiency ρ", axis, solved.Select(s => Math.Min(1, s.Solution.Objective)), Unit.One, status);

    private static LabelledVector[] Slacks(Axis axis, (SlacksBasedProgram Program, LinearSolution Solution)[] solved,
        IReadOnlyList<LabelledVector> data, ValueStatus status) =>
        [.. data.Select((d, n) => new LabelledVector($"slack of {d.Name}", axis,
            solved.Select((s, k) => SlacksBasedProgram.Slack(s.Solution, n) * d.Values[k]), d.Unit, status))];

    private static IReadOnlyList<ReferenceUnit>[] Peers(Axis axis, (SlacksBasedProgram Program, LinearSolution Solution)[] solved) =>
        [.. solved.Select(s => s.Program.Peers(s.Solution, axis.Labels))];

    private static void RequirePositive(LabelledVector data) => data.RequirePositive(
        "The slacks-based measure divides by it and needs positive numbers; leave the unit out, or use another estimator.",
        message => new AbatementException(message));

    private static string Word(ReturnsToScale returns) => returns == ReturnsToScale.Constant ? "constant returns" : "variable returns";
}
