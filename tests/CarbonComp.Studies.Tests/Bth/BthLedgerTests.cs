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
        Assert.All(ledger.Entries.Where(e => e.Verdict != Verdict.NotCheckable), e => Assert.NotEqual("", e.Recomputed));
    }

    [Fact]
    public void Intensities_of_table_3_follow_from_surplus_over_squared_range_wherever_the_surplus_is_known()
    {
        var intensities = Entries("t3-", "-intensity").ToArray();
        Assert.Equal(12, intensities.Length);
        Assert.Equal(10, intensities.Count(e => e.Verdict == Verdict.Reproduced));
        // One row each and no printed supply and demand: nothing to check them with.
        Assert.All(intensities.Where(e => e.Verdict != Verdict.Reproduced), e => Assert.Contains(e.Region, new[] { "Cangzhou", "Baoding" }));
    }

    [Fact]
    public void Ranges_of_table_3_are_not_what_equation_14_gives()
    {
        var computable = Entries("t3-", "-range").Where(e => e.Verdict != Verdict.NotCheckable).ToArray();
        Assert.Equal(6, computable.Length);
        Assert.All(computable, e => Assert.Equal(Verdict.Contradicted, e.Verdict));
        Assert.All(computable, e => Assert.True(Number(e.Recomputed) < 0.7 * Number(e.Printed), e.Id));
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

    private static IEnumerable<LedgerEntry> Entries(string start, string end) =>
        Made.Value.Entries.Where(e => e.Id.StartsWith(start, StringComparison.Ordinal) && e.Id.EndsWith(end, StringComparison.Ordinal));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
