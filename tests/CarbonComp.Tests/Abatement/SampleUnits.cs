namespace CarbonComp.Tests.Abatement;

/// <summary>Made-up units of very different size, as provinces are; the same for the same seed.</summary>
internal static class SampleUnits
{
    public static ProductionUnits Make(int count, int seed, double labourUnit = 1)
    {
        var random = new Random(seed);
        var axis = new CategoryAxis("unit", Enumerable.Range(0, count).Select(k => $"u{k}"));
        double LogNormal() => Math.Exp(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        double[] Around(double size, double[] sizes, double spread) => [.. sizes.Select(s => size * s * Math.Pow(LogNormal(), spread))];
        double[] sizes = [.. Enumerable.Range(0, count).Select(_ => LogNormal())];
        var (capital, labour, energy) = (Around(1e12, sizes, 0.4), Around(1e7, sizes, 0.4), Around(1e8, sizes, 0.5));
        var valueAdded = Enumerable.Range(0, count).Select(k => 5e11 * Math.Pow(capital[k] / 1e12, 0.4) * Math.Pow(labour[k] / 1e7, 0.35)
            * Math.Pow(energy[k] / 1e8, 0.25) * Math.Exp(-Math.Abs(0.3 * Math.Log(LogNormal()))));
        var emissions = energy.Select(e => 2.4 * e * Math.Exp(Math.Abs(0.25 * Math.Log(LogNormal()))));
        LabelledVector Vector(string name, IEnumerable<double> values, string unit) => new(name, axis, values, Unit.Parse(unit), ValueStatus.Illustrative);
        return ProductionUnits.Of(Vector("value added", valueAdded, "yuan"), Vector("emissions", emissions, "t CO2"),
            Vector("capital", capital, "yuan"), Vector("labour", labour.Select(l => l / labourUnit), "persons"), Vector("energy", energy, "tce"));
    }

    /// <summary>Billions of yuan, Mt CO2, and inputs without a unit of measurement.</summary>
    public static ProductionUnits Of(string[] names, double[] valueAdded, double[] emissions, params (string Name, double[] Values)[] inputs)
    {
        var axis = RegionAxis.Of(names);
        return ProductionUnits.Of(new("value added", axis, valueAdded, Unit.Parse("billion yuan"), ValueStatus.Illustrative),
            new("emissions", axis, emissions, Unit.MegatonneCO2, ValueStatus.Illustrative),
            inputs.Select(i => new LabelledVector(i.Name, axis, i.Values, Unit.One, ValueStatus.Illustrative)));
    }
}
