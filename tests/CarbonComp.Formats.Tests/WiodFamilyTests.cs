using CarbonComp.Prepare;

namespace CarbonComp.Formats.Tests;

/// <summary>Workbooks in the manner of WIOD: its release of 2016 and the tables of the Asian Development Bank.</summary>
public sealed class WiodFamilyTests : IDisposable
{
    private static readonly MultiRegionalTable Expected = WorldSample.Closed;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Binary(IReadOnlyList<object?[]>? rows = null, string sheet = "2014")
    {
        Xlsb.Write(folder.File("WIOT2014_Nov16_ROW.xlsb"), sheet, rows ?? WorldSample.Wiod2016());
        return folder.File("WIOT2014_Nov16_ROW.xlsb");
    }

    private string Adb(IReadOnlyList<object?[]>? rows = null)
    {
        var path = folder.File("ADB-MRIO62-2023_August 2024.xlsx");
        Workbook.Write(path, ("Legend", [["code", "economy"]]), ("ADB MRIO 2023", rows ?? WorldSample.Adb()));
        return path;
    }

    [Fact]
    public void The_release_of_2016_is_read_from_the_binary_workbook()
    {
        var reading = WiodTable.Read2016(Binary());
        var t = reading.Table;
        Assert.Equal(["A01", "B", "C10-C12"], t.Sectors.Codes);
        Assert.Equal("name of c1", t.Sectors[0].Name);
        Assert.Equal(["AUS", "ROM", "RoW"], t.Regions.Codes);
        Assert.Equal(["households", "non-profit organisations", "government", "fixed capital", "inventories"], t.Categories.Labels);
        Same(t);
        Assert.Equal(2014, reading.Description.Year);
        Workbook.Write(folder.File("saved.xlsx"), ("2014", WorldSample.Wiod2016()));
        Assert.Equal(t.Intermediate, WiodTable.Read2016(folder.File("saved.xlsx")).Table.Intermediate);
    }

    [Fact]
    public void Adbs_tables_are_read_with_their_blanks_counted()
    {
        var reading = AdbTable.ReadXlsx(Adb());
        Same(reading.Table);
        Assert.Equal((2023, "c1"), (reading.Description.Year, reading.Table.Sectors.Codes[0]));
        Assert.Contains("sheet ADB MRIO 2023", reading.Source);
        Assert.Contains(reading.Notes, n => n.Contains("empty cells were read as zero", StringComparison.Ordinal));
        Assert.Equal("changes in inventories and valuables", reading.Table.Categories.Labels[4]);
    }

    [Fact]
    public void A_changed_number_is_found_by_the_totals()
    {
        var rows = WorldSample.Wiod2016().Select(r => (object?[])r.Clone()).ToList();
        rows[8][6] = (double)rows[8][6]! + 500;
        Assert.Contains("WIOT2014_Nov16_ROW.xlsb, sheet 2014, cell", Assert.Throws<DataException>(() => WiodTable.Read2016(Binary(rows))).Message);
        rows = [.. WorldSample.Adb().Select(r => (object?[])r.Clone())];
        var at = Array.FindIndex(rows[9], 4, cell => cell is double);
        rows[9][at] = (double)rows[9][at]! + 500;
        Assert.Contains("sheet ADB MRIO 2023, cell", Assert.Throws<DataException>(() => AdbTable.ReadXlsx(Adb(rows))).Message);
    }

    [Fact]
    public void Faults_of_a_binary_workbook_are_told_all_at_once()
    {
        var rows = WorldSample.Wiod2016().Select(r => (object?[])r.Clone()).ToList();
        (rows[7][5], rows[9][7]) = ("n/a", Xlsb.Fault);
        var wrong = Assert.Throws<DataException>(() => WiodTable.Read2016(Binary(rows))).Message;
        Assert.Contains("cell F8: \"n/a\" is not a number", wrong);
        Assert.Contains("cell H10: the cell holds an error (code 2A)", wrong);
    }

    [Fact]
    public void Another_file_is_refused_by_its_name()
    {
        Assert.Contains("has the codes c1, c2", Assert.Throws<DataException>(() => WiodTable.Read2016(Binary([["a"], ["b", 1.0]]))).Message);
        Workbook.Write(folder.File("other.xlsx"), ("Table", new CeadsSample(2, 3).Rows()));
        Assert.Contains("other.xlsx, sheet Table", Assert.Throws<DataException>(() => AdbTable.ReadXlsx(folder.File("other.xlsx"))).Message);
        // The release of 2013 has other codes.
        Workbook.Write(folder.File("wiot00.xlsx"), ("WIOT_2000", WorldSample.WiodWorkbook()));
        Assert.Contains("wiot00.xlsx", Assert.Throws<DataException>(() => WiodTable.Read2016(folder.File("wiot00.xlsx"))).Message);
        File.WriteAllBytes(folder.File("cut.xlsb"), File.ReadAllBytes(Binary())[..^60]);
        Assert.Contains("cut.xlsb", Assert.Throws<DataException>(() => WiodTable.Read2016(folder.File("cut.xlsb"))).Message);
        Assert.Contains("there is no row for", Assert.Throws<DataException>(() => WiodTable.Read2016(Binary([.. WorldSample.Wiod2016().Take(12)]))).Message);
    }

    private static void Same(MultiRegionalTable t)
    {
        Assert.True((t.Intermediate - Expected.Intermediate).Enumerate().Max(Math.Abs) < 1e-9);
        Assert.True((t.FinalUse - Expected.FinalUse).Enumerate().Max(Math.Abs) < 1e-9);
        Assert.True((t.ValueAdded - Expected.ValueAdded).AbsoluteMaximum() < 1e-9);
        Assert.Equal(-2, t.FinalUseByCategory[0, 4]);
        Assert.True(t.Validate(1e-9).IsBalanced);
    }
}
