using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CarbonComp.Formats;

/// <summary>Writes workbooks row by row, so that memory does not grow with the sheet.</summary>
public static class XlsxSheet
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>", Office = "http://schemas.openxmlformats.org/";

    /// <summary>Writes a workbook of one sheet, whole or not at all.</summary>
    /// <param name="path">The xlsx file.</param>
    /// <param name="sheet">The sheet's name, at most 31 characters.</param>
    /// <param name="rows">Cells from the first column on: numbers stay numbers, null and empty text leave the cell empty, anything else is
    /// written as text.</param>
    /// <param name="count">How many rows there will be, for progress; none tells no progress.</param>
    /// <param name="progress">Told the share that is written.</param>
    /// <param name="cancellation">Stops between rows; the file is then as it was.</param>
    /// <exception cref="DataException">A number that a workbook cannot hold (not finite), or more columns than a sheet has.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, string sheet, IEnumerable<IEnumerable<object?>> rows, int count = 0,
        IProgress<double>? progress = null, CancellationToken cancellation = default) => Write(path, [(sheet, rows)], count, progress, cancellation);

    /// <summary>Writes a workbook of several sheets, whole or not at all.</summary>
    // A package document would hold the whole sheet in memory until it is closed; a zip entry is written through.
    internal static void Write(string path, IReadOnlyList<(string Name, IEnumerable<IEnumerable<object?>> Rows)> sheets, int count = 0,
        IProgress<double>? progress = null, CancellationToken cancellation = default) => AtomicFile.Write(path, stream =>
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        const string main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Part(zip, "[Content_Types].xml", $"{Head}<Types xmlns=\"{Office}package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" "
            + $"ContentType=\"{main}.sheet.main+xml\"/>{Each(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{main}.worksheet+xml\"/>")}</Types>");
        Part(zip, "_rels/.rels", Relationships(Relationship(1, "officeDocument", "xl/workbook.xml")));
        Part(zip, "xl/_rels/workbook.xml.rels", Relationships(Each(n => Relationship(n, "worksheet", $"worksheets/sheet{n}.xml"))));
        Part(zip, "xl/workbook.xml", $"{Head}<workbook xmlns=\"{Office}spreadsheetml/2006/main\" "
            + $"xmlns:r=\"{Office}officeDocument/2006/relationships\"><sheets>{Each(n => $"<sheet name=\"{SecurityElement.Escape(sheets[n - 1].Name)}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>")}</sheets></workbook>");
        var written = 0;
        for (var n = 1; n <= sheets.Count; n++)
        {
            using var part = zip.CreateEntry($"xl/worksheets/sheet{n}.xml", CompressionLevel.Fastest).Open();
            Sheet(part, $"{Path.GetFileName(path)}, sheet {sheets[n - 1].Name}", sheets[n - 1].Rows, () =>
            {
                cancellation.ThrowIfStopped();
                if (count > 0) progress?.Report(Math.Min(1, (double)++written / count));
            });
        }
        string Each(Func<int, string> part) => string.Concat(Enumerable.Range(1, sheets.Count).Select(part));
    });

    private static void Sheet(Stream part, string shown, IEnumerable<IEnumerable<object?>> rows, Action atRow)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        var line = 0;
        foreach (var row in rows)
        {
            Write(writer, shown, (++line).ToString(CultureInfo.InvariantCulture), row);
            atRow();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Write(OpenXmlWriter writer, string shown, string line, IEnumerable<object?> values)
    {
        var (cell, column) = (new Cell(), 0);
        writer.WriteStartElement(new Row(), [new OpenXmlAttribute("r", "", line)]);
        foreach (var value in values)
        {
            var address = XlsxRows.ColumnName(column) + line;
            if (column++ >= XlsxRows.MostColumns) throw new DataException($"{shown}, cell {address}",
                $"a sheet has {XlsxRows.MostColumns} columns. Write csv.");
            var number = value switch { double d => d, int i => i, _ => (double?)null };
            if (number is { } finite && !double.IsFinite(finite)) throw new DataException($"{shown}, cell {address}",
                $"{finite} is no number that a workbook can hold. Leave the cell empty.");
            var text = number is null ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" : "";
            if (number is null && text.Length == 0) continue;
            writer.WriteStartElement(cell, number is null ? [new OpenXmlAttribute("r", "", address), new OpenXmlAttribute("t", "", "inlineStr")]
                : [new OpenXmlAttribute("r", "", address)]);
            if (number is { } n) writer.WriteElement(new CellValue(n.ToString(CultureInfo.InvariantCulture)));
            else writer.WriteElement(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static string Relationships(string each) => $"{Head}<Relationships xmlns=\"{Office}package/2006/relationships\">{each}</Relationships>";

    private static string Relationship(int id, string kind, string target) =>
        Invariant($"<Relationship Id=\"rId{id}\" Type=\"{Office}officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>");

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
