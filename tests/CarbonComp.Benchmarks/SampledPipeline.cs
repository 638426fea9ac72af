using System.Diagnostics;
using CarbonComp.Uncertainty;

namespace CarbonComp.Benchmarks;

/// <summary>Evaluations of the thirteen cities from emissions to money, the table given: beside the same steps in numpy in the same run.</summary>
internal static class SampledPipeline
{
    public static int Run(string data)
    {
        var bth = BeijingTianjinHebei.Load(data);
        var table = bth.Table;
        var model = new EmbodiedCarbonModel(table, bth.TableEmissions);
        var (ability, engel, emissions) = (CompensationCoefficient.AbilityOf(bth.Gdp, bth.Population), bth.Engel.In(Unit.One), bth.TableEmissions);
        UncertainInputs inputs = new([UncertaintyDefaults.Price("price", bth.Price.PerTonneCO2),
            .. bth.Sectors.Labels.Select(sector => UncertaintyDefaults.EmissionFactor($"factor of {sector}", 1)),
            .. bth.Cities.Labels.Select(city => UncertaintyDefaults.Engel($"Engel of {city}", engel[city]))]);
        LabelledVector Net(Draw draw) => Paid(draw, model);
        // The trade between cities anew in every run, and with it the table.
        LabelledVector Rebuilt(Draw draw) =>
            Paid(draw, new EmbodiedCarbonModel(bth.ConstructTable(bth.Options(distanceDecay: draw["decay"])).Table, emissions));
        LabelledVector Paid(Draw draw, EmbodiedCarbonModel model)
        {
            var factors = new LabelledVector("factor", bth.Sectors, draw.For("factor of ", bth.Sectors), Unit.One, draw.Status);
            var drawn = emissions.ScaleColumns(factors);
            var transfers = model.WhatIf(Intensity.Of(drawn, model.Table)).Transfers().Within(bth.Cities);
            var price = new CarbonPrice(draw["price"], bth.Price.Quantity.Unit, "drawn", draw.Status);
            var own = new LabelledVector("Engel coefficient", bth.Cities, draw.For("Engel of ", bth.Cities), Unit.One, draw.Status);
            return Settlement.Bilateral("ECT", transfers.ToMatrix(), CompensationStandard.Of(price, CompensationCoefficient.GrowthCurve(ability, own))).Net;
        }
        Ensemble.Of(InputSample.Draw(inputs, 200), Net);
        foreach (var runs in new[] { 2_500, 5_000, 10_000 })
        {
            var clock = Stopwatch.StartNew();
            Ensemble.Of(InputSample.Draw(inputs, runs), Net);
            var here = clock.Elapsed.TotalSeconds;
            var numpy = Python.Run("sampled_pipeline.py", $"{bth.Regions.Count}", $"{bth.Sectors.Count}", $"{runs}");
            Console.WriteLine(FormattableString.Invariant($"{runs} runs: {here:F2} s here, ")
                + (numpy is [var wall, _] ? FormattableString.Invariant($"{wall:F2} s in numpy") : "numpy is missing"));
        }
        UncertainInputs withDecay = new([.. inputs.All, new UncertainInput("decay", Distribution.Uniform(0.5, 2), "chosen for this benchmark")]);
        Ensemble.Of(InputSample.Draw(withDecay, 20), Rebuilt);
        foreach (var runs in new[] { 250, 500, 1_000 })
        {
            var clock = Stopwatch.StartNew();
            Ensemble.Of(InputSample.Draw(withDecay, runs), Rebuilt);
            Console.WriteLine(FormattableString.Invariant($"{runs} runs with the table rebuilt: {clock.Elapsed.TotalSeconds:F2} s"));
        }
        return 0;
    }
}
