using System.IO.Compression;
using System.Xml.Linq;

namespace CarbonComp.Formats.Tests;

public class XlsxSheetTests
{
    private const string Main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}";

    [Fact]
    public void Cells_have_addresses_and_every_digit_and_blank()
    {
        using var folder = new TemporaryFolder();
        XlsxSheet.Write(folder.File("t.xlsx"), "A & B", [["a", null, " b <c> ", 0.1 + 0.2], [], ["", -3, 1e300, 5e-324]]);
        using var zip = ZipFile.OpenRead(folder.File("t.xlsx"));
        var cells = Part(zip, "xl/worksheets/sheet1.xml").Descendants(Main + "c").Where(c => c.Value.Length > 0)
            .ToDictionary(c => (string)c.Attribute("r")!, c => c.Value);
        Assert.Equal(new Dictionary<string, string>
        {
            ["A1"] = "a", ["C1"] = " b <c> ", ["D1"] = "0.30000000000000004", ["B3"] = "-3", ["C3"] = "1E+300", ["D3"] = "5E-324",
        }, cells);
        Assert.Equal("A & B", (string?)Part(zip, "xl/workbook.xml").Descendants(Main + "sheet").Single().Attribute("name"));
        Assert.All(Part(zip, "xl/worksheets/sheet1.xml").Descendants(Main + "t"),
            t => Assert.Equal("preserve", (string?)t.Attribute(XNamespace.Xml + "space")));
    }

    [Fact]
    public void A_number_that_a_workbook_cannot_hold_is_named_with_its_cell()
    {
        using var folder = new TemporaryFolder();
        var wrong = Assert.Throws<DataException>(() => XlsxSheet.Write(folder.File("t.xlsx"), "S", [["x"], [1, double.NaN]]));
        Assert.Equal("t.xlsx, sheet S, cell B2: a workbook cannot hold NaN. Leave the cell empty.", wrong.Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_row_that_is_too_long_is_refused()
    {
        using var folder = new TemporaryFolder();
        var wrong = Assert.Throws<DataException>(() => XlsxSheet.Write(folder.File("t.xlsx"), "S", [Enumerable.Repeat<object?>(1, 16_385)]));
        Assert.Equal("t.xlsx, sheet S, cell XFE1: a sheet has 16384 columns. Write csv.", wrong.Message);
    }

    [Fact]
    public void Rows_are_computed_on_the_callers_thread()
    {
        using var folder = new TemporaryFolder();
        var caller = Environment.CurrentManagedThreadId;
        XlsxSheet.Write(folder.File("t.xlsx"), "S", Enumerable.Range(0, 400).Select(i =>
        {
            Assert.Equal(caller, Environment.CurrentManagedThreadId);
            return Enumerable.Repeat<object?>(Math.Sqrt(i), 200);
        }));
    }

    private static XDocument Part(ZipArchive zip, string name)
    {
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }
}
