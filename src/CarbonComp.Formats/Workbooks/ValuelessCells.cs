using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace CarbonComp.Formats;

/// <summary>Cells of a sheet that hold something and have no value: an error, or a formula that was never calculated.</summary>
/// <remarks>The library that reads workbooks shows them as empty cells. They are looked for when an empty cell is met where a number is asked for.</remarks>
internal sealed class ValuelessCells
{
    private readonly Dictionary<(int Row, int Column), string> found = [];
    private readonly HashSet<int> rows = [];

    /// <summary>What is wrong with a cell; null where it is empty. Rows count from 1, columns from 0.</summary>
    public string? this[int row, int column] => found.GetValueOrDefault((row, column));

    public bool Any(int row) => rows.Contains(row);

    public static ValuelessCells Of(string path, string sheet)
    {
        var cells = new ValuelessCells();
        using var zip = ZipFile.OpenRead(path);
        if (Part(zip, sheet) is not { } part) return cells;
        using (var content = part.Open())
            if (!MayHold(content)) return cells;
        using var again = part.Open();
        cells.Read(again);
        return cells;
    }

    /// <summary>The part of a sheet, by the workbook's list and its relationships.</summary>
    private static ZipArchiveEntry? Part(ZipArchive zip, string sheet)
    {
        static XDocument? Xml(ZipArchiveEntry? entry)
        {
            if (entry is null) return null;
            using var stream = entry.Open();
            return XDocument.Load(stream);
        }
        var id = Xml(zip.GetEntry("xl/workbook.xml"))?.Descendants().FirstOrDefault(e => e.Name.LocalName == "sheet" && ((string?)e.Attribute("name"))?.Trim()
            == sheet.Trim())?.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0)?.Value;
        var target = Xml(zip.GetEntry("xl/_rels/workbook.xml.rels"))?.Descendants().FirstOrDefault(e =>
            (string?)e.Attribute("Id") == id)?.Attribute("Target")?.Value;
        return target is null ? null : zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
    }

    /// <summary>Whether there is a formula or an error at all: most sheets of numbers have none.</summary>
    private static bool MayHold(Stream content)
    {
        var (buffer, kept) = (new byte[1 << 16], 0);
        while (content.Read(buffer, kept, buffer.Length - kept) is var read and > 0)
        {
            var text = buffer.AsSpan(0, kept + read);
            if (text.IndexOf("<f"u8) >= 0 || text.IndexOf(":f"u8) >= 0 || text.IndexOf("\"e\""u8) >= 0 || text.IndexOf("'e'"u8) >= 0) return true;
            kept = Math.Min(4, text.Length);
            text[^kept..].CopyTo(buffer);
        }
        return false;
    }

    private void Read(Stream content)
    {
        using var xml = XmlReader.Create(content, new() { DtdProcessing = DtdProcessing.Prohibit });
        var (row, column) = (0, -1);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row") (row, column) = (int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) ? number : row + 1,
                -1);
            else if (xml.LocalName == "c")
            {
                column = Column(xml.GetAttribute("r")) ?? column + 1;
                if (Cell(xml) is not { } wrong) continue;
                found[(row, column)] = wrong;
                rows.Add(row);
            }
        }
    }

    /// <summary>What is wrong with a cell, which is read to its end.</summary>
    private static string? Cell(XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        if (xml.IsEmptyElement) return null;
        var (depth, formula, value) = (xml.Depth, (string?)null, (string?)null);
        var more = xml.Read();
        while (more && xml.Depth > depth)
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "f" or "v")
            {
                var isFormula = xml.LocalName == "f";
                var text = xml.ReadElementContentAsString(); // Goes on to what follows.
                if (isFormula) formula = text;
                else value = text;
            }
            else more = xml.Read();
        if (type == "e")
            return $"{value ?? "an error"} is the error of a formula, not a number. Correct the formula, or write the number in its place.";
        return formula is null || value?.Length > 0 || value is not null && type == "str" ? null
            : $"the formula{(formula.Length is > 0 and < 60 ? $" ={formula}" : "")} was never calculated: the file holds "
                + "no result of it. Open the workbook in a spreadsheet program and save it, or write the number.";
    }

    private static int? Column(string? address)
    {
        var column = 0;
        foreach (var c in address ?? "")
            if (char.IsAsciiLetterUpper(c)) column = column * 26 + c - 'A' + 1;
        return column > 0 ? column - 1 : null;
    }
}
