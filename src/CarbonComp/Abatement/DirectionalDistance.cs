namespace CarbonComp.Abatement;

/// <summary>Directional output distance function by data envelopment analysis, and the shadow price of emissions from its dual
/// (<c>docs/methods.md#ddf-crs</c>, <c>#ddf-vrs</c>).</summary>
/// <remarks>
/// <para>
/// Constant returns (Chung, Färe and Grosskopf 1997): max β subject to <c>Σλy ≥ y0 + β g_y</c>, <c>Σλb = b0 − β g_b</c>,
/// <c>Σλx ≤ x0</c>, λ ≥ 0. Variable returns (Kuosmanen 2005): <c>Σzy ≥ y0 + β g_y</c>, <c>Σzb = b0 − β g_b</c>,
/// <c>Σ(z + w)x ≤ x0</c>, <c>Σ(z + w) = 1</c>, z, w ≥ 0, where w is the part of an activity that is abated away.
/// </para>
/// <para>
/// With μ the dual value of value added and ω that of emissions the shadow price is <c>q = ω / μ</c>, money for a tonne
/// (the price of value added is 1). β is 0 on the frontier.
/// </para>
/// <para>Other good outputs have <c>Σλy_m ≥ y_m0 + β g_m</c> each.</para>
/// <para>Each program is written in multiples of the unit's own numbers, so the solver sees neither money nor tonnes.</para>
/// </remarks>
public static class DirectionalDistance
{
    internal const int ValueAddedRow = 0, EmissionsRow = 1, FirstInputRow = 2;

    /// <summary>Estimates every unit against all.</summary>
    /// <remarks>Constant returns, weak disposability and own direction by default.</remarks>
    /// <returns>β, the interval of the shadow price, the peers and the projection of each unit.</returns>
    /// <exception cref="LinearProgramException">No solver is installed, or it cannot solve a program.</exception>
    public static DirectionalDistanceEstimate Estimate(ProductionUnits units, DirectionalDistanceOptions? options = null,
        CancellationToken cancellation = default)
    {
        options ??= DirectionalDistanceOptions.Default;
        options.Direction.Require(units);
        var (scores, solved, prices) = (new double[units.Count], new LinearSolution[units.Count], new ValueRange[units.Count]);
        var projected = new (double ValueAdded, double Emissions)[units.Count];
        for (var k = 0; k < units.Count; k++)
        {
            cancellation.ThrowIfStopped();
            solved[k] = Program(units, k, options).Solve().RequireOptimal();
            var (y, b) = (units.ValueAdded[k], units.Emissions[k]);
            var direction = options.Direction.For(y, b);
            // The unit itself is feasible with β = 0; less is rounding.
            scores[k] = Math.Max(0, solved[k].Values[0]);
            var price = OptimalFace.OfDualValues(solved[k]).RatioRange([new(EmissionsRow, 1)], [new(ValueAddedRow, -1)]).Times(y / b);
            prices[k] = options.Emissions == EmissionConstraint.Inequality ? price.NotNegative() : price;
            projected[k] = (y + scores[k] * direction.ValueAdded, b - scores[k] * direction.Emissions);
        }
        var method = options.ToString();
        return new(method, units.Pure("inefficiency β", scores), units.Prices(method, prices), [.. solved.Select(units.Peers)],
            units.Pure("share abated away", solved.Select(s => s.Values.Skip(1 + units.Count).Sum())),
            new("value added at the frontier", units.Axis, projected.Select(p => p.ValueAdded), units.Currency, units.Status),
            new("emissions at the frontier", units.Axis, projected.Select(p => p.Emissions), Unit.TonneCO2, units.Status));
    }

    /// <summary>The linear program of one unit, in multiples of its own value added, emissions and inputs.</summary>
    /// <returns>Variable β first, then the weights; constraints "value added", "emissions", the inputs, other outputs, and "weights" under variable
    /// returns.</returns>
    /// <exception cref="AxisException">No such unit.</exception>
    public static LinearProgram Program(ProductionUnits units, string unit, DirectionalDistanceOptions? options = null) =>
        Program(units, units.Axis.IndexOf(unit), options ?? DirectionalDistanceOptions.Default);

    internal static LinearProgram Program(ProductionUnits units, int unit, DirectionalDistanceOptions options)
    {
        var (n, y0, b0) = (units.Count, units.ValueAdded[unit], units.Emissions[unit]);
        var (towardsValueAdded, towardsEmissions) = options.Direction.For(y0, b0);
        var variable = options.Returns == ReturnsToScale.Variable;
        var labels = units.Axis.Labels;
        var variables = new List<LinearVariable>(2 * n + 1) { LinearVariable.Free("β", 1) };
        variables.AddRange(labels.Select(l => new LinearVariable($"weight of {l}")));
        if (variable) variables.AddRange(labels.Select(l => new LinearVariable($"abated weight of {l}")));

        LinearTerm[] Sum(Func<int, double> of) => [.. Enumerable.Range(0, n).Select(k => new LinearTerm(1 + k, of(k)))];
        LinearTerm[] SumWithAbated(Func<int, double> of) =>
            variable ? [.. Sum(of), .. Enumerable.Range(0, n).Select(k => new LinearTerm(1 + n + k, of(k)))] : Sum(of);

        LinearTerm[] emitted = [new(0, towardsEmissions / b0), .. Sum(k => units.Emissions[k] / b0)];
        var constraints = new List<LinearConstraint>
        {
            LinearConstraint.AtLeast("value added", 1, [new(0, -towardsValueAdded / y0), .. Sum(k => units.ValueAdded[k] / y0)]),
            options.Emissions == EmissionConstraint.Equality ? LinearConstraint.Equal("emissions", 1, emitted)
                : LinearConstraint.AtMost("emissions", 1, emitted),
        };
        foreach (var input in units.Inputs)
        {
            var measure = ProductionUnits.Measure(input, unit);
            constraints.Add(LinearConstraint.AtMost($"input {input.Name}", input[unit] / measure, SumWithAbated(k => input[k] / measure)));
        }
        foreach (var output in units.OtherOutputs)
        {
            var measure = ProductionUnits.Measure(output, unit);
            constraints.Add(LinearConstraint.AtLeast($"output {output.Name}", output[unit] / measure,
                [new(0, -options.Direction.For(output, unit) / measure), .. Sum(k => output[k] / measure)]));
        }
        if (variable) constraints.Add(LinearConstraint.Equal("weights", 1, SumWithAbated(_ => 1)));
        return new($"Directional distance of {labels[unit]}", Optimization.Maximize, variables, constraints);
    }
}
