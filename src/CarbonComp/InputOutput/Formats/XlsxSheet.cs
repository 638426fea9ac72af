using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CarbonComp;

/// <summary>Writes a workbook of one sheet row by row, so that memory does not grow with the sheet.</summary>
internal static class XlsxSheet
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>", Office = "http://schemas.openxmlformats.org/";

    // A package document would hold the whole sheet in memory until it is closed; a zip entry is written through.
    public static void Write(string path, string sheet, IEnumerable<(IEnumerable<string> Labels, IEnumerable<double> Values)> rows, int count,
        IProgress<double>? progress, CancellationToken cancellation) => AtomicFile.Write(path, stream =>
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        const string main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Part(zip, "[Content_Types].xml", $"{Head}<Types xmlns=\"{Office}package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{main}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{main}.worksheet+xml\"/></Types>");
        Part(zip, "_rels/.rels", Relationship("officeDocument", "xl/workbook.xml"));
        Part(zip, "xl/_rels/workbook.xml.rels", Relationship("worksheet", "worksheets/sheet1.xml"));
        Part(zip, "xl/workbook.xml", $"{Head}<workbook xmlns=\"{Office}spreadsheetml/2006/main\" xmlns:r=\"{Office}officeDocument/2006/relationships\"><sheets><sheet name=\"{SecurityElement.Escape(sheet)}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        var written = 0u;
        foreach (var (labels, values) in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            Write(writer, (++written).ToString(CultureInfo.InvariantCulture), labels, values);
            progress?.Report(Math.Min(1, (double)written / count));
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    private static void Write(OpenXmlWriter writer, string line, IEnumerable<string> labels, IEnumerable<double> values)
    {
        var (cell, column) = (new Cell(), 0);
        writer.WriteStartElement(new Row(), [new OpenXmlAttribute("r", "", line)]);
        foreach (var label in labels)
        {
            if (label.Length > 0)
            {
                writer.WriteStartElement(cell, [new OpenXmlAttribute("r", "", XlsxRows.ColumnName(column) + line), new OpenXmlAttribute("t", "", "inlineStr")]);
                writer.WriteElement(new InlineString(new Text(label) { Space = SpaceProcessingModeValues.Preserve }));
                writer.WriteEndElement();
            }
            column++;
        }
        foreach (var value in values)
        {
            writer.WriteStartElement(cell, [new OpenXmlAttribute("r", "", XlsxRows.ColumnName(column++) + line)]);
            writer.WriteElement(new CellValue(value.ToString(CultureInfo.InvariantCulture)));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static string Relationship(string kind, string target) =>
        $"{Head}<Relationships xmlns=\"{Office}package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/></Relationships>";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
