using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace CarbonComp.Formats;

/// <summary>One sheet of a workbook in Excel's binary form (xlsb), row by row.</summary>
/// <remarks>A zip archive of parts, each a sequence of records: kind and length in groups of seven bits, then the content (Microsoft's open specification
/// MS-XLSB). Numbers, texts and errors of cells are read, with the last result where a cell has a formula.</remarks>
internal sealed class XlsbSheet : IDisposable
{
    // Kinds of records, as the specification calls them.
    private const int RowHdr = 0, CellRk = 2, CellError = 3, CellBool = 4, CellReal = 5, CellSt = 6, CellIsst = 7, FmlaString = 8, FmlaNum = 9, FmlaBool = 10,
        FmlaError = 11, SstItem = 19, EndSheetData = 146, WsDim = 148, BundleSh = 156;

    private readonly ZipArchive zip;
    private readonly BinaryReader reader;
    private readonly List<string> texts = [];
    private Dictionary<int, string> faults = [];
    private readonly object?[] cells;
    private int row;
    private int next;

    public XlsbSheet(string path, string sheet)
    {
        zip = ZipFile.OpenRead(path);
        try
        {
            var id = Sheets(zip).First(s => s.Name.Trim() == sheet.Trim()).Id;
            if (zip.GetEntry("xl/sharedStrings.bin") is { } strings)
                using (var shared = new BinaryReader(strings.Open()))
                    while (Record(shared) is var (kind, content) && kind >= 0)
                        if (kind == SstItem) texts.Add(Wide(content, 1).Text);
            var part = zip.GetEntry(Target(zip, id)) ?? throw new InvalidDataException($"the part of the sheet {sheet} is missing");
            reader = new(new BufferedStream(part.Open(), 1 << 16));
            var (rows, columns) = (0, 0);
            while (Record(reader) is var (kind, content))
                if (kind < 0) break;
                else if (kind == WsDim) (rows, columns) = (1 + BitConverter.ToInt32(content, 4), 1 + BitConverter.ToInt32(content, 12));
                else if (kind == RowHdr)
                {
                    next = 1 + BitConverter.ToInt32(content, 0);
                    break;
                }
            if (columns is < 0 or > XlsxRows.MostColumns) throw new InvalidDataException($"the sheet claims {columns} columns");
            (RowCount, cells) = (rows, new object?[columns]);
        }
        catch
        {
            reader?.Dispose();
            zip.Dispose();
            throw;
        }
    }

    public int RowCount { get; }

    public int FieldCount => cells.Length;

    public static IReadOnlyList<string> Names(ZipArchive zip) => [.. Sheets(zip).Select(s => s.Name)];

    /// <summary>The value of a cell: a number, a text, or nothing.</summary>
    public object? Value(int column) => cells[column];

    /// <summary>What is wrong with cells of the row that have no value and are not empty, by column.</summary>
    public IReadOnlyDictionary<int, string> Faults => faults;

    public bool Read()
    {
        Array.Clear(cells);
        if (faults.Count > 0) faults = [];
        if (next == 0) return false;
        if (++row < next) return true; // Rows that hold nothing are not in the file.
        next = 0;
        while (Record(reader) is var (kind, content) && kind >= 0 && kind != EndSheetData)
        {
            if (kind == RowHdr)
            {
                next = 1 + BitConverter.ToInt32(content, 0);
                if (next <= row) throw new InvalidDataException($"row {next} comes after row {row}");
                return true;
            }
            if (kind is < CellRk or > FmlaError) continue;
            var column = BitConverter.ToInt32(content, 0);
            if (column < 0 || column >= cells.Length) throw new InvalidDataException($"a cell of column {column + 1} is outside of the sheet");
            Cell(kind, column, content);
        }
        return true;
    }

    private void Cell(int kind, int column, byte[] content)
    {
        switch (kind)
        {
            case CellRk: cells[column] = Packed(BitConverter.ToInt32(content, 8)); break;
            case CellReal or FmlaNum: cells[column] = BitConverter.ToDouble(content, 8); break;
            case CellSt or FmlaString: cells[column] = Wide(content, 8).Text; break;
            case CellIsst: cells[column] = texts[BitConverter.ToInt32(content, 8)]; break;
            case CellBool or FmlaBool: cells[column] = content[8] != 0 ? "TRUE" : "FALSE"; break;
            default: faults[column] = $"the cell holds an error (code {content[8]:X2}). Correct its formula, or give a number."; break;
        }
    }

    /// <summary>A number in thirty bits: whole or the upper half of a real, and divided by a hundred where the first bit says so.</summary>
    private static double Packed(int bits)
    {
        var value = (bits & 2) != 0 ? bits >> 2 : BitConverter.Int64BitsToDouble((long)(bits & ~3) << 32);
        return (bits & 1) != 0 ? value / 100 : value;
    }

    private static List<(string Id, string Name)> Sheets(ZipArchive zip)
    {
        using var workbook = new BinaryReader(zip.GetEntry("xl/workbook.bin")!.Open());
        var sheets = new List<(string, string)>();
        while (Record(workbook) is var (kind, content) && kind >= 0)
            if (kind == BundleSh && Wide(content, 8) is var (id, end)) sheets.Add((id, Wide(content, end).Text));
        return sheets;
    }

    private static string Target(ZipArchive zip, string id)
    {
        using var xml = (zip.GetEntry("xl/_rels/workbook.bin.rels") ?? throw new InvalidDataException("the list of its sheets is missing")).Open();
        var target = XDocument.Load(xml).Descendants().FirstOrDefault(e => (string?)e.Attribute("Id") == id)?.Attribute("Target")?.Value ?? "";
        return target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    private static (string Text, int End) Wide(byte[] content, int at)
    {
        var length = BitConverter.ToInt32(content, at);
        return length <= 0 ? ("", at + 4) : (Encoding.Unicode.GetString(content, at + 4, 2 * length), at + 4 + 2 * length);
    }

    /// <summary>The next record; kind −1 at the end of the part.</summary>
    private static (int Kind, byte[] Content) Record(BinaryReader reader)
    {
        var first = reader.BaseStream.ReadByte();
        if (first < 0) return (-1, []);
        var kind = (first & 0x80) == 0 ? first : first & 0x7F | (reader.ReadByte() & 0x7F) << 7;
        var length = reader.Read7BitEncodedInt();
        var content = reader.ReadBytes(length);
        return content.Length == length ? (kind, content) : throw new EndOfStreamException("the part ends inside a record");
    }

    public void Dispose()
    {
        reader.Dispose();
        zip.Dispose();
    }
}
