using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class CompensationYearsTests
{
    private static CompensationYears Of(SampleCompensation sample, double tonnes, double costs)
    {
        var later = sample with
        {
            Transfers = sample.Transfers with { Amounts = sample.Transfers.Amounts * tonnes },
            Costs = new("reduction cost", sample.Regions, sample.Transfers.Sectors, sample.Costs.Values * costs, Unit.YuanPerTonneCO2,
                ValueStatus.Illustrative),
        };
        return CompensationYears.Of((2012, sample.Compensate()), (2020, later.Compensate()));
    }

    [Fact]
    public void The_two_causes_add_up_to_the_change() => Prop.ForAll(SampleCompensation.Any, sample =>
    {
        var years = Of(sample, 1.4, 2.5);
        var (first, last) = (years[2012].Horizontal.Paid.Total, years[2020].Horizontal.Paid.Total);
        Assert.Equal(last - first, years.HorizontalChange().Total, 1e-9 * last);
        Assert.Equal(0, Of(sample, 1, 2).HorizontalChange()["emissions for others"], 1e-9 * last);
        Assert.Equal(0, Of(sample, 3, 1).HorizontalChange()["reduction costs"], 1e-9 * last);
        Assert.Equal(1.4 * 2.5, last / first, 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Growth_is_said_in_both_ways()
    {
        var growth = Of(SampleCompensation.Build(4, 2, 5), 1, 3).Growth().ToColumns();
        var (to, by) = ((double[])growth["ratio"], (double[])growth["growth"]);
        Assert.All(to, t => Assert.Equal(3, t, 1e-9));
        Assert.All(by, t => Assert.Equal(200, t, 1e-9));
    }

    [Fact]
    public void Directions_add_up_to_what_is_paid_and_shares_lie_between_zero_and_one() => Prop.ForAll(SampleCompensation.Any, sample =>
    {
        var years = Of(sample, 1.4, 2.5);
        var groups = Concordance.Of(sample.Regions, RegionAxis.Of("East", "West"), sample.Regions.Select((r, i) => (r.Name, i % 2 == 0 ? "East" : "West")));
        var direction = years.Direction(groups);
        for (var y = 0; y < 2; y++)
            Assert.Equal(years.Compensations[y].Horizontal.Netted().Paid.Total, direction.Values.Column(y).Sum(), 1e-9 * direction.Total);
        var within = ((double[])years.Fragmentation(groups).ToColumns()["share paid within groups"])[1];
        Assert.Equal(direction["East → East", "2020"] + direction["West → West", "2020"], within * years[2020].Horizontal.Netted().Paid.Total,
            1e-9 * direction.Total);
        Assert.Equal(years[2020].Combined.Net.Values, years.ByYear(c => c.Combined.Net).Values.Column(1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Years_that_do_not_fit_together_are_refused()
    {
        var (one, other) = (SampleCompensation.Build(3, 2, 1).Compensate(), SampleCompensation.Build(4, 2, 1).Compensate());
        Assert.Contains("2012 follows 2020", Assert.Throws<CarbonCompException>(() => CompensationYears.Of((2020, one), (2012, one))).Message,
            StringComparison.Ordinal);
        Assert.Throws<AxisException>(() => CompensationYears.Of((2012, one), (2020, other)));
        Assert.Contains("There are: 2012", Assert.Throws<CarbonCompException>(() => CompensationYears.Of((2012, one))[2013]).Message, StringComparison.Ordinal);
    }
}
