namespace CarbonComp;

/// <summary>Directional output distance function in quadratic form, fitted by Aigner and Chu's linear program, and its shadow price
/// (<c>docs/methods.md#quadratic</c>).</summary>
/// <remarks>
/// <para>
/// Färe, Grosskopf, Noh and Weber 2005; Aigner and Chu 1968. On data over their means, with direction <c>(g_y, −g_b)</c> in means:
/// minimise <c>Σ D_k</c> subject to <c>D_k ≥ 0</c>, and at every unit <c>∂D/∂b ≥ 0</c>, <c>∂D/∂y ≤ 0</c>, <c>∂D/∂x ≥ 0</c>;
/// translation <c>g_y β1 − g_b γ1 = −1</c>, <c>g_y β2 = g_b μ</c>, <c>g_y μ = g_b γ2</c>, <c>g_y δ_n = g_b η_n</c>; symmetry of the α.
/// </para>
/// <para>
/// Shadow price <c>q = (∂D/∂b) / (−∂D/∂y) · ȳ/b̄</c>. The function is smooth, so a unit has one price for given coefficients;
/// with few units the coefficients themselves are not unique, and the interval is taken over all that are optimal.
/// </para>
/// </remarks>
public static class QuadraticDistance
{
    /// <summary>Fits the function to all units and prices each.</summary>
    /// <remarks>The direction, g_y and g_b, is in multiples of mean value added and mean emissions: not negative, not both 0.</remarks>
    /// <returns>D, the interval of the shadow price of each unit, and the coefficients.</returns>
    /// <exception cref="AbatementException">A direction that is negative or 0.</exception>
    /// <exception cref="LinearProgramException">No solver is installed, or no such function fits the data.</exception>
    public static QuadraticDistanceEstimate Estimate(ProductionUnits units,
        double valueAddedDirection = 1, double emissionsDirection = 1, CancellationToken cancellation = default)
    {
        var (data, form) = (Scaled.Of(units), QuadraticForm.Of(units));
        var solution = Program(units, valueAddedDirection, emissionsDirection).Solve().RequireOptimal();
        var face = OptimalFace.OfValues(solution);
        var (scores, prices) = (new double[units.Count], new ValueRange[units.Count]);
        for (var k = 0; k < units.Count; k++)
        {
            cancellation.ThrowIfStopped();
            var (x, y, b) = data.Unit(k);
            scores[k] = Math.Max(0, form.Distance(x, y, b).Sum(t => t.Coefficient * solution.Values[t.Variable]));
            // Monotonicity keeps prices from falling below 0 by more than the solver's last digits.
            prices[k] = face.RatioRange(form.ByEmissions(x, y, b), [.. form.ByValueAdded(x, y, b).Select(t => t with { Coefficient = -t.Coefficient })])
                .Times(data.MeanValueAdded / data.MeanEmissions).NotNegative();
        }
        var method = Invariant($"quadratic directional distance function, direction ({valueAddedDirection:0.##}, −{emissionsDirection:0.##}) in means");
        return new(method, units.Pure("inefficiency D", scores), units.Prices(method, prices),
            new("coefficients on data over their means", new CategoryAxis("coefficient", form.Names), solution.Values, Unit.One, units.Status), face.IsPoint);
    }

    /// <summary>Aigner and Chu's linear program on data over their means, with the direction of <see cref="Estimate"/>.</summary>
    /// <returns>Its variables are the coefficients, its optimum ΣD_k.</returns>
    /// <exception cref="AbatementException">A direction that is negative or 0.</exception>
    public static LinearProgram Program(ProductionUnits units, double valueAddedDirection = 1, double emissionsDirection = 1)
    {
        if (units.OtherOutputs.Count > 0)
            throw new AbatementException($"The quadratic form has one good output, value added. Leave out {units.OtherOutputs[0].Name}, or take a "
                + "directional distance or the slacks-based measure.");
        var (gy, gb) = (valueAddedDirection, emissionsDirection);
        if (!(gy >= 0 && gb >= 0 && gy + gb > 0 && double.IsFinite(gy + gb)))
            throw new AbatementException("A direction needs multiples of mean value added and of mean emissions: two numbers, "
                + "not negative, not both 0.");
        var (data, form) = (Scaled.Of(units), QuadraticForm.Of(units));
        var costs = new double[form.Names.Count];
        var constraints = new List<LinearConstraint>();
        for (var k = 0; k < units.Count; k++)
        {
            var (x, y, b) = data.Unit(k);
            var label = units.Axis.Labels[k];
            var distance = form.Distance(x, y, b);
            foreach (var (coefficient, value) in distance) costs[coefficient] += value;
            constraints.Add(LinearConstraint.AtLeast($"distance of {label}", 0, distance));
            constraints.Add(LinearConstraint.AtLeast($"monotone in emissions at {label}", 0, form.ByEmissions(x, y, b)));
            constraints.Add(LinearConstraint.AtMost($"monotone in value added at {label}", 0, form.ByValueAdded(x, y, b)));
            for (var n = 0; n < form.Inputs; n++)
                constraints.Add(LinearConstraint.AtLeast($"monotone in {units.Inputs[n].Name} at {label}", 0, form.ByInput(n, x, y, b)));
        }
        constraints.Add(LinearConstraint.Equal("translation of first order", -1, [new(form.ValueAdded, gy), new(form.Emissions, -gb)]));
        constraints.Add(LinearConstraint.Equal("translation in value added", 0, [new(form.ValueAddedSquared, gy), new(form.ValueAddedByEmissions, -gb)]));
        constraints.Add(LinearConstraint.Equal("translation in emissions", 0, [new(form.ValueAddedByEmissions, gy), new(form.EmissionsSquared, -gb)]));
        for (var n = 0; n < form.Inputs; n++)
            constraints.Add(LinearConstraint.Equal($"translation in {units.Inputs[n].Name}", 0,
                [new(form.InputByValueAdded(n), gy), new(form.InputByEmissions(n), -gb)]));
        return new("Quadratic directional distance function", Optimization.Minimize,
            form.Names.Select((name, j) => LinearVariable.Free(name, costs[j])), constraints);
    }

    private sealed record Scaled(ProductionUnits Units, double MeanValueAdded, double MeanEmissions, double[] MeanInputs)
    {
        public static Scaled Of(ProductionUnits units) =>
            new(units, units.ValueAdded.Average(), units.Emissions.Average(), [.. units.Inputs.Select(i => i.Values.Average())]);

        public (double[] X, double Y, double B) Unit(int k) =>
            ([.. Units.Inputs.Select((i, n) => i.Values[k] / MeanInputs[n])], Units.ValueAdded[k] / MeanValueAdded, Units.Emissions[k] / MeanEmissions);
    }
}
