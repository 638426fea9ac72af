using System.Diagnostics;

namespace CarbonComp.Formats.Tests;

public class CeadsTableTests(ITestOutputHelper output)
{
    public static TheoryData<string, int, int, bool, bool, bool, bool, int> Layouts => new()
    {
        { "Table", 3, 4, false, false, false, true, 0 },
        { "Table_2017", 3, 4, false, true, false, true, 0 },
        { "Table_2017_consistent", 2, 5, false, false, true, true, 1 },
        { "Table_2020", 4, 3, false, true, true, false, 2 },
        { "Table_2018_English Version", 3, 2, true, false, false, true, 0 },
    };

    [Theory, MemberData(nameof(Layouts))]
    public void Each_years_layout_is_read(string sheet, int provinces, int sectors, bool english, bool numeric, bool emissions, bool error, int above)
    {
        using var folder = new TemporaryFolder();
        var sample = new CeadsSample(provinces, sectors) { English = english,
            NumericCodes = numeric, WithEmissions = emissions, ErrorColumn = error, RowsAbove = above };
        var path = folder.File("ceads.xlsx");
        Workbook.Write(path, ("Sector ", [["No.", "行业", "Sector"]]), ("Province", [["北京", "Beijing"]]), (sheet, sample.Rows()));
        var reading = CeadsTable.Read(path, cancellation: TestContext.Current.CancellationToken);
        var t = reading.Table;
        Assert.Equal((provinces, sectors, 5), (t.Regions.Count, t.Sectors.Count, t.Categories.Count));
        Assert.Equal("10^4 yuan", t.Unit.Symbol);
        Assert.Equal(["rural households", "urban households", "government", "fixed capital", "inventories"], t.Categories.Labels);
        Assert.Equal(english ? "Province 2" : "省2", t.Regions.Labels[1]);
        Assert.Equal(english ? "Sector 2" : "部门2", t.Sectors.Labels[1]);
        var n = t.Axis.Count;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) Assert.Equal(sample.Z(i, j), t.Intermediate[i, j]);
            for (var u = 0; u < 5 * provinces; u++) Assert.Equal(sample.Y(i, u), t.FinalUseByCategory[i, u]);
            Assert.Equal((sample.Exports(i), sample.Error(i), sample.Imports(i)), (t.Exports[i], t.Error[i], t.ImportedInputs[i]));
            Assert.Equal(sample.Output(i), t.Output[i], 1e-6);
        }
        Assert.True(t.Validate(1e-9).IsBalanced, t.Validate().ToString());
        Assert.Equal(3.5 * 4, reading.ImportedFinalUse[4]);
        Assert.Equal(emissions, reading.Satellites.ContainsKey("CO2 (Mt)"));
    }

    [Theory]
    [InlineData(6, 4, "n/a", "cell E6: \"n/a\" is not a number")]
    [InlineData(6, 4, 1e7, "the total of 省1 · 部门2 is")]
    [InlineData(4, 4, "01", "cell E2: the code 01 below begins")]
    [InlineData(4, 3, "02", "not the first code")]
    [InlineData(2, 6, "省9", "cell P4: final use of")]
    [InlineData(4, 10, null, "has no code")]
    [InlineData(11, 2, "XX", "cell C11: the row \"XX\"")]
    [InlineData(5, 23, 1.0, "cell X5: the total of 省1 · 部门1 is 1")]
    [InlineData(18, 5, 1.0, "cell F18: the total of 省1 · 部门3 is 1")]
    public void What_does_not_fit_is_told_with_its_cell(int row, int column, object? value, string expected)
    {
        using var folder = new TemporaryFolder();
        var rows = new CeadsSample(2, 3).Rows().ToArray();
        rows[row - 1][column] = value;
        Workbook.Write(folder.File("t.xlsx"), ("Table", rows));
        var message = Assert.Throws<DataException>(() => CeadsTable.Read(folder.File("t.xlsx"))).Message;
        output.WriteLine(message);
        Assert.StartsWith("t.xlsx, sheet Table", message);
        Assert.Contains(expected, message);
    }

    [Theory]
    [InlineData("IM"), InlineData("VA001"), InlineData("TI")]
    public void A_missing_row_is_named(string code)
    {
        using var folder = new TemporaryFolder();
        Workbook.Write(folder.File("t.xlsx"), ("Table", new CeadsSample(2, 3).Rows().Where(r => r[2] is not string c || c != code)));
        var message = Assert.Throws<DataException>(() => CeadsTable.Read(folder.File("t.xlsx"))).Message;
        Assert.True(message.Contains(code, StringComparison.Ordinal) || message.Contains("total", StringComparison.Ordinal), message);
    }

    [Fact]
    [Trait("size", "large")]
    public void The_full_size_is_read_with_progress()
    {
        using var folder = new TemporaryFolder();
        var sample = new CeadsSample(31, 42) { NumericCodes = true };
        Workbook.Write(folder.File("full.xlsx"), ("Table_2017", sample.Rows()));
        GC.Collect();
        var (last, reports) = (0.0, 0);
        var reading = CeadsTable.Read(folder.File("full.xlsx"),
            progress: new Reports(s => (last, reports) = (s >= last ? s : double.NaN, reports + 1)), cancellation: TestContext.Current.CancellationToken);
        output.WriteLine($"1302 × 1302: {new FileInfo(folder.File("full.xlsx")).Length / 1e6:F0} MB read, peak "
            + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
        Assert.Equal((1302, 1.0), (reading.Table.Axis.Count, last));
        Assert.True(reports > 1302);
        Assert.Equal(sample.Z(1301, 1300), reading.Table.Intermediate[1301, 1300]);
        WideTable.WriteXlsx(reading.Table, folder.File("own.xlsx"), cancellation: TestContext.Current.CancellationToken);
        output.WriteLine($"written: {new FileInfo(folder.File("own.xlsx")).Length / 1e6:F0} MB, peak "
            + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
        Assert.Throws<OperationCanceledException>(() => CeadsTable.Read(folder.File("full.xlsx"), cancellation: new(canceled: true)));
    }

    private sealed class Reports(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
