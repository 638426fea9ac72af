namespace CarbonComp.Formats.Tests;

public sealed class FigaroTableTests : IDisposable
{
    private static readonly MultiRegionalTable Expected = WorldSample.Closed;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Write(string text, string name = "matrix_eu-ic-io_ind-by-ind_24ed_2022.csv")
    {
        File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }

    [Theory, InlineData(""), InlineData("CPA_")]
    public void The_matrix_is_read_by_industry_and_by_product(string prefix)
    {
        var reading = FigaroTable.ReadCsv(Write(WorldSample.Figaro(prefix)), 1.05);
        var t = reading.Table;
        Assert.Equal(["AT", "DE", "FIGW1"], t.Regions.Codes);
        Assert.Equal("Rest of the world", t.Regions[2].Name);
        Assert.Equal($"{prefix}A1", t.Sectors.Codes[0]);
        Assert.Equal(["government", "households", "non-profit institutions serving households", "gross fixed capital formation",
            "changes in inventories and valuables"], t.Categories.Labels);
        Same(t, 1.05);
        Assert.Equal(2022, reading.Description.Year);
        Assert.Contains(reading.Notes, n => n.Contains("1.05 US$ for a euro", StringComparison.Ordinal));
    }

    [Theory, InlineData("rowIi"), InlineData("rowPi")]
    public void The_flat_file_gives_the_same_table(string row)
    {
        WorldSample.Zip(folder.File("flat.zip"), new Dictionary<string, string> { ["flat_eu-ic-io_prod-by-prod_23ed_2021.csv"] = WorldSample.FigaroFlat(row) });
        var reading = FigaroTable.ReadCsv(folder.File("flat.zip"), 2, 2021);
        Same(reading.Table, 2);
        Assert.Equal(2021, reading.Description.Year);
        Assert.Equal(FigaroTable.ReadCsv(Write(WorldSample.Figaro()), 2).Table.FinalUseByCategory, reading.Table.FinalUseByCategory);
    }

    [Fact]
    public void The_rate_is_asked_for_and_never_guessed() =>
        Assert.Contains("US dollars for a euro", Assert.Throws<ArgumentOutOfRangeException>(() => FigaroTable.ReadCsv(Write(WorldSample.Figaro()), 0)).Message);

    [Fact]
    public void A_changed_number_is_found_by_value_added()
    {
        var wrong = Assert.Throws<DataException>(() => FigaroTable.ReadCsv(Write(Changed(WorldSample.Figaro())), 1)).Message;
        Assert.Contains("matrix_eu-ic-io_ind-by-ind_24ed_2022.csv", wrong);
        Assert.Contains("its inputs", wrong);
    }

    /// <summary>A thousand more where the first sector sells to the second.</summary>
    private static string Changed(string text)
    {
        var lines = text.Split('\n');
        var cells = lines[1].Split(',');
        cells[2] = "1000" + cells[2];
        lines[1] = string.Join(',', cells);
        return string.Join('\n', lines);
    }

    [Fact]
    public void Faults_of_a_flat_file_are_told_all_at_once_and_a_short_one_is_refused()
    {
        var lines = WorldSample.FigaroFlat().TrimEnd('\n').Split('\n');
        string Cell(string line, string value) => line[..(line.LastIndexOf(',') + 1)] + value;
        string[] bad = [.. lines];
        (bad[3], bad[7]) = (Cell(lines[3], "n/a"), Cell(lines[7], ""));
        var wrong = Assert.Throws<DataException>(() => FigaroTable.ReadCsv(Write(string.Join('\n', bad), "flat.csv"), 1)).Message;
        Assert.Contains("line 4, column 7: \"n/a\" is not a number", wrong);
        Assert.Contains("line 8, column 7: the cell is empty", wrong);
        Assert.Contains("1 flow is missing, the first B2A3G of ", Assert.Throws<DataException>(() =>
            FigaroTable.ReadCsv(Write(string.Join('\n', lines.Where(l => !l.StartsWith("W2_B2A3G,DE_B2,", StringComparison.Ordinal))), "flat.csv"),
                1)).Message);
        // Cut off, it lacks sectors; with a gap, flows.
        Assert.Contains("4 sectors of 2 areas", Assert.Throws<DataException>(() => FigaroTable.ReadCsv(Write(string.Join('\n', lines.Take(80)), "flat.csv"),
            1)).Message);
        Assert.Contains("9 flows are missing", Assert.Throws<DataException>(() => FigaroTable.ReadCsv(Write(string.Join('\n', lines.Where((_, i) =>
            i is < 30 or > 38)), "flat.csv"), 1)).Message);
        Assert.Contains("the flow appears twice", Assert.Throws<DataException>(() =>
            FigaroTable.ReadCsv(Write(string.Join('\n', lines.Append(lines[5])), "flat.csv"), 1)).Message);
        Assert.Contains("W2 D9 is neither a sector nor value added", Assert.Throws<DataException>(() => FigaroTable.ReadCsv(Write(
            string.Join('\n', lines).Replace(",W2,D1,", ",W2,D9,", StringComparison.Ordinal), "flat.csv"), 1)).Message);
    }

    [Fact]
    public void Another_file_is_refused_by_its_heading()
    {
        var wrong = Assert.Throws<DataException>(() => FigaroTable.ReadCsv(Write(WorldSample.Oecd(), "icio.csv"), 1)).Message;
        Assert.Contains("icio.csv, row 1: the heading begins with \"\". FIGARO's matrix begins with rowLabels", wrong);
        Assert.Contains("there is no column obsValue", Assert.Throws<DataException>(() =>
            FigaroTable.ReadCsv(Write(WorldSample.FigaroFlat().Replace("obsValue", "value", StringComparison.Ordinal), "flat.csv"), 1)).Message);
        Assert.Contains("W2_D1", Assert.Throws<DataException>(() => FigaroTable.ReadCsv(Write(string.Join('\n', WorldSample.Figaro().Split('\n')
            .Where(l => !l.StartsWith("W2_", StringComparison.Ordinal)))), 1)).Message);
    }

    private static void Same(MultiRegionalTable t, double rate)
    {
        Assert.True((t.Intermediate - rate * Expected.Intermediate).Enumerate().Max(Math.Abs) < 1e-9);
        Assert.True((t.FinalUse - rate * Expected.FinalUse).Enumerate().Max(Math.Abs) < 1e-9);
        Assert.True((t.ValueAdded - rate * Expected.ValueAdded).AbsoluteMaximum() < 1e-9);
        Assert.True((t.Output - rate * Expected.Output).AbsoluteMaximum() < 1e-9);
    }
}
