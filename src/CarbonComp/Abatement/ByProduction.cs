namespace CarbonComp.Abatement;

/// <summary>By-production: value added and emissions have technologies of their own, joined by the input that causes emissions
/// (<c>docs/methods.md#by-production</c>).</summary>
/// <remarks>
/// <para>
/// Murty, Russell and Levkoff 2012. T1, what is intended: max β with <c>Σλy ≥ y0(1 + β)</c>, <c>Σλ(x, e) ≤ (x0, e0)</c>.
/// T2, what comes out beside it: max θ with <c>Σμb ≤ b0(1 − θ)</c>, <c>Σμe ≥ e0</c>. Under variable returns λ and μ each add up to one.
/// </para>
/// <para>
/// A tonne less is reached by less of the causing input e: its cost is the marginal product of e in T1 (money) over the
/// marginal emission of e in T2 (tonnes), <c>(ν_e / ν_y) / (κ_e / κ_b)</c>, each ratio from the dual of its program.
/// The two programs are independent, so the interval is the quotient of the two intervals.
/// </para>
/// </remarks>
public static class ByProduction
{
    /// <summary>Estimates every unit against all.</summary>
    /// <remarks>The causing input is energy, in one unit of measurement; positive everywhere.</remarks>
    /// <returns>β, θ, marginal product, marginal emission and the interval of the shadow price of each unit.</returns>
    /// <exception cref="AxisException">No such input.</exception>
    /// <exception cref="AbatementException">A unit without the causing input.</exception>
    /// <exception cref="LinearProgramException">No solver is installed, or it cannot solve a program.</exception>
    public static ByProductionEstimate Estimate(ProductionUnits units, string causingInput,
        ReturnsToScale returns = ReturnsToScale.Constant, CancellationToken cancellation = default)
    {
        var cause = RequireCause(units, causingInput);
        var e = units.Inputs[cause];
        var (intended, emitting) = (new LinearSolution[units.Count], new LinearSolution[units.Count]);
        for (var k = 0; k < units.Count; k++)
        {
            cancellation.ThrowIfStopped();
            intended[k] = Intended(units, k, returns).Solve().RequireOptimal();
            emitting[k] = Emitting(units, k, e, returns).Solve().RequireOptimal();
        }
        ValueRange[] products = [.. intended.Select((s, k) => OptimalFace.OfDualValues(s).RatioRange([new(1 + cause, 1)], [new(0, -1)])
            .Times(units.ValueAdded[k] / e.Values[k]).NotNegative())];
        ValueRange[] emissions = [.. emitting.Select((s, k) => OptimalFace.OfDualValues(s).RatioRange([new(1, -1)], [new(0, 1)])
            .Times(units.Emissions[k] / e.Values[k]).NotNegative())];
        LabelledVector Score(string name, LinearSolution[] solved) => units.Pure(name, solved.Select(s => Math.Max(0, s.Values[0])));
        var method = $"by-production through {e.Name}, {(returns == ReturnsToScale.Constant ? "constant returns" : "variable returns")}";
        return new(method, Score("inefficiency β", intended), Score("emission inefficiency θ", emitting),
            units.Prices(method, products.Zip(emissions, Quotient)), products, units.Currency / e.Unit, emissions, Unit.TonneCO2 / e.Unit,
            [.. intended.Select(units.Peers)], [.. emitting.Select(units.Peers)]);
    }

    /// <summary>The program of the intended output (T1) of one unit, in multiples of its own numbers.</summary>
    /// <returns>Variable β first, then the weights; constraints "value added", then the inputs and other good outputs, which are held.</returns>
    /// <exception cref="AxisException">No such unit.</exception>
    public static LinearProgram IntendedProgram(ProductionUnits units, string unit, ReturnsToScale returns = ReturnsToScale.Constant) =>
        Intended(units, units.Axis.IndexOf(unit), returns);

    /// <summary>The program of the emissions (T2) of one unit, in multiples of its own numbers.</summary>
    /// <returns>Variable θ first, then the weights; constraints "emissions", then the causing input.</returns>
    /// <exception cref="AxisException">No such unit or input.</exception>
    /// <exception cref="AbatementException">A unit without the causing input.</exception>
    public static LinearProgram EmissionProgram(ProductionUnits units, string unit, string causingInput, ReturnsToScale returns = ReturnsToScale.Constant) =>
        Emitting(units, units.Axis.IndexOf(unit), units.Inputs[RequireCause(units, causingInput)], returns);

    private static LinearProgram Intended(ProductionUnits units, int unit, ReturnsToScale returns)
    {
        List<LinearConstraint> constraints = [LinearConstraint.AtLeast("value added", 1,
            [new(0, -1), .. Sum(units.Count, k => units.ValueAdded[k] / units.ValueAdded[unit])])];
        foreach (var input in units.Inputs)
        {
            var measure = ProductionUnits.Measure(input, unit);
            constraints.Add(LinearConstraint.AtMost($"input {input.Name}", input[unit] / measure, Sum(units.Count, k => input[k] / measure)));
        }
        foreach (var output in units.OtherOutputs)
        {
            var measure = ProductionUnits.Measure(output, unit);
            constraints.Add(LinearConstraint.AtLeast($"output {output.Name}", output[unit] / measure, Sum(units.Count, k => output[k] / measure)));
        }
        return Close($"Intended output of {units.Axis.Labels[unit]}", "β", units, returns, constraints);
    }

    private static LinearProgram Emitting(ProductionUnits units, int unit, LabelledVector cause, ReturnsToScale returns) =>
        Close($"Emissions of {units.Axis.Labels[unit]}", "θ", units, returns,
        [
            LinearConstraint.AtMost("emissions", 1, [new(0, 1), .. Sum(units.Count, k => units.Emissions[k] / units.Emissions[unit])]),
            LinearConstraint.AtLeast($"input {cause.Name}", 1, Sum(units.Count, k => cause.Values[k] / cause.Values[unit])),
        ]);

    private static LinearProgram Close(string name, string score, ProductionUnits units, ReturnsToScale returns, List<LinearConstraint> constraints)
    {
        if (returns == ReturnsToScale.Variable) constraints.Add(LinearConstraint.Equal("weights", 1, Sum(units.Count, _ => 1)));
        return new(name, Optimization.Maximize,
            [LinearVariable.Free(score, 1), .. units.Axis.Labels.Select(l => new LinearVariable($"weight of {l}"))], constraints);
    }

    private static LinearTerm[] Sum(int count, Func<int, double> of) => [.. Enumerable.Range(0, count).Select(k => new LinearTerm(1 + k, of(k)))];

    private static int RequireCause(ProductionUnits units, string causingInput)
    {
        var cause = units.InputIndex(causingInput);
        for (var k = 0; k < units.Count; k++)
            if (!(units.Inputs[cause].Values[k] > 0))
                throw new AbatementException($"{units.Axis.Labels[k]} emits without any {units.Inputs[cause].Name}, which should cause emissions. "
                    + "Name the input that does, or leave the unit out.");
        return cause;
    }

    // a/b over independent ranges of numbers that are not negative.
    private static ValueRange Quotient(ValueRange product, ValueRange emission)
    {
        if (product.IsEmpty || emission.IsEmpty || emission.Upper == 0) return ValueRange.Empty;
        return new(double.IsPositiveInfinity(emission.Upper) ? 0 : product.Lower / emission.Upper,
            emission.Lower > 0 ? product.Upper / emission.Lower : product.Upper > 0 ? double.PositiveInfinity : 0);
    }
}
