namespace CarbonComp.Studies.Tests;

public class LedgerTests
{
    private static readonly PublishedNumbers Numbers = BthStudy.Case.Published;

    [Fact]
    public void A_number_that_follows_by_another_formula_is_not_called_reproduced()
    {
        var row = Numbers["s433-paid-tianjin"];
        var recomputed = Recomputation.Of(row.Id, 2.730, "another formula") with { AnotherRoute = true };
        Assert.Equal(Verdict.ReproducedByAnotherRoute, recomputed.Against(row).Verdict);
        Assert.Equal(Verdict.Contradicted, (recomputed with { Number = 2.740 }).Against(row).Verdict);
    }

    [Fact]
    public void What_agrees_only_within_a_wide_band_is_not_confirmed()
    {
        var row = Numbers["s411-manufacturing-tangshan"]; // 78.4 %
        Assert.Equal(Verdict.Reproduced, Recomputation.Of(row.Id, 77.0, "", 2).Against(row).Verdict);
        Assert.Equal(Verdict.NotCheckable, Recomputation.Of(row.Id, 77.0, "", 5).Against(row).Verdict);
        Assert.Equal(Verdict.Contradicted, Recomputation.Of(row.Id, 67.0, "", 5).Against(row).Verdict);
    }

    [Fact]
    public void Given_rows_have_no_check()
    {
        var entry = Recomputation.Given("s32-price", "an input").Against(Numbers["s32-price"]);
        Assert.Equal(Verdict.Given, entry.Verdict);
        Assert.False(entry.IsDecided);
        Assert.Equal(0, new Ledger("one input", [entry]).IndependentChecks);
    }

    [Fact]
    public void Every_section_of_the_papers_is_named_by_number_and_topic()
    {
        foreach (var ledger in new[] { BthLedger.Of(BthStudy.Case, ThirteenCities.Map()), JxLedger.Of(JiangxiCase.Load(CaseFolder.Path("jiangxi-2010-2020"))) })
        {
            var sections = ledger.BySection().Rows.Labels;
            Assert.Equal(["abstract"], sections.Where(s => char.IsDigit(s[^1]) || !s.Contains(' ')));
            Assert.Contains(sections, s => s is "4.2.2 demand" or "4.4.2 payments");
        }
    }

    [Fact]
    public void Rows_of_one_check_count_once_and_as_a_contradiction_if_one_of_them_is()
    {
        LedgerEntry Entry(string id, double number, string check) => Recomputation.Of(id, number, "").Against(Numbers[id]) with { Check = check };
        var (right, wrong) = (Entry("s433-paid-tianjin", 2.730, "a"), Entry("s433-received-langfang", 48, "a"));
        var copy = Entry("s433-received-tangshan", 1.70, "b") with { Restates = "another row" };
        var ledger = new Ledger("three rows", [right, wrong, copy]);
        Assert.Equal(1, ledger.IndependentChecks);
        Assert.Equal((0, 1), (ledger.CountChecks(Verdict.Reproduced), ledger.CountChecks(Verdict.Contradicted)));
        Assert.Equal("three rows: 2 reproduced, 1 contradicted; 1 independent check", ledger.Caption);
        Assert.Equal(2, ledger.Once().Entries.Count);
    }

    [Fact]
    public void Summary_has_a_row_for_each_verdict()
    {
        var summary = new Ledger("none", []).Summary();
        Assert.Equal(Enum.GetValues<Verdict>().Length, summary.ToColumns().First().Value.Length);
    }

    [Fact]
    public void The_documentation_has_the_counts_of_both_ledgers()
    {
        var methods = File.ReadAllText(Path.Combine(CaseFolder.Path("bth-2020"), "..", "..", "docs", "methods.md"));
        foreach (var (source, ledger) in new[]
        {
            ("BTH", BthLedger.Of(BthStudy.Case, ThirteenCities.Map())), ("JX", JxLedger.Of(JiangxiCase.Load(CaseFolder.Path("jiangxi-2010-2020")))),
        })
            Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| {source} | {ledger.Entries.Count} | "
                + $"{ledger.IndependentChecks} | "
                + $"{ledger.CountChecks(Verdict.Reproduced)} | {ledger.CountChecks(Verdict.ReproducedByAnotherRoute)} | "
                + $"{ledger.CountChecks(Verdict.Contradicted)} |"), methods, StringComparison.Ordinal);
    }
}
