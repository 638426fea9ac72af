using System.Globalization;

namespace CarbonComp.Benchmarks;

/// <summary>All analyses of one year of the World Input–Output Database, from its csv files: a first round that compiles, a second that counts.</summary>
internal static class WorldTable
{
    /// <param name="arguments">The folder, and the year (2009).</param>
    public static int Run(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            Console.WriteLine("Name the folder that holds wiot_2009_Z.csv.gz and its companions.");
            return 2;
        }
        var year = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 2009;
        Console.WriteLine(LinearAlgebraDiagnostics.Current.ToString());
        TableReading? reading = null;
        var read = Measure.Once(() => reading = WiodTable.ReadCsv(arguments[0], year));
        Measure.Print($"read: {read.Elapsed:F2} s elapsed, {read.Processor:F2} s of processor");
        var table = reading!.Table;
        // Its emissions are not part of the files: a stand-in, for times only.
        var intensity = Intensity.Of(new LabelledVector("emissions", table.Axis, table.Output.Select((x, i) => x * (1 + i * 37 % 11)), Unit.TonneCO2,
            ValueStatus.Illustrative), table);
        Analyses(table, intensity, print: false);
        var all = Measure.Once(() => Analyses(table, intensity, print: true));
        Measure.Print($"all analyses of {year}: {all.Elapsed:F2} s elapsed, {all.Processor:F2} s of processor, at most {Measure.PeakMemory:F2} GB");
        return 0;
    }

    private static void Analyses(MultiRegionalTable table, Intensity intensity, bool print)
    {
        var model = new EmbodiedCarbonModel(table, intensity);
        TransferMatrix transfers = null!;
        (string, Action)[] analyses =
        [
            ("check", () => table.Validate()),
            ("system", () => _ = model.Leontief),
            ("transfers by final use", () => transfers = model.Transfers()),
            ("transfers by sector", () => model.TransfersBySector()),
            ("bilateral-trade emissions", () => model.BilateralTrade()),
            ("multipliers", () => model.EmissionMultipliers()),
            ("footprint by product", () => model.FootprintBySector()),
            ("footprint by emitter", () => model.FootprintByEmitter()),
            ("by destination", () => model.EmissionsByDestination()),
            ("by destination and sector", () => model.EmissionsByDestination(bySector: true)),
            ("producer and consumer", () => { Responsibility.Producer(transfers); Responsibility.Consumer(transfers); }),
            ("shared responsibility", () => model.SharedResponsibility()),
            ("benefit principle", () => Responsibility.Benefit(transfers, model.ValueAddedKept())),
            ("income-based responsibility", () => model.IncomeResponsibility()),
            ("extraction of China", () => model.ExtractRegion("CHN")),
            ("paths to Germany", () => model.Paths("DEU")),
            ("network", () => FlowNetwork.Of(transfers.ToMatrix()).ToColumns()),
        ];
        foreach (var (name, run) in analyses)
        {
            var time = Measure.Once(run);
            if (print) Measure.Print($"  {name}: {1000 * time.Elapsed:F0} ms elapsed, {1000 * time.Processor:F0} ms of processor");
        }
    }
}
