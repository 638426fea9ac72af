using System.IO.Compression;
using System.Text;

namespace CarbonComp.Prepare;

/// <summary>Writes a workbook of one sheet in the binary form of Excel (xlsb), no more than readers of numbers and texts need.</summary>
/// <remarks>A zip archive of parts, each a sequence of records: kind and length in groups of seven bits, then the content (ECMA's parts as in xlsx; the records
/// are those of Microsoft's open specification MS-XLSB).</remarks>
internal static class Xlsb
{
    private const string Office = "http://schemas.openxmlformats.org/";

    // Kinds of records.
    private const int Row = 0, Error = 3, Real = 5, Text = 6, Sheet = 129, EndSheet = 130, Book = 131, EndBook = 132, Sheets = 143, EndSheets = 144,
        Data = 145, EndData = 146, Dimension = 148, OneSheet = 156;

    /// <summary>A cell that holds an error.</summary>
    public static object Fault { get; } = new();

    public static void Write(string path, string sheet, IReadOnlyList<object?[]> rows)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        void Part(string name, Action<BinaryWriter> write)
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var writer = new BinaryWriter(entry.Open());
            write(writer);
        }
        void Xml(string name, string text) => Part(name, w => w.Write(Encoding.UTF8.GetBytes(text)));
        string Relation(string kind, string target) => $"<Relationships xmlns=\"{Office}package/2006/relationships\"><Relationship Id=\"rId1\" "
            + $"Type=\"{Office}officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/></Relationships>";
        Xml("[Content_Types].xml", $"<Types xmlns=\"{Office}package/2006/content-types\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"bin\" "
            + "ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/><Override PartName=\"/xl/worksheets/sheet1.bin\" "
            + "ContentType=\"application/vnd.ms-excel.worksheet\"/></Types>");
        Xml("_rels/.rels", Relation("officeDocument", "xl/workbook.bin"));
        Xml("xl/_rels/workbook.bin.rels", Relation("worksheet", "worksheets/sheet1.bin"));
        Part("xl/workbook.bin", w =>
        {
            Record(w, Book);
            Record(w, Sheets);
            Record(w, OneSheet, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(1), .. Wide("rId1"), .. Wide(sheet)]);
            Record(w, EndSheets);
            Record(w, EndBook);
        });
        Part("xl/worksheets/sheet1.bin", w =>
        {
            Record(w, Sheet);
            Record(w, Dimension, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows.Count - 1), .. BitConverter.GetBytes(0),
                .. BitConverter.GetBytes(rows.Max(r => r.Length) - 1)]);
            Record(w, Data);
            for (var r = 0; r < rows.Count; r++)
            {
                Record(w, Row, [.. BitConverter.GetBytes(r), .. new byte[13]]);
                for (var c = 0; c < rows[r].Length; c++) Cell(w, c, rows[r][c]);
            }
            Record(w, EndData);
            Record(w, EndSheet);
        });
    }

    private static void Cell(BinaryWriter w, int column, object? value)
    {
        byte[] head = [.. BitConverter.GetBytes(column), 0, 0, 0, 0];
        if (value is string { Length: > 0 } text) Record(w, Text, [.. head, .. Wide(text)]);
        else if (ReferenceEquals(value, Fault)) Record(w, Error, [.. head, 0x2A]);
        else if (value is not (null or string)) Record(w, Real, [.. head, .. BitConverter.GetBytes(Convert.ToDouble(value, null))]);
    }

    private static byte[] Wide(string text) => [.. BitConverter.GetBytes(text.Length), .. Encoding.Unicode.GetBytes(text)];

    private static void Record(BinaryWriter w, int kind, params byte[] content)
    {
        w.Write7BitEncodedInt(kind);
        w.Write7BitEncodedInt(content.Length);
        w.Write(content);
    }
}
