namespace CarbonComp.Studies.Tests;

public class MechanismComparisonTests
{
    private static readonly MechanismComparison Comparison = MechanismComparison.Of("five regions",
        [RandomMechanisms.Budget(1, 40), RandomMechanisms.Responsibility(2)]);

    [Fact]
    public void A_pair_changes_sides_if_payer_and_recipient_are_exchanged()
    {
        var (a, b) = (Comparison.Mechanisms[0].Net, Comparison.Mechanisms[1].Net);
        var expected = from r in Comparison.Regions
                       from s in Comparison.Regions
                       where a[r.Code] > 0 && a[s.Code] < 0 && b[r.Code] < 0 && b[s.Code] > 0
                       select (r.Name, s.Name);
        var table = Comparison.PairsThatChangeSides("carbon budget", "reduction cost").ToColumns().All;
        Assert.Equal(expected.Order(), table[0].Values.Cast<string>().Zip(table[1].Values.Cast<string>()).Order());
        Assert.Equal(table[0].Values.Length, Comparison.ChangingPairs.Values[0, 1]);
    }

    [Fact]
    public void Agreement_counts_the_mechanisms_by_which_a_region_pays()
    {
        Assert.Equal(Comparison.Regions.Select(r => (double)Comparison.Mechanisms.Count(m => m.Net[r.Code] > 0)), Comparison.Agreement.Values);
        Assert.Equal(Comparison.Regions.Where(r => Comparison.Agreement[r.Code] == 2), Comparison.AlwaysPay);
        // The third region owes nothing by its budget: it neither pays nor receives, so it is on no side.
        Assert.Equal(0, Comparison.Mechanisms[0].Net["C"]);
        var decided = Comparison.Regions.Where(r => r.Name != "C").ToArray();
        Assert.Equal(decided.Where(r => Comparison.Agreement[r.Code] == 0), Comparison.AlwaysReceive);
        Assert.Equal(decided.Where(r => Comparison.Agreement[r.Code] == 1), Comparison.Undecided);
        Assert.Equal(Comparison.Undecided, Comparison.Turning("carbon budget", "reduction cost"));
    }

    [Fact]
    public void Kendall_s_tau_counts_concordant_and_discordant_pairs()
    {
        var (a, b, n) = (Comparison.Mechanisms[0].Net, Comparison.Mechanisms[1].Net, Comparison.Regions.Count);
        var pairs = (from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, i) select (a[i] > a[j]) == (b[i] > b[j])).ToArray();
        Assert.Equal((pairs.Count(p => p) - pairs.Count(p => !p)) / (double)pairs.Length, Comparison.Kendall.Values[0, 1], 1e-12);
        Assert.Equal(1, Comparison.Kendall.Values[0, 0]);
    }

    [Fact]
    public void Shares_of_all_that_is_paid_add_up_to_100_percent()
    {
        foreach (var column in Comparison.Relative.Columns.Labels)
            Assert.Equal(100, Comparison.Relative.Column(column).Where(v => v > 0).Total, 1e-9);
    }

    [Fact]
    public void Mechanisms_of_other_regions_and_too_few_are_refused()
    {
        Assert.Contains("at least two", Assert.Throws<CarbonCompException>(() => MechanismComparison.Of("one", [Comparison.Mechanisms[0]])).Message,
            StringComparison.Ordinal);
        Assert.ThrowsAny<CarbonCompException>(() => MechanismComparison.Of("other regions", [Comparison.Mechanisms[0], RandomMechanisms.OneRegion(1, 1, 1)]));
        Assert.Contains("carbon budget (JX)", Assert.ThrowsAny<CarbonCompException>(() => Comparison["lottery"]).Message, StringComparison.Ordinal);
    }
}
