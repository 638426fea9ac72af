namespace CarbonComp.Studies.Tests;

public sealed class JiangxiHoldOutsTests
{
    private static readonly JiangxiCase Jiangxi = JiangxiCase.Load(CaseFolder.Path("jiangxi-2010-2020"));
    private static readonly JiangxiHoldOuts HoldOuts = JiangxiHoldOuts.Of(Jiangxi);

    [Fact]
    public void No_statement_is_both_used_and_held_out()
    {
        Assert.DoesNotContain(HoldOuts.All, h => JiangxiConstruction.Used.ContainsKey(h.Printed.Id));
        Assert.All(JiangxiConstruction.Used.Keys, id => Assert.True(Jiangxi.Published.Has(id), id));
        Assert.Equal(11, HoldOuts.All.Count(h => h.Printed.Item == "functional zone"));
        Assert.Equal(11, HoldOuts.All.Count(h => h.Printed.Item == "class of compensation"));
    }

    [Fact]
    public void Every_city_statement_of_section_4_is_used_held_out_or_about_something_else()
    {
        // What is left out are population, which is a statistic, and what follows from used facts alone.
        var left = Jiangxi.Published.All.Where(p => p.Section.StartsWith('4') && Jiangxi.Regions.Contains(p.Region) && p.Kind == "result"
            && !JiangxiConstruction.Used.ContainsKey(p.Id) && HoldOuts.All.All(h => h.Printed.Id != p.Id)).Select(p => p.Id);
        Assert.Equal(["s41-ganzhou-increment", "s41-nanchang-intensity-decrease", "s41-population-ganzhou", "s41-population-nanchang", "s442-paid-jiujiang",
            "s442-paid-yichun"], left.Order());
    }

    [Fact]
    public void The_comparison_shows_numbers_that_can_be_recomputed()
    {
        var ganzhou = HoldOuts.All.Single(h => h.Printed.Id == "s41-ganzhou-2020");
        Assert.Equal(NumberFormat.Format(Jiangxi.Model.Emissions(2020)["Ganzhou"] / 1e6, 2), ganzhou.Ours);
        // The share that was used is 11.1 % to a tenth: half of that of 98.09 Mtce at 1.87 is 0.09 Mt.
        Assert.Equal(Math.Abs(Jiangxi.Model.Emissions(2020)["Ganzhou"] / 1e6 - 21.09) <= 0.005 + 0.0005 * 98.0856 * 1.87, ganzhou.Agrees);
        Assert.True(HoldOuts.All.Single(h => h.Printed.Id == "s42-absorption-2010").Agrees);
        var byItem = HoldOuts.ByItem().Columns;
        Assert.Equal(HoldOuts.All.Count, ((int[])byItem["printed"]).Sum());
        Assert.Equal(HoldOuts.All.Count(h => h.Agrees), ((int[])byItem["agree"]).Sum());
    }

    [Fact]
    public void The_city_that_is_meant_is_named()
    {
        var byItem = HoldOuts.ByItem().Columns;
        var (items, differ) = ((string[])byItem["statement"], (string[])byItem["do not agree"]);
        foreach (var (id, city) in new[] { ("s41-highest", "Nanchang"), ("s41-lowest", "Yingtan") })
        {
            var statement = HoldOuts.All.Single(h => h.Printed.Id == id);
            Assert.Equal(city, statement.Region);
            Assert.Equal(statement.Agrees ? "" : city, differ[Array.IndexOf(items, statement.Printed.Item)]);
        }
        Assert.All(HoldOuts.All.Where(h => h.Printed.Item == "functional zone"), h => Assert.Equal(h.Printed.Region, h.Region));
    }

    [Fact]
    public void Statements_in_words_are_held_against_numbers()
    {
        HoldOutTest Of(string id) => HoldOuts.All.Single(h => h.Printed.Id == id);
        var increase = Jiangxi.Model.Emissions(2020).Values - Jiangxi.Model.Emissions(2010).Values;
        Assert.Equal(Jiangxi.Regions[increase.MaximumIndex()].Name, Of("s41-largest-increment").Ours);
        Assert.Equal(Of("s41-largest-increment").Ours == "Ganzhou", Of("s41-largest-increment").Agrees);
        Assert.Equal(Jiangxi.Regions[Jiangxi.Model.Absorption(2020).Values.MinimumIndex()].Name, Of("s42-weakest").Ours);
        // Support falls towards the north: in every year the southern half has more of it.
        var latitude = Jiangxi.Package["regions"].Vector("centroid_latitude", Jiangxi.Regions);
        var south = latitude.Ranked().Skip(6).ToArray();
        Assert.True(Of("s433-pattern").Agrees);
        Assert.All(Jiangxi.Years, year => Assert.True(south.Average(city => Jiangxi.Model.EcologicalSupport(year)[city]) > Jiangxi.Model.EcologicalSupport(year)
            .Values.Average()));
        var (then, now) = (Jiangxi.Intensity(2015)["Ganzhou"], Jiangxi.Intensity(2020)["Ganzhou"]);
        Assert.Equal(Math.Abs(now / then - 1) < 0.1, Of("s41-ganzhou-intensity-2020").Agrees);
        // Emissions per GDP above the province's are an ECC below 1.
        foreach (var city in new[] { "Jiujiang", "Yichun", "Xinyu", "Pingxiang" })
            Assert.Equal(Jiangxi.Model.EconomicContribution(2020)[city] < 1, Of($"s441-intense-{city.ToLowerInvariant()}").Agrees);
        Assert.Equal(Jiangxi.Settlement().Net.Ranked()[1], Of("s442-second").Ours);
    }

    [Fact]
    public void Statements_are_checked_not_assumed()
    {
        // With another weight of industry other statements hold: the verdicts depend on the construction.
        var other = JiangxiHoldOuts.Of(JiangxiCase.Of(new JiangxiConstruction(Jiangxi.Package, industryShare: 0)));
        Assert.NotEqual(HoldOuts.All.Select(h => h.Agrees), other.All.Select(h => h.Agrees));
    }
}
