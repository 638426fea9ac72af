using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Studies.Tests;

public sealed class EnergyDownscalingTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("North", "Middle", "South");

    private static LabelledVector Of(string name, params double[] values) => new(name, Regions, values, Unit.One, ValueStatus.Statistic);

    [Fact]
    public void A_first_guess_mixes_shares_of_inventories_and_gdp()
    {
        var guess = EnergyDownscaling.FirstGuess(Of("inventory", 6, 3, 1), Of("GDP", 1, 1, 2), 0.5);
        Assert.Equal([0.425, 0.275, 0.3], guess.Values, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(ValueStatus.Constructed, guess.Status);
    }

    [Fact]
    public void Known_regions_are_met_and_the_others_keep_their_proportions()
    {
        var energy = EnergyDownscaling.Divide(Of("guess", 5, 3, 2), 100, new Dictionary<string, double> { ["north"] = 10 });
        Assert.Equal([10, 54, 36], energy.Values, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(Unit.TonneStandardCoal, energy.Unit);
    }

    [Fact]
    public void Any_division_meets_its_total_and_none_that_fits_is_closer_to_the_guess()
    {
        var shares = ArbMap.Default.GeneratorFor<byte>().Select(b => 1.0 + b).Three();
        Prop.ForAll(shares.Zip(Gen.Choose(1, 99), (s, k) => (s, k)).ToArbitrary(), given =>
        {
            var (s, known) = given;
            var guess = Of("guess", s.Item1, s.Item2, s.Item3);
            var energy = EnergyDownscaling.Divide(guess, 100, new Dictionary<string, double> { ["Middle"] = known });
            double Distance(double north) => Term(north, s.Item1) + Term(100 - known - north, s.Item3);
            static double Term(double x, double p) => x * Math.Log(x / p);
            var here = Distance(energy["North"]);
            return Math.Abs(energy.Total - 100) < 1e-9 && energy["Middle"] == known && energy.Values.All(v => v > 0)
                && Distance(energy["North"] * 0.99) >= here - 1e-9 && Distance(energy["North"] + 0.01 * energy["South"]) >= here - 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_year_without_facts_carries_over_the_corrections_of_its_neighbours()
    {
        // North uses twice its guess before and eight times after: four times between, before scaling.
        var (guess, equal) = (Of("guess", 1, 1, 1), Of("guess", 1, 1, 1));
        var before = EnergyDownscaling.Divide(equal, 4, new Dictionary<string, double> { ["North"] = 2 });
        var after = EnergyDownscaling.Divide(equal, 10, new Dictionary<string, double> { ["North"] = 8 });
        var carried = EnergyDownscaling.CarryOver(guess, (before, equal), (after, equal));
        Assert.Equal(4, carried["North"] / carried["South"], 12);
        Assert.Equal(1, carried.Total, 12);
    }

    [Fact]
    public void Bad_input_says_what_and_where()
    {
        string Refuse(Action act) => Assert.Throws<EmissionsException>(act).Message;
        Assert.Contains("inventory of South", Refuse(() => EnergyDownscaling.FirstGuess(Of("inventory", 1, 1, -1), Of("GDP", 1, 1, 1), 0.5)));
        Assert.Contains("GDP of Middle", Refuse(() => EnergyDownscaling.FirstGuess(Of("inventory", 1, 1, 1), Of("GDP", 1, 0, 1), 0.5)));
        Assert.Contains("more than all together", Refuse(() => EnergyDownscaling.Divide(Of("guess", 1, 1, 1), 1e6, new Dictionary<string,
            double> { ["North"] = 2e6 })));
        Assert.Contains("nothing is known", Refuse(() => EnergyDownscaling.Divide(Of("guess", 1, 0, 0), 10, new Dictionary<string, double> { ["North"] = 2 })));
        Assert.Throws<AxisException>(() => EnergyDownscaling.Divide(Of("guess", 1, 1, 1), 10, new Dictionary<string, double> { ["East"] = 2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => EnergyDownscaling.FirstGuess(Of("inventory", 1, 1, 1), Of("GDP", 1, 1, 1), 1.5));
    }
}
