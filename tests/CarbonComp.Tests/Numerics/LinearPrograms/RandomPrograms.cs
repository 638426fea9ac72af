namespace CarbonComp.Tests.LinearAlgebra.LinearPrograms;

/// <summary>Small programs of every kind of bound, some infeasible, some unbounded; the same for the same seed.</summary>
internal static class RandomPrograms
{
    public static LinearProgram Make(int seed)
    {
        var random = new Random(seed);
        var (n, m) = (random.Next(1, 9), random.Next(1, 9));
        var point = Enumerable.Range(0, n).Select(_ => (double)random.Next(-3, 6)).ToArray();
        var aroundPoint = random.NextDouble() < 0.75;
        var variables = Enumerable.Range(0, n).Select(j =>
        {
            double cost = random.Next(-9, 10), room = random.Next(0, 8);
            return random.Next(6) switch
            {
                0 => LinearVariable.Free($"x{j}", cost),
                1 => new LinearVariable($"x{j}", cost, double.NegativeInfinity, point[j] + room),
                2 => new LinearVariable($"x{j}", cost, point[j] - room, point[j] + random.Next(0, 9)),
                3 => new LinearVariable($"x{j}", cost, point[j] - room),
                _ => new LinearVariable($"x{j}", cost, Math.Min(0, point[j])),
            };
        }).ToArray();
        var constraints = Enumerable.Range(0, m).Select(i =>
        {
            var terms = Enumerable.Range(0, n).Where(_ => random.NextDouble() < 0.7)
                .Select(j => new LinearTerm(j, random.Next(-9, 10) / 4.0)).ToArray();
            var side = aroundPoint ? terms.Sum(t => t.Coefficient * point[t.Variable]) : random.Next(-20, 21);
            double below = random.Next(0, 6), above = random.Next(0, 6);
            return random.Next(5) switch
            {
                0 => LinearConstraint.Equal($"c{i}", side, terms),
                1 => new LinearConstraint($"c{i}", terms, side - below, side + above),
                2 => LinearConstraint.AtLeast($"c{i}", side - below, terms),
                _ => LinearConstraint.AtMost($"c{i}", side + above, terms),
            };
        }).ToArray();
        return new($"random program {seed}", random.Next(2) == 0 ? Optimization.Minimize : Optimization.Maximize, variables, constraints);
    }
}
