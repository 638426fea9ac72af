using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace CarbonComp.Formats.Tests;

/// <summary>Writes a workbook from rows of numbers and texts, a part at a time, independently of the library.</summary>
internal static class Workbook
{
    private const string Office = "http://schemas.openxmlformats.org/";

    /// <summary>What follows the address of a cell, such as <c> t="e"&gt;&lt;v&gt;#REF!&lt;/v&gt;&lt;/c&gt;</c>.</summary>
    public sealed record Raw(string Cell)
    {
        public static Raw Error(string name) => new($" t=\"e\"><v>{name}</v></c>");

        public static Raw Formula(string formula, string? result = null, string type = "") =>
            new($"{(type.Length > 0 ? $" t=\"{type}\"" : "")}><f>{formula}</f>{(result is null ? "" : $"<v>{result}</v>")}</c>");
    }

    /// <summary>A row of its own that says which cells of the sheet are merged: <c>F2:K2</c>.</summary>
    public sealed record Merged(params string[] Ranges);

    public static void Write(string path, params (string Name, IEnumerable<object?[]> Rows)[] sheets)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        var numbers = Enumerable.Range(1, sheets.Length).ToArray();
        Part(zip, "[Content_Types].xml",
            w => w.Write($"<Types xmlns=\"{Office}package/2006/content-types\"><Default Extension=\"xml\" "
            + $"ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"));
        Part(zip, "_rels/.rels", w => w.Write(Relationships([("officeDocument", "xl/workbook.xml")])));
        Part(zip, "xl/_rels/workbook.xml.rels", w => w.Write(Relationships(numbers.Select(n => ("worksheet", $"worksheets/sheet{n}.xml")))));
        Part(zip, "xl/workbook.xml",
            w => w.Write($"<workbook xmlns=\"{Office}spreadsheetml/2006/main\" xmlns:r=\"{Office}officeDocument/2006/relationships\"><sheets>"
            + string.Concat(numbers.Select(n => $"<sheet name=\"{SecurityElement.Escape(sheets[n - 1].Name)}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"))
                + "</sheets></workbook>"));
        foreach (var n in numbers)
            Part(zip, $"xl/worksheets/sheet{n}.xml", w => Sheet(w, sheets[n - 1].Rows));
    }

    private static void Sheet(StreamWriter w, IEnumerable<object?[]> rows)
    {
        w.Write($"<worksheet xmlns=\"{Office}spreadsheetml/2006/main\"><sheetData>");
        var (r, merged) = (0, Array.Empty<string>());
        foreach (var row in rows)
        {
            if (row is [Merged ranges])
            {
                merged = ranges.Ranges;
                continue;
            }
            w.Write($"<row r=\"{++r}\">");
            for (var c = 0; c < row.Length; c++)
            {
                if (row[c] is null) continue;
                w.Write($"<c r=\"{Address(r, c)}\"");
                if (row[c] is Raw raw) w.Write(raw.Cell);
                else if (row[c] is string text) w.Write($" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>");
                else w.Write($"><v>{Convert.ToString(row[c], CultureInfo.InvariantCulture)}</v></c>");
            }
            w.Write("</row>");
        }
        w.Write("</sheetData>" + (merged.Length == 0 ? "" : $"<mergeCells>{string.Concat(merged.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>")
            + "</worksheet>");
    }

    /// <summary>A1 of a row from 1 and a column from 0.</summary>
    public static string Address(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    private static string Letters(int column) => (column >= 26 ? Letters(column / 26 - 1) : "") + (char)('A' + column % 26);

    private static string Relationships(IEnumerable<(string Kind, string Target)> targets) => $"<Relationships xmlns=\"{Office}package/2006/relationships\">"
        + string.Concat(targets.Select((t, i) =>
            $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}officeDocument/2006/relationships/{t.Kind}\" Target=\"{t.Target}\"/>")) + "</Relationships>";

    private static void Part(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        write(writer);
    }
}
