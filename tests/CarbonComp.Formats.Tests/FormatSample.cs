using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CarbonComp.Formats.Tests;

/// <summary>A small table in one of the layouts: the cells of its files, and how they are read from the folder in which they lie.</summary>
/// <param name="Name">The layout.</param>
/// <param name="Files">Rows of cells by file name; the ending says how the file is packed.</param>
/// <param name="Read">Reads the table from a folder.</param>
/// <param name="Separator">Between the cells of text files.</param>
internal sealed record FormatSample(string Name, IReadOnlyDictionary<string,
    IReadOnlyList<object?[]>> Files, Func<string, TableReading> Read, char Separator = ',')
{
    /// <summary>Whether the files say what output is, beside the uses that add up to it.</summary>
    public bool GivesOutput { get; init; } = true;

    public static IReadOnlyList<FormatSample> All { get; } =
    [
        Of("ceads.xlsx", new CeadsSample(2, 3).Rows(), path => CeadsTable.Read(path)),
        Of("wiod.xlsx", WorldSample.WiodWorkbook(), path => WiodTable.ReadXlsx(path)),
        Of("wide.xlsx", WideCells(), path => WideTable.ReadXlsx(path)),
        Of("wide.csv", WideCells(), path => WideTable.ReadCsv(path)),
        Of("wide.csv.gz", WideCells(), path => WideTable.ReadCsv(path)),
        Of("tidy.csv", TidyCells(), ReadTidy),
        Of("tidy.csv.gz", TidyCells(), ReadTidy),
        Of("oecd.csv", Cells(WorldSample.Oecd(), ','), path => OecdTable.ReadCsv(path)),
        Of("oecd2016.csv", Cells(WorldSample.Oecd2016(), ','), path => OecdTable.ReadCsv(path)),
        Of("wiod2016.xlsx", WorldSample.Wiod2016(), path => WiodTable.Read2016(path, rounding: 0)),
        Of("adb.xlsx", WorldSample.Adb(0.0), path => AdbTable.ReadXlsx(path, rounding: 0)),
        Of("figaro.csv", Cells(WorldSample.Figaro(), ','), path => FigaroTable.ReadCsv(path, 1.25, rounding: 0)) with { GivesOutput = false },
        Of("figaro-flat.csv", Cells(WorldSample.FigaroFlat(), ','), path => FigaroTable.ReadCsv(path, 1.25, rounding: 0)) with { GivesOutput = false },
        Of("bureau.csv", new BureauSample(4).Rows(), BureauSample.Reading),
        Of("bureau.csv.gz", new BureauSample(3) { Apart = true }.Rows(), BureauSample.Reading),
        Of("bureau.xlsx", new BureauSample(4).Rows(), BureauSample.Reading),
        new("wiod csv", WorldSample.WiodCsv().ToDictionary(f => f.Key, f => Cells(f.Value, ',')), folder => WiodTable.ReadCsv(folder, 2009)),
        new("exiobase", WorldSample.Exiobase().ToDictionary(f => f.Key, f => Cells(f.Value, '\t')), folder => ExiobaseTable.Read(folder, 1.25, "air"), '\t'),
        new("exiobase coefficients", WorldSample.Exiobase(coefficients: true).ToDictionary(f => f.Key, f => Cells(f.Value, '\t')),
            folder => ExiobaseTable.Read(folder, 1.25, "air"), '\t'),
        new("eora", WorldSample.Eora().ToDictionary(f => f.Key, f => Cells(f.Value, '\t')),
            folder => EoraTable.Read(folder, satellites: "CO2"), '\t') { GivesOutput = false },
    ];

    public void Write(string folder)
    {
        foreach (var (name, rows) in Files) WriteFile(folder, name, rows);
    }

    public void WriteFile(string folder, string name, IReadOnlyList<object?[]> rows)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (name.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            Workbook.Write(path, ("Table", rows));
            return;
        }
        using Stream file = File.Create(path);
        using var packed = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        packed.Write(Encoding.UTF8.GetBytes(string.Concat(rows.Select(r =>
            string.Join(Separator, r.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture))) + "\n"))));
    }

    public override string ToString() => Name;

    private static FormatSample Of(string file, IEnumerable<object?[]> rows, Func<string, TableReading> read) =>
        new(file, new Dictionary<string, IReadOnlyList<object?[]>> { [file] = [.. rows] }, folder => read(Path.Combine(folder, file)));

    private static TableReading ReadTidy(string path) => TidyTable.ReadCsv(path, WorldSample.Closed.Unit, WorldSample.Closed.Status);

    private static IReadOnlyList<object?[]> WideCells() => Written("wide.csv", path => WideTable.WriteCsv(WorldSample.ClosedWithNames, path));

    private static IReadOnlyList<object?[]> TidyCells() => Written("tidy.csv", path => TidyTable.WriteCsv(WorldSample.ClosedWithNames, path));

    private static IReadOnlyList<object?[]> Written(string name, Action<string> write)
    {
        using var folder = new TemporaryFolder();
        write(folder.File(name));
        return Cells(File.ReadAllText(folder.File(name)), ',');
    }

    /// <summary>Numbers as numbers, the rest as text.</summary>
    private static IReadOnlyList<object?[]> Cells(string text, char separator) => [.. text.TrimEnd('\n').Split('\n').Select(line => line.Split(separator)
        .Select(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number : cell.Length == 0 ? (object?)null : cell).ToArray())];
}
