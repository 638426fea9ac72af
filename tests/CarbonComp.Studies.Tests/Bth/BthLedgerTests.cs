using System.Globalization;

namespace CarbonComp.Studies.Tests;

public class BthLedgerTests
{
    private static readonly Lazy<Ledger> Made = new(() => BthLedger.Of(BthStudy.Case, ThirteenCities.Map()));

    [Fact]
    public void Every_published_number_has_a_verdict_and_a_reason()
    {
        var ledger = Made.Value;
        Assert.Equal(BthStudy.Case.Published.All.Select(p => p.Id), ledger.Entries.Select(e => e.Id));
        Assert.All(ledger.Entries, e => Assert.False(string.IsNullOrWhiteSpace(e.Reason), e.Id));
        Assert.All(ledger.Entries.Where(e => e.IsDecided), e => Assert.NotEqual("", e.Recomputed));
        Assert.Equal(ledger.Entries.Count, Enum.GetValues<Verdict>().Sum(ledger.Count));
    }

    [Fact]
    public void What_cannot_be_checked_says_what_would_check_it_and_what_is_given_is_not_among_it()
    {
        var ledger = Made.Value;
        Assert.All(ledger.Entries, e => Assert.Equal(e.Verdict == Verdict.NotCheckable, e.WouldCheck.Length > 0));
        Assert.All(ledger.Entries.Zip(BthStudy.Case.Published.All).Where(p => p.Second.Kind == "input"), p => Assert.Equal(Verdict.Given, p.First.Verdict));
    }

    [Fact]
    public void Copies_and_mutual_confirmations_count_once()
    {
        var ledger = Made.Value;
        var decided = ledger.Entries.Count(e => e.IsDecided);
        Assert.Equal(ledger.IndependentChecks, Enum.GetValues<Verdict>().Sum(ledger.CountChecks));
        Assert.InRange(ledger.IndependentChecks, 1, decided - ledger.Entries.Count(e => e.IsDecided && e.Restates.Length > 0));
        // Each of the two sections is checked by the other.
        Assert.Equal(Entry("s412-role-beijing").Check, Entry("s431-role-beijing").Check);
        // Eleven payments and ten intensities with five parameters taken from them.
        var payments = ledger.Entries.Where(e => e.Section == "4.3.2" && e.Unit.EndsWith("yuan", StringComparison.Ordinal)).ToArray();
        var intensities = Entries("t3-", "-intensity").Where(e => e.IsDecided).ToArray();
        Assert.Equal((11, 10), (payments.Length, intensities.Length));
        Assert.Equal(16, payments.Concat(intensities).DistinctBy(e => e.Check).Count());
    }

    [Fact]
    public void Intensities_of_table_3_follow_from_surplus_over_squared_range_wherever_the_surplus_is_known()
    {
        var intensities = Entries("t3-", "-intensity").ToArray();
        Assert.Equal(12, intensities.Length);
        Assert.Equal(10, intensities.Count(e => e.Verdict == Verdict.ReproducedByAnotherRoute));
        // One row each and no printed supply and demand: nothing to check them with.
        Assert.All(intensities.Where(e => e.Verdict != Verdict.ReproducedByAnotherRoute), e => Assert.Contains(e.Region, new[] { "Cangzhou", "Baoding" }));
    }

    [Fact]
    public void Ranges_of_table_3_follow_from_storage_and_web_mercator_and_not_from_equation_14()
    {
        var decided = Entries("t3-", "-range").Where(e => e.IsDecided).ToArray();
        Assert.Equal(7, decided.Length);
        Assert.Equal(5, decided.Count(e => e.Verdict == Verdict.ReproducedByAnotherRoute));
        Assert.All(decided.Where(e => e.Verdict == Verdict.Contradicted), e => Assert.True(Number(e.Recomputed) < 0.7 * Number(e.Printed), e.Id));
        Assert.Equal(Verdict.Contradicted, Entry("s3324-eq14").Verdict);
    }

    [Fact]
    [Trait("size", "large")]
    public void Payments_for_service_are_amounts_times_the_payers_standard()
    {
        var payments = Made.Value.Entries.Where(e => e.Section == "4.3.2" && e.Unit.EndsWith("yuan", StringComparison.Ordinal)).ToArray();
        Assert.Equal(11, payments.Length);
        Assert.All(payments, e => Assert.Equal(Verdict.Reproduced, e.Verdict));
    }

    [Theory]
    [InlineData("s433-paid-tianjin", Verdict.Reproduced)] // 2836 − 106 = 2730
    [InlineData("s433-received-tangshan", Verdict.Reproduced)] // 4426 − 2725 = 1701
    [InlineData("s433-received-langfang", Verdict.Reproduced)] // 698 − 651 = 47
    [InlineData("s433-received-tangshan-beijing", Verdict.Reproduced)] // 847 − 347.7 = 499
    [InlineData("s431-share-developed", Verdict.Reproduced)]
    [InlineData("s431-share-agricultural", Verdict.Reproduced)]
    [InlineData("s431-share-resource", Verdict.NotCheckable)]
    [InlineData("s52-standard-qinhuangdao-lower", Verdict.ReproducedByAnotherRoute)] // if payments and receipts close
    [InlineData("s31-density", Verdict.NotCheckable)] // official areas are not at hand
    [InlineData("s422-demand-tangshan", Verdict.Contradicted)] // eq. 12 gives the emissions of 4.1.1
    [InlineData("s422-demand-zhangjiakou", Verdict.Contradicted)] // below the third emitter
    [InlineData("s422-demand-total", Verdict.Contradicted)]
    [InlineData("s422-demand-high", Verdict.Contradicted)]
    [InlineData("s421-storage-total", Verdict.Contradicted)]
    [InlineData("s421-storage-chengde", Verdict.Contradicted)] // forest and grass alone hold more
    [InlineData("s423-corridor-density", Verdict.ReproducedByAnotherRoute)]
    [InlineData("s411-trade-beijing", Verdict.Contradicted)] // 3.3 % in CEADs' inventory
    [InlineData("s411-intensity-tangshan", Verdict.NotCheckable)] // 0.2 % off, GDP not printed
    [InlineData("s411-intensity-langfang", Verdict.Contradicted)] // 10 % off
    [InlineData("s31-latitude-south", Verdict.NotCheckable)]
    [InlineData("t4-benchmark-tianjin", Verdict.Reproduced)]
    [InlineData("s32-mrio-cities", Verdict.Given)]
    [InlineData("s334-price", Verdict.Given)]
    [InlineData("s331-eq3", Verdict.Contradicted)]
    [InlineData("s331-eq5", Verdict.Contradicted)]
    [InlineData("s331-eq7", Verdict.Contradicted)]
    [InlineData("s3324-eq15", Verdict.Contradicted)]
    [InlineData("s333-crossref-ratio", Verdict.Contradicted)]
    [InlineData("s333-crossref-net", Verdict.Contradicted)]
    [InlineData("s411-highest", Verdict.ReproducedByAnotherRoute)] // CEADs
    [InlineData("s411-followed-by", Verdict.NotCheckable)] // CEADs has Tianjin before Handan
    [InlineData("s424-primary", Verdict.Reproduced)]
    [InlineData("s424-center", Verdict.Contradicted)] // Langfang and Beijing
    [InlineData("s432-largest-flows", Verdict.Reproduced)]
    [InlineData("s433-main-tianjin", Verdict.Contradicted)] // Beijing before Cangzhou
    [InlineData("s431-paid-shijiazhuang-tangshan", Verdict.Contradicted)] // above its class on the printed flow
    [InlineData("s61-exporters", Verdict.Contradicted)] // Hengshui pays least
    [InlineData("s61-extremes", Verdict.Contradicted)] // Shijiazhuang has no part in service
    [InlineData("abstract-payers", Verdict.Reproduced)]
    [InlineData("abstract-recipients", Verdict.Reproduced)]
    [InlineData("abstract-paid-shijiazhuang", Verdict.Contradicted)]
    [InlineData("s412-outflow-cities", Verdict.Contradicted)]
    [InlineData("s423-deficit-tianjin", Verdict.Contradicted)]
    [InlineData("s423-surplus-cities", Verdict.Contradicted)]
    [InlineData("s424-share-tianjin", Verdict.Contradicted)]
    [InlineData("s421-storage-hengshui", Verdict.Contradicted)]
    [InlineData("s433-received-chengde-tianjin", Verdict.Contradicted)]
    [InlineData("t3-baoding-handan-amount", Verdict.Contradicted)]
    [InlineData("t4-zone-beijing", Verdict.Contradicted)]
    [InlineData("s52-standard-beijing", Verdict.Contradicted)]
    [InlineData("s411-emissions-tangshan", Verdict.NotCheckable)]
    public void Known_numbers_and_errata_have_their_verdict(string id, Verdict verdict) =>
        Assert.Equal(verdict, Made.Value.Entries.Single(e => e.Id == id).Verdict);

    [Fact]
    public void A_changed_digit_changes_the_verdict()
    {
        var row = BthStudy.Case.Published["s433-paid-tianjin"];
        var recomputed = Recomputation.Of(row.Id, 2.730, "2836 − 106");
        Assert.Equal(Verdict.Reproduced, recomputed.Against(row).Verdict);
        Assert.Equal(Verdict.Contradicted, recomputed.Against(row with { Printed = "2.740", Number = PrintedNumber.Parse("2.740") }).Verdict);
    }

    [Theory]
    // Other numbers or words in the source, other sides and extremes: none is fixed beforehand.
    [InlineData("s431-paid-beijing-tianjin,4.3.1,compensation paid on embodied carbon,Beijing,Tianjin,273",
        "s431-paid-beijing-tianjin,4.3.1,compensation paid on embodied carbon,Beijing,Tianjin,473", "s433-main-tianjin", Verdict.Reproduced)]
    [InlineData("s431-paid-hengshui,4.3.1,compensation paid on embodied carbon,Hengshui,,71,",
        "s431-paid-hengshui,4.3.1,compensation paid on embodied carbon,Hengshui,,871,", "s433-last-payer", Verdict.Contradicted)]
    [InlineData("s431-paid-shijiazhuang,4.3.1,compensation paid on embodied carbon,Shijiazhuang,,2.864",
        "s431-paid-shijiazhuang,4.3.1,compensation paid on embodied carbon,Shijiazhuang,,1.264", "s61-highest-payment", Verdict.Contradicted)]
    [InlineData("s333-crossref-ratio,3.3.3,number of the equation of the supply-demand ratio,,,12",
        "s333-crossref-ratio,3.3.3,number of the equation of the supply-demand ratio,,,13", "s333-crossref-ratio", Verdict.Reproduced)]
    [InlineData("s52-price,5.2,carbon price,Beijing-Tianjin-Hebei,,46.66", "s52-price,5.2,carbon price,Beijing-Tianjin-Hebei,,64.66", "s52-price",
        Verdict.Contradicted)]
    public void A_statement_depends_on_the_numbers_it_is_about(string text, string with, string id, Verdict verdict)
    {
        using var copy = new CaseCopy("bth-2020");
        copy.Edit("published.csv", text, with);
        DataPackage.Seal(copy.Folder);
        Assert.Equal(verdict, BthLedger.Of(BeijingTianjinHebei.Load(copy.Folder), ThirteenCities.Map()).Entries.Single(e => e.Id == id).Verdict);
    }

    private static LedgerEntry Entry(string id) => Made.Value.Entries.Single(e => e.Id == id);

    private static IEnumerable<LedgerEntry> Entries(string start, string end) =>
        Made.Value.Entries.Where(e => e.Id.StartsWith(start, StringComparison.Ordinal) && e.Id.EndsWith(end, StringComparison.Ordinal));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
