namespace CarbonComp.Formats.Tests;

/// <summary>What a workbook does not say is never read as zero.</summary>
public sealed class AbsentCellTests : IDisposable
{
    private static readonly CeadsSample Sample = new(2, 2) { WithEmissions = true };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // The last row is of emissions, in columns D to G; the first row of numbers is 5.
    private TableReading Read(Action<object?[][]> change)
    {
        var rows = Sample.Rows().ToArray();
        change(rows);
        Workbook.Write(folder.File("table.xlsx"), ("Table", rows));
        return CeadsTable.Read(folder.File("table.xlsx"));
    }

    private string Complaint(Action<object?[][]> change) => Assert.Throws<DataException>(() => Read(change)).Message;

    public static TheoryData<string, string> Wrong => new()
    {
        { " t=\"e\"><v>#REF!</v></c>", "#REF! is the error of a formula" },
        { " t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0! is the error of a formula" },
        { " t=\"e\"><v>#SPILL!</v></c>", "#SPILL! is the error of a formula" },
        { "><f>A1*2</f><v></v></c>", "the formula =A1*2 was never calculated" },
        { "><f>A1*2</f></c>", "the formula =A1*2 was never calculated" },
        { "><f>A1*2</f><v/></c>", "the formula =A1*2 was never calculated" },
        { "><f t=\"shared\" si=\"0\"/></c>", "the formula was never calculated" },
        { " t=\"inlineStr\"><is><t>-</t></is></c>", "\"-\" is not a number" },
        { " t=\"inlineStr\"><is><t>n.a.</t></is></c>", "\"n.a.\" is not a number" },
        { " t=\"b\"><v>1</v></c>", "is not a number" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_cell_without_a_number_is_refused_wherever_it_stands(string cell, string expected)
    {
        var raw = new Workbook.Raw(cell);
        var emissions = Complaint(rows => rows[^1][5] = raw);
        Assert.Contains(expected, emissions);
        Assert.Contains($"cell F{Sample.Rows().Count()}", emissions);
        Assert.Contains("cell E5: ", Complaint(rows => rows[4][4] = raw)); // a flow
        Assert.Contains(expected, Complaint(rows => rows[^1][8] = raw)); // emissions of a final use
    }

    [Fact]
    public void All_cells_without_a_number_are_told_at_once()
    {
        var complaint = Complaint(rows => (rows[4][3], rows[5][4], rows[^1][3]) = (Workbook.Raw.Error("#N/A"), Workbook.Raw.Formula("B1"), "-"));
        Assert.Contains("3 things are wrong", complaint);
        foreach (var cell in new[] { "cell D5", "cell E6", $"cell D{Sample.Rows().Count()}" }) Assert.Contains(cell, complaint);
    }

    [Fact]
    public void A_calculated_formula_is_its_result() =>
        Assert.Equal(0.5, Read(rows => rows[^1][5] = Workbook.Raw.Formula("1/2", "0.5")).Satellites.Values.Single()[2]);

    [Fact]
    public void An_empty_cell_is_zero_where_the_layout_says_so_and_is_counted()
    {
        Assert.DoesNotContain(Read(_ => { }).Notes, n => n.Contains("empty", StringComparison.Ordinal));
        var reading = Read(rows => (rows[^1][5], rows[^1][6]) = (null, Workbook.Raw.Formula("IF(A1=1,1,\"\")", "", "str")));
        Assert.Equal([0, 0.25, 0, 0], reading.Satellites.Values.Single().Take(4));
        var row = Sample.Rows().Count();
        Assert.Contains($"2 empty cells were read as zero, as the layout says: cell F{row}, cell G{row}.", reading.Notes);
    }

    [Fact]
    public void A_remark_below_the_table_is_a_note_and_a_row_with_numbers_is_not()
    {
        object?[] Below(object? number)
        {
            var row = new object?[8];
            (row[0], row[5]) = ("Source: CEADs", number);
            return row;
        }
        TableReading With(object? number)
        {
            Workbook.Write(folder.File("table.xlsx"), ("Table", Sample.Rows().Append(Below(number))));
            return CeadsTable.Read(folder.File("table.xlsx"));
        }
        Assert.Contains("Below the table: Source: CEADs", With(null).Notes);
        Assert.Contains("\"Source: CEADs\"", Assert.Throws<DataException>(() => With(1.5)).Message);
        Assert.Contains("\"Source: CEADs\"", Assert.Throws<DataException>(() => With(Workbook.Raw.Formula("A1"))).Message);
    }

    [Fact]
    public void A_row_of_formulas_that_were_never_calculated_is_not_blank()
    {
        var formulas = Enumerable.Repeat<object?>(Workbook.Raw.Formula("A1"), 8).ToArray();
        Workbook.Write(folder.File("table.xlsx"), ("Table", Sample.Rows().Append(formulas)));
        Assert.Throws<DataException>(() => CeadsTable.Read(folder.File("table.xlsx")));
    }
}
