namespace CarbonComp.Formats.Tests;

public class NationalBureauTableTests
{
    [Fact]
    public void A_competitive_table_keeps_imports_and_discrepancy_apart()
    {
        var sample = new BureauSample(5);
        var read = Read(sample.Rows(), "bureau.csv");
        Assert.True(read.IsCompetitive);
        Assert.Equal((5, "10^4 yuan"), (read.Sectors.Count, read.Table.Unit.Symbol));
        Assert.Equal(new Sector("02", "Sector 2", "部门2"), read.Sectors[1]);
        Assert.Equal(["rural households", "urban households", "government", "fixed capital", "inventories"], read.Table.Categories.Labels);
        Assert.Equal(sample.Z(1, 3), read.Table.Intermediate[1, 3]);
        Assert.Equal(sample.Y(2, 4), read.Table.FinalUseByCategory[2, 4]);
        Assert.Equal((sample.Imports(3), sample.Error(3)), (read.Table.CompetitiveImports[3], read.Table.Error[3]));
        Assert.Equal(read.Table.ValueAdded.Sum(), read.ValueAdded.Total, 1e-6);
        Assert.True(read.Table.Validate().IsBalanced);
        Assert.Equal(ValueStatus.Statistic, read.Status);
        var national = read.National();
        Assert.Equal(ValueStatus.Constructed, national.Status);
        Assert.Equal(sample.Output(0) * 1e4, national.Output[0], 1e-3);
        Assert.Equal(sample.Z(1, 3) * 1e4, national.Intermediate[1, 3] + national.ImportedIntermediate[1, 3], 1e-3);
    }

    [Fact]
    public void A_table_with_imports_apart_gives_them_as_published()
    {
        var sample = new BureauSample(4) { Apart = true };
        var read = Read(sample.Rows(), "bureau.csv");
        Assert.False(read.IsCompetitive);
        Assert.Equal(["consumption", "fixed capital", "inventories"], read.Table.Categories.Labels);
        Assert.Equal(sample.Ym(1, 2), read.ImportedFinalUse.Values[1, 2]);
        Assert.Equal(0.5, read.ReExports[2]);
        var national = read.National();
        Assert.Equal(ValueStatus.Statistic, national.Status);
        Assert.Equal(sample.Zm(2, 1) * 1e4, national.ImportedIntermediate[2, 1], 1e-3);
        Assert.Equal(sample.Exports(2) * 1e4, national.Exports[2], 1e-3);
    }

    [Fact]
    public void Imports_beyond_domestic_use_are_taken_for_re_exports()
    {
        var sample = new BureauSample(4) { ReExported = true };
        var read = Read(sample.Rows(), "bureau.csv");
        var used = read.Table.Intermediate.Row(0).Sum() + read.Table.FinalUse.Row(0).Sum();
        Assert.True(sample.Imports(0) > used);
        var national = read.National();
        Assert.Equal((sample.Exports(0) - sample.Imports(0) + used) * 1e4, national.Exports[0], 1e-2);
        Assert.Equal(0, national.Intermediate.Row(0).Sum(), 1e-2);
    }

    [Fact]
    public void Codes_are_found_wherever_a_workbook_has_them_and_rounded_numbers_pass()
    {
        var rows = new BureauSample(6) { Whole = true }.Rows();
        // Title and unit above, a blank column on the left, numbers for codes, a note below.
        object? Cell(object? c, int k) => k == 0 && double.TryParse($"{c}", out var code) ? code : c is "NA" ? null : c;
        List<object?[]> shifted = [["全国投入产出表"], ["单位：万元"], [], .. rows.Select(r => (object?[])[null, .. r.Select(Cell)]), ["注：本表不包括…"]];
        var read = Read(shifted, "bureau.xlsx");
        Assert.Equal((6, "Sector 6"), (read.Sectors.Count, read.Sectors[5].Name));
        Assert.Equal(Math.Round(new BureauSample(6).Z(2, 3)), read.Table.Intermediate[2, 3]);
    }

    [Fact]
    public void All_faults_are_told_with_row_and_column()
    {
        var rows = new BureauSample(4).Rows();
        rows[2][4] = "n/a";
        rows[9][0] = "VA009";
        var wrong = Assert.Throws<DataException>(() => Read(rows, "bureau.csv")).Message;
        Assert.Contains("bureau.csv, line 3, column 5: \"n/a\" is not a number", wrong);
        Assert.Contains("the row code \"VA009\" is neither", wrong);
        Assert.Contains("there is no row VA004", wrong);
    }

    [Fact]
    public void An_identity_that_does_not_hold_is_told_in_row_and_column()
    {
        var rows = new BureauSample(4).Rows();
        rows[1][5] = (double)rows[1][5]! + 1;
        var wrong = Assert.Throws<DataException>(() => Read(rows, "bureau.csv")).Message;
        Assert.Contains("line 2, column 8: TIU is", wrong);
        Assert.Contains("line 6, column 6: 03 is", wrong);
        Assert.Contains("GO is", wrong);
    }

    [Fact]
    public void A_name_that_two_sectors_share_is_followed_by_the_code()
    {
        var rows = new BureauSample(4).Rows();
        rows[3][1] = rows[1][1];
        Assert.Equal(["Sector 1 (01)", "Sector 2", "Sector 1 (03)", "Sector 4"], Read(rows, "bureau.csv").Sectors.Labels);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Sectors_are_added_up_in_every_block(bool apart)
    {
        var read = Read(new BureauSample(4) { Apart = apart }.Rows(), "bureau.csv");
        var two = read.Aggregate(Concordance.Of(read.Sectors, SectorAxis.Of("a", "b"), ("01", "a"), ("02", "b"), ("03", "a"), ("04", "b")));
        Assert.Equal(read.Table.Output[0] + read.Table.Output[2], two.Table.Output[0], 1e-9);
        Assert.Equal(read.ReExports.Total, two.ReExports.Total, 1e-9);
        Assert.Equal(read.ImportedFinalUse.Total, two.ImportedFinalUse.Total, 1e-9);
        Assert.Equal(read.ValueAdded.Total, two.ValueAdded.Total, 1e-9);
        Assert.Equal(2, two.National().Sectors.Count);
        Assert.Equal(read.Purchases("of a", "01", "03").Total, two.Purchases("of a", "a").Total, 1e-9);
    }

    private static NationalBureauTable Read(IReadOnlyList<object?[]> rows, string name)
    {
        using var folder = new TemporaryFolder();
        var sample = new FormatSample(name, new Dictionary<string, IReadOnlyList<object?[]>>(), BureauSample.Reading);
        sample.WriteFile(folder.Path, name, rows);
        return NationalBureauTable.Read(folder.File(name), cancellation: TestContext.Current.CancellationToken);
    }
}
