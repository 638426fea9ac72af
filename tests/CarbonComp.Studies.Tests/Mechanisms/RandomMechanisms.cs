using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies.Tests;

/// <summary>Mechanisms of random numbers: budgets with a fund, and responsibilities between regions.</summary>
internal static class RandomMechanisms
{
    private static readonly RegionAxis Regions = RegionAxis.Of("A", "B", "C", "D", "E");

    public static (CompensationMechanism First, CompensationMechanism Second) Pair(int seed) =>
        (Budget(seed, 40), Responsibility(seed + 1000, seed % 2 == 0 ? PriceRule.Payer : PriceRule.Producer));

    public static CompensationMechanism Budget(int seed, double price)
    {
        var random = new Random(seed);
        return Budget(Regions, Numbers(random, Regions), Numbers(random, Regions), price);
    }

    /// <summary>q tonnes owed to the fund at the price p and the standard σ.</summary>
    public static CompensationMechanism OneRegion(double q, double p, double standard) => Budget(RegionAxis.Of("A"), [q], [standard], p);

    public static CompensationMechanism Responsibility(int seed, PriceRule rule = PriceRule.Payer)
    {
        var random = new Random(seed);
        var flows = Matrix<double>.Build.Dense(Regions.Count, Regions.Count, (r, s) => r == s || random.Next(4) == 0 ? 0 : 1e6 * random.NextDouble());
        var transfers = new TransferMatrix(Regions, flows, new TransferEnds(Vector<double>.Build.Dense(Regions.Count)), ValueStatus.Illustrative);
        var cost = new LabelledVector("cost", Regions, Numbers(random, Regions).Select(v => 1000 * v), Unit.YuanPerTonneCO2, ValueStatus.Illustrative);
        return CompensationMechanism.Of(ResponsibilityCompensation.Of(ResponsibilityFlows.Consumer(transfers), [cost], rule), cost,
            new("emissions", Regions, Numbers(random, Regions), Unit.TonneCO2, ValueStatus.Illustrative));
    }

    private static CompensationMechanism Budget(RegionAxis regions, double[] owed, double[] standards, double price)
    {
        // Emissions of r less an absorption: of both signs, but for the one region.
        var carbon = new CarbonPrice(price, Unit.YuanPerTonneCO2, "drawn", ValueStatus.Illustrative);
        LabelledVector Of(string name, IEnumerable<double> values, Unit unit) => new(name, regions, values, unit, ValueStatus.Illustrative);
        var absorption = regions.Count == 1 ? [0] : owed.Reverse().ToArray();
        var budget = CarbonBudget.Of(Of("emissions", owed, Unit.TonneCO2), Of("absorption", absorption, Unit.TonneCO2));
        return CompensationMechanism.Of(BudgetCompensation.Of(budget, Of("none", owed.Select(_ => 1.0), Unit.One),
            Of("none", owed.Select(_ => 0.0), Unit.TonneCO2)), new CompensationStandard(Of("standard", standards.Select(s => s * price),
                Unit.YuanPerTonneCO2)), carbon);
    }

    private static double[] Numbers(Random random, RegionAxis regions) => [.. regions.Select(_ => 0.1 + random.NextDouble())];
}
