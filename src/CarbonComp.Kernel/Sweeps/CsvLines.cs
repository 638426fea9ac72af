using CsvHelper;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>Writes the csv files of a sweep: the same bytes on every machine.</summary>
internal sealed class CsvLines(Stream stream) : IDisposable
{
    private readonly CsvWriter csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);

    public void Add(IEnumerable<string?> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field ?? "");
        csv.EndRecord();
    }

    public void Dispose() => csv.Dispose();
}
