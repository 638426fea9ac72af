namespace CarbonComp.Tests.Abatement;

/// <summary>Checks of prices against the primal program, which knows nothing of them.</summary>
internal static class Duality
{
    /// <summary>Strong duality: by the solver's own prices, and by solving the dual as a program of its own.</summary>
    public static void Check(LinearProgram program)
    {
        var solution = program.Solve().RequireOptimal();
        Assert.Equal(solution.Objective, solution.DualObjective, 1e-8);
        Assert.Equal(solution.Objective, program.Dual().Solve().RequireOptimal().Objective, 1e-8);
        Assert.InRange(solution.Residual, 0, 1e-9);
    }

    /// <summary>
    /// The optimum falls at the slope of the least favourable price when bounds move. So moving both along the end of the
    /// price interval loses nothing, and moving along a price a little inside it loses something (or is not possible).
    /// </summary>
    /// <param name="inside">The step inside the interval; larger where units differ in size so much that a small one is met within the solver's
    /// tolerance.</param>
    public static void CheckPriceInterval(LinearProgram program, string valueAdded, string emissions, ValueRange price, double inside = 1e-5)
    {
        var optimum = program.Solve().RequireOptimal().Objective;
        var sign = program.Direction == Optimization.Maximize ? 1 : -1;
        if (double.IsFinite(price.Lower))
        {
            Assert.True(Gain(price.Lower - 1e-6 * Math.Abs(price.Lower), 1, 1e-7) >= -1e-5 * (1 + Math.Abs(price.Lower)),
                $"{program.Name}: the price may be lower than {price.Lower}");
            Assert.True(Gain(price.Lower + 0.05 * (1 + Math.Abs(price.Lower)), 1, inside) < -1e-4,
                $"{program.Name}: the price may not be as low as {price.Lower}");
        }
        else Assert.True(Gain(-1e3, 1, 1e-5) < 0, $"{program.Name}: the price has a lower end");
        if (double.IsFinite(price.Upper))
        {
            Assert.True(Gain(price.Upper + 1e-6 * Math.Abs(price.Upper), -1, 1e-7) >= -1e-5 * (1 + Math.Abs(price.Upper)),
                $"{program.Name}: the price may be higher than {price.Upper}");
            Assert.True(Gain(price.Upper - 0.05 * (1 + Math.Abs(price.Upper)), -1, inside) < -1e-4,
                $"{program.Name}: the price may not be as high as {price.Upper}");
        }
        else Assert.True(Gain(1e3, -1, 1e-5) < 0, $"{program.Name}: the price has an upper end");

        // A step must be small against the facets, and not so small that what it asks for is met within the solver's tolerance.
        double Gain(double ratio, double towards, double step)
        {
            var moved = program.Constraints.Select(c => c.Name == emissions ? Move(c, towards * step)
                : c.Name == valueAdded ? Move(c, towards * ratio * step) : c);
            var solution = new LinearProgram(program.Name, program.Direction, program.Variables, moved).Solve();
            return solution.Status == SolutionStatus.Optimal ? sign * (solution.Objective - optimum) / step : double.NegativeInfinity;
        }

        static LinearConstraint Move(LinearConstraint c, double by) => c with { Lower = c.Lower + by, Upper = c.Upper + by };
    }
}
