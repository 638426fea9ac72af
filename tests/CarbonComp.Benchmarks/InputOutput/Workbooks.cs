using System.Globalization;

namespace CarbonComp.Benchmarks;

/// <summary>A workbook of China's provinces in full size: written, read with all checks, written in the library's own form; beside openpyxl reading
/// its cells.</summary>
internal static class Workbooks
{
    /// <param name="arguments">REGIONSxSECTORS; 31x42 where nothing is named.</param>
    public static int Run(string[] arguments)
    {
        var sizes = (arguments.Length == 0 ? "31x42" : arguments[0]).Split('x').Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        var table = WithFiveUses(RandomSystem.Of(sizes[0], sizes[1]).Table);
        var folder = Directory.CreateTempSubdirectory("carboncomp-").FullName;
        try
        {
            var (ceads, own) = (Path.Combine(folder, "ceads.xlsx"), Path.Combine(folder, "own.xlsx"));
            Print("written in CEADs' layout", Measure.Once(() => CeadsTable.WriteXlsx(table, ceads)), ceads);
            Print("written in the library's own", Measure.Once(() => WideTable.WriteXlsx(table, own)), own);
            TableReading? reading = null;
            var read = Measure.Once(() => reading = CeadsTable.Read(ceads));
            Print("read and checked", read, ceads);
            var difference = reading!.Table.Intermediate * reading.Table.Unit.To(table.Unit) - table.Intermediate;
            Measure.Print($"  equal to within {difference.Enumerate().Max(Math.Abs):E1} yuan");
            if (Python.Run("read_workbook.py", ceads, "Table") is [var elapsed, var processor, var memory])
                Measure.Print($"cells alone by openpyxl: {elapsed:F1} s elapsed ({elapsed / read.Elapsed:F1} times ours), {
                    processor:F1} s of processor ({processor / read.Processor:F1} times ours), {memory:F2} GB");
        }
        finally { Directory.Delete(folder, recursive: true); }
        return 0;
    }

    private static void Print(string what, (double Elapsed, double Processor) time, string path) =>
        Measure.Print($"{what}: {new FileInfo(path).Length / 1e6:F0} MB, {time.Elapsed:F1} s elapsed, {time.Processor:F1} s of processor, at most {
            Measure.PeakMemory:F2} GB so far");

    private static MultiRegionalTable WithFiveUses(MultiRegionalTable t)
    {
        var uses = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(t.Axis.Count, 5 * t.Regions.Count, (i, u) => t.FinalUse[i, u / 5] / 5);
        return new(t.Regions, t.Sectors, t.Intermediate, uses, t.Exports, t.ImportedInputs, t.ValueAdded, t.Output, t.Status,
            new CategoryAxis("final use", "rural households", "urban households", "government", "fixed capital", "inventories"));
    }
}
