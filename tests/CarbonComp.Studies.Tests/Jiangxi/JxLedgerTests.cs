namespace CarbonComp.Studies.Tests;

public class JxLedgerTests
{
    private static readonly string Folder = CaseFolder.Path("jiangxi-2010-2020");
    private static readonly JiangxiCase Case = JiangxiCase.Load(Folder);
    private static readonly Lazy<Ledger> Made = new(() => JxLedger.Of(Case));

    [Fact]
    public void Every_published_number_has_one_verdict_and_a_reason()
    {
        var ledger = Made.Value;
        Assert.Equal(Case.Published.All.Select(p => p.Id), ledger.Entries.Select(e => e.Id));
        Assert.All(ledger.Entries, e => Assert.False(string.IsNullOrWhiteSpace(e.Reason), e.Id));
        Assert.All(ledger.Entries.Where(e => e.IsDecided), e => Assert.NotEqual("", e.Recomputed));
        Assert.All(ledger.Entries, e => Assert.Equal(e.Verdict == Verdict.NotCheckable, e.WouldCheck.Length > 0));
        Assert.Equal(ledger.Entries.Count, Enum.GetValues<Verdict>().Sum(ledger.Count));
    }

    [Fact]
    public void Constructed_data_decide_nothing()
    {
        // Another construction from the same facts changes what stands beside open rows, and no verdict and no recomputed number.
        var other = JxLedger.Of(JiangxiCase.Of(new JiangxiConstruction(Case.Package, industryShare: 0)));
        Assert.Equal(Made.Value.Entries.Select(e => (e.Id, e.Verdict, e.Recomputed)), other.Entries.Select(e => (e.Id, e.Verdict, e.Recomputed)));
        Assert.NotEqual(Made.Value.Entries.Select(e => e.Reason), other.Entries.Select(e => e.Reason));
        Assert.All(Made.Value.Entries.Where(e => e.Reason.Contains("constructed data", StringComparison.Ordinal)), e =>
            Assert.Equal(Verdict.NotCheckable, e.Verdict));
    }

    [Fact]
    public void What_constructed_data_say_is_labelled_and_never_of_facts_they_were_made_from()
    {
        var beside = Made.Value.Entries.Where(e => e.Reason.Contains("; the constructed data, which are not observed, ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(beside);
        Assert.All(beside, e => Assert.False(JiangxiConstruction.Used.ContainsKey(e.Id), e.Id));
        // A row that its own numbers confirm too coarsely has nothing to do with the construction.
        Assert.All(Made.Value.Entries.Where(e => e.Verdict == Verdict.NotCheckable && e.Recomputed.Length == 0 && JiangxiConstruction.Used.ContainsKey(e.Id)),
            e => Assert.EndsWith("the construction starts from it, so constructed data say nothing of it", e.Reason));
    }

    [Theory]
    [InlineData("s41-growth", Verdict.Contradicted)] // 66.02 over ten years
    [InlineData("s61-growth", Verdict.Reproduced)] // 6.60
    [InlineData("s41-ganzhou-increment", Verdict.Contradicted)]
    [InlineData("s41-ganzhou-growth", Verdict.Reproduced)] // 281.4 %, to tens
    [InlineData("s42-forest-cover", Verdict.Reproduced)] // forestry survey
    [InlineData("s42-absorption-decrease", Verdict.Contradicted)]
    [InlineData("s42-forest", Verdict.Contradicted)] // 58.93, printed 8.92
    [InlineData("s42-cropland", Verdict.Contradicted)] // 0.573, printed 5.73
    [InlineData("s33-construction-2020", Verdict.Contradicted)] // the increase
    [InlineData("s42-arbor-area", Verdict.Contradicted)] // 10^4 hm2
    [InlineData("s42-arbor-absorption", Verdict.Contradicted)] // 47.45
    [InlineData("s42-middle-aged-share", Verdict.Contradicted)] // 45.64 %
    [InlineData("s433-ecc-shangrao-2020", Verdict.Contradicted)] // 1.09
    [InlineData("s433-shangrao-decrease", Verdict.Contradicted)]
    [InlineData("abstract-pattern", Verdict.Contradicted)] // 4.1 says it of emissions per GDP
    [InlineData("s432-efficiency", Verdict.Contradicted)] // 1.28 to 0.8 t for 10^4 yuan
    [InlineData("s441-intense-shangrao", Verdict.Contradicted)] // ECC above 1.2
    [InlineData("s442-larger-pays", Verdict.Contradicted)] // Ganzhou against Nanchang
    [InlineData("s442-sinks-receive", Verdict.Reproduced)] // 4 of 5
    [InlineData("s41-intensity-2020", Verdict.Reproduced)] // by Nanchang's, one deflator
    [InlineData("s41-nanchang-share", Verdict.NotCheckable)] // within ± 1.21 of 16.14 nearly anything agrees
    [InlineData("s433-esc-2010-fuzhou", Verdict.Reproduced)] // its budget is negative
    [InlineData("s33-fires-per-year", Verdict.Reproduced)] // eleven calendar years
    [InlineData("s41-emissions-2020", Verdict.Reproduced)] // 183.42 + 3.57
    [InlineData("s41-respiration", Verdict.Reproduced)] // 0.079 of the census
    [InlineData("s42-absorption-2010", Verdict.Reproduced)] // 59.69 and what the changes of areas take
    [InlineData("s41-ganzhou-2010", Verdict.Reproduced)]
    [InlineData("s431-top-nanchang", Verdict.Reproduced)]
    [InlineData("s433-esc-ganzhou-five", Verdict.Reproduced)]
    [InlineData("s431-positive-2020-yingtan", Verdict.Reproduced)]
    [InlineData("s441-zone-nanchang", Verdict.NotCheckable)]
    [InlineData("s442-paid-jiujiang", Verdict.NotCheckable)]
    [InlineData("s33-decrease-cultivated-land", Verdict.NotCheckable)]
    [InlineData("s212-coefficient-forest-land", Verdict.Given)]
    public void Known_numbers_and_errata_have_their_verdict(string id, Verdict verdict) =>
        Assert.Equal(verdict, Made.Value.Entries.Single(e => e.Id == id).Verdict);

    [Fact]
    public void The_same_number_has_the_same_verdict_wherever_it_is_printed()
    {
        var repeated = Made.Value.Entries.Zip(Case.Published.All).Where(p => p.Second.Number is not null)
            .GroupBy(p => (p.First.Item, p.First.Region, p.First.Year, p.First.Unit, p.First.Printed)).Where(g => g.Count() > 1).ToArray();
        Assert.Contains(repeated, g => g.Key.Item == "emissions");
        Assert.All(repeated, g => Assert.Single(g.Select(p => p.First.Verdict).Distinct()));
    }

    [Fact]
    public void A_changed_digit_changes_the_verdicts_that_hang_on_it()
    {
        using var copy = new CaseCopy("jiangxi-2010-2020");
        copy.Edit("published.csv", "2020,3.57,million tons,=,3.57,", "2020,3.77,million tons,=,3.77,");
        DataPackage.Seal(copy.Folder);
        var changed = JxLedger.Of(JiangxiCase.Load(copy.Folder)).Entries.Zip(Made.Value.Entries).Where(p => p.First.Verdict != p.Second.Verdict)
            .Select(p => p.First).ToArray();
        Assert.All(changed, e => Assert.Equal(Verdict.Contradicted, e.Verdict));
        Assert.Equal(["s211-respiration", "s41-emissions-2020", "s41-energy", "s41-respiration", "s61-emissions-2020"], changed.Select(e => e.Id).Order());
    }

    [Theory]
    // Other words or classes in the source, other verdicts: none is fixed beforehand.
    [InlineData("s442-class-nanchang,4.4.2,class of compensation,Nanchang,2020,common compensation",
        "s442-class-nanchang,4.4.2,class of compensation,Nanchang,2020,high-compensation", "s442-larger-pays", Verdict.Reproduced)]
    [InlineData("2020,0.8,t/×104 yuan,=,0.8,1,", "2020,1.5,t/×104 yuan,=,1.5,1,", "s432-efficiency", Verdict.Reproduced)]
    [InlineData("2020,822.43,hm2,=,822.43,", "2020,827.56,hm2,=,827.56,", "s42-arbor-area", Verdict.Reproduced)]
    [InlineData("2020,61.34,%,=,61.34,", "2020,41.34,%,=,41.34,", "s33-largest", Verdict.Contradicted)]
    [InlineData("population 2010 to 2020,Ganzhou,,increase", "population 2010 to 2020,Ganzhou,,no steady increase", "s41-population-ganzhou",
        Verdict.Contradicted)]
    public void A_statement_hangs_on_what_it_is_made_of(string text, string with, string id, Verdict verdict)
    {
        using var copy = new CaseCopy("jiangxi-2010-2020");
        copy.Edit("published.csv", text, with);
        DataPackage.Seal(copy.Folder);
        Assert.Equal(verdict, JxLedger.Of(JiangxiCase.Load(copy.Folder)).Entries.Single(e => e.Id == id).Verdict);
    }

    [Fact]
    public void A_number_that_agrees_only_by_the_rounding_of_its_inputs_says_so()
    {
        var row = Case.Published["s42-absorption-2020"];
        Assert.Equal("59.600 ± 0.150", Recomputation.Of(row.Id, 59.60, "", 0.15).Against(row).Recomputed);
        Assert.Equal("59.69", Recomputation.Of(row.Id, 59.692, "", 0.15).Against(row).Recomputed);
        Assert.Equal(Verdict.Contradicted, Recomputation.Of(row.Id, 59.40, "", 0.15).Against(row).Verdict);
    }

    [Fact]
    public void A_package_without_published_numbers_is_refused() =>
        Assert.Contains("published", Assert.Throws<DataException>(() => JiangxiCase.Load(CaseFolder.Path("template-province"))).Message,
            StringComparison.Ordinal);
}
