using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ExcelDataReader;

namespace CarbonComp.Formats;

/// <summary>The rows of one sheet of a workbook, xlsx or xlsb.</summary>
internal sealed class XlsxRows : RowSource
{
    internal const int MostColumns = 16_384;
    private const int MostRows = 1_048_576;
    private readonly IExcelDataReader? reader;
    private readonly XlsbSheet? binary;
    private readonly int count;
    private readonly int rows;
    private readonly List<object?[]> head = [];
    private readonly List<IReadOnlyDictionary<int, string>> headFaults = [];
    private readonly Lazy<ValuelessCells>? valueless;
    private object?[]? current;

    static XlsxRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // ExcelDataReader asks for code page 1252 when it is made.

    private XlsxRows(string path, string shown, IExcelDataReader reader) : base(shown)
    {
        this.reader = reader;
        var sheet = reader.Name;
        valueless = new(() => Guard(shown, () => ValuelessCells.Of(path, sheet)));
        (count, rows) = (reader.FieldCount, reader.RowCount);
        RequireSize(shown);
    }

    private XlsxRows(string shown, XlsbSheet binary) : base(shown)
    {
        (this.binary, count, rows) = (binary, binary.FieldCount, binary.RowCount);
        RequireSize(shown);
    }

    private void RequireSize(string shown)
    {
        if (count > MostColumns || rows > MostRows)
            throw new DataException(shown, $"the sheet claims {rows} rows and {count} columns, more than a workbook can have. It is damaged; restore it.");
    }

    /// <summary>The sheets' names, after every part of the workbook has been held against its checksum.</summary>
    public static IReadOnlyList<string> Sheets(string path) => Guard(Path.GetFileName(path), () =>
    {
        using var zip = ZipFile.OpenRead(path);
        if (zip.Entries.FirstOrDefault(part => !ZipParts.IsWhole(part)) is { } damaged)
            throw new DataException($"{Path.GetFileName(path)}, {damaged.FullName}",
                "the part does not fit its checksum: the workbook is damaged. Restore it.");
        if (IsBinary(zip)) return XlsbSheet.Names(zip);
        var workbook = zip.GetEntry("xl/workbook.xml") ?? throw new DataException(Path.GetFileName(path), "there is no workbook in the file. Save it as xlsx.");
        using var xml = workbook.Open();
        return XDocument.Load(xml).Descendants().Where(e => e.Name.LocalName == "sheet").Select(e => (string?)e.Attribute("name") ?? "").ToArray();
    });

    // The library for xlsx does not read the binary form.
    private static bool IsBinary(ZipArchive zip) => zip.GetEntry("xl/workbook.bin") is not null;

    private static bool IsBinary(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return IsBinary(zip);
    }

    /// <summary>The sheet with this name (ignoring spaces around it).</summary>
    public static XlsxRows Open(string path, string sheet)
    {
        var shown = $"{Path.GetFileName(path)}, sheet {sheet.Trim()}";
        return Guard(shown, () =>
        {
            if (IsBinary(path)) return new XlsxRows(shown, new XlsbSheet(path, sheet));
            var stream = File.OpenRead(path);
            try
            {
                var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
                do
                    if (reader.Name.Trim() == sheet.Trim()) return new XlsxRows(path, shown, reader);
                while (reader.NextResult());
                throw new DataException(shown, "there is no such sheet in the workbook. Name one that is there.");
            }
            catch
            {
                stream.Dispose();
                throw;
            }
        });
    }

    /// <summary>Reads several sheets in one pass over the workbook; seeking to a sheet costs as much as reading all before it.</summary>
    public static void Each(string path, Func<string, bool> wanted, Action<string, XlsxRows> read) => Guard(Path.GetFileName(path), () =>
    {
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        do
            if (wanted(reader.Name)) read(reader.Name, new XlsxRows(path, $"{Path.GetFileName(path)}, sheet {reader.Name.Trim()}", reader));
        while (reader.NextResult());
        return true;
    });

    /// <summary>The sheet named, the only one, or the only one whose name begins with "Table"; an English version gives way to its original.</summary>
    public static string Choose(string path, string? wanted) => Choose(path, Sheets(path), wanted);

    /// <inheritdoc cref="Choose(string, string?)"/>
    public static string Choose(string path, IReadOnlyList<string> sheets, string? wanted)
    {
        var place = Path.GetFileName(path);
        var there = string.Join(", ", sheets.Select(s => $"\"{s}\""));
        if (wanted is not null)
            return sheets.FirstOrDefault(s => s.Trim().Equals(wanted.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw new DataException(place, $"there is no sheet \"{wanted}\". There are: {there}.");
        if (sheets.Count == 1) return sheets[0];
        string[] tables = [.. sheets.Where(s => s.TrimStart().StartsWith("Table", StringComparison.OrdinalIgnoreCase))];
        string[] originals = [.. tables.Where(s => !s.Contains("English", StringComparison.OrdinalIgnoreCase))];
        return tables.Length == 1 ? tables[0] : originals.Length == 1 ? originals[0]
            : throw new DataException(place, $"it is not clear which sheet is the table. There are: {there}. Name one.");
    }

    public override int Count => count;

    public override double Share => Math.Min(1, (double)Row / Math.Max(1, rows));

    /// <summary>The ranges of merged cells: rows from 1, columns from 0, the last ones included.</summary>
    public IEnumerable<(int FirstRow, int FirstColumn, int LastRow, int LastColumn)> Merged =>
        (reader?.MergeCells ?? []).Select(m => (m.FromRow + 1, m.FromColumn, m.ToRow + 1, m.ToColumn));

    /// <summary>Keeps the rows that are read, to read them again after <see cref="Rewind"/>.</summary>
    public bool Keep { get; set; }

    public void Rewind() => (Row, Keep) = (0, false);

    public override bool Read() => Guard(Place(Row + 1), () =>
    {
        current = null;
        if (Row < head.Count)
        {
            current = head[Row++];
            return true;
        }
        if (!(binary?.Read() ?? reader!.Read())) return false;
        Row++;
        if (!Keep) return true;
        head.Add(current = [.. Enumerable.Range(0, count).Select(Current)]);
        headFaults.Add(binary?.Faults ?? new Dictionary<int, string>());
        return true;
    });

    public override string Text(int column) => Value(column) switch
    {
        null => "",
        string text => text.Trim(),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public override bool TryNumber(int column, out double number)
    {
        var value = Value(column);
        number = value switch { double d => d, int i => i, _ => double.NaN };
        return value is double or int;
    }

    protected override bool IsText(int column) => Value(column) is string;

    private IReadOnlyDictionary<int, string> BinaryFaults => current is null ? binary!.Faults : headFaults[Row - 1];

    protected override string? Valueless(int column) => binary is null ? valueless!.Value[Row, column] : BinaryFaults.GetValueOrDefault(column);

    public override bool HasValueless() => binary is null ? valueless!.Value.Any(Row) : BinaryFaults.Count > 0;

    public override string Place(int row, int column) => $"{DisplayName}, cell {ColumnName(column)}{row}";

    public static string ColumnName(int column)
    {
        var name = "";
        for (var c = column + 1; c > 0; c = (c - 1) / 26) name = (char)('A' + (c - 1) % 26) + name;
        return name;
    }

    private object? Current(int column) => binary is null ? reader!.GetValue(column) : binary.Value(column);

    private object? Value(int column) => column >= count ? null : current is null ? Current(column) : current[column];

    public override void Dispose()
    {
        reader?.Dispose();
        binary?.Dispose();
    }
}
