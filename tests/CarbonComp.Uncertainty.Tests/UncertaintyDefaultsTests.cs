namespace CarbonComp.Uncertainty.Tests;

public class UncertaintyDefaultsTests
{
    [Fact]
    public void Every_default_says_where_it_comes_from_and_only_the_guidelines_is_more_than_illustrative()
    {
        UncertainInputs all = new(UncertaintyDefaults.ActivityData("coal", 100), UncertaintyDefaults.EmissionFactor("factor", 0.67),
            UncertaintyDefaults.CarbonDensity("forest", 151), UncertaintyDefaults.Price("price", 46.66), UncertaintyDefaults.Engel("Engel", 0.302),
            UncertaintyDefaults.FleggDelta(), UncertaintyDefaults.DistanceDecay(), UncertaintyDefaults.SharedResponsibility());
        Assert.Equal(["coal"], all.All.Where(i => i.Status != ValueStatus.Illustrative).Select(i => i.Name));
        Assert.Equal(105, all["coal"].Distribution.Quantile(0.975), 8);
        Assert.Equal(46.66, all["price"].Distribution.Quantile(0.5), 8);
        // Values outside these bounds cannot be, whatever is drawn.
        Assert.InRange(all["Engel"].Distribution.Quantile(1e-9), 0.2416, 0.302);
        Assert.InRange(all["δ"].Distribution.Quantile(1 - 1e-9), 0, 0.4);
        Assert.InRange(all["forest"].Distribution.Quantile(1e-9), 0, 151);
    }

    [Fact]
    public void The_table_of_defaults_has_a_row_for_each_with_its_source()
    {
        var makers = typeof(UncertaintyDefaults).GetMethods().Count(m => m.IsStatic && m.ReturnType == typeof(UncertainInput));
        Assert.Equal(makers, UncertaintyDefaults.All.Count);
        Assert.All(UncertaintyDefaults.All.All, input => Assert.NotEmpty(input.Source));
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(i => UncertaintyDefaults.Choice("estimator", 3).Distribution.Quantile((i + 0.5) / 3)));
    }

    [Fact]
    public void A_price_of_zero_is_certain() =>
        Assert.All([0.001, 0.5, 0.999], p => Assert.Equal(0, UncertaintyDefaults.Price("price", 0).Distribution.Quantile(p)));

    [Fact]
    public void An_Engel_coefficient_in_per_cent_is_refused() =>
        Assert.Contains("Write 0.3 for 30 %", Assert.Throws<UncertaintyException>(() => UncertaintyDefaults.Engel("Engel of Tianjin", 30.2)).Message);
}
