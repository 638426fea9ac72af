namespace CarbonComp.Studies.Tests;

public class ZonesByWeightTests
{
    private static readonly JiangxiCase Jiangxi = JiangxiCase.Load(CaseFolder.Path("jiangxi-2010-2020"));

    [Fact]
    public void A_column_holds_the_zones_of_its_weight_and_the_unchanged_are_the_same_in_all()
    {
        var byWeight = ZonesByWeight.Of(Jiangxi, 0, 0.5, 1);
        var columns = byWeight.ToColumns().All.ToDictionary(c => c.Name, c => c.Values.Cast<string>().ToArray());
        var half = JiangxiCase.Of(new JiangxiConstruction(Jiangxi.Package, 0.5)).Model.Zones();
        Assert.Equal(half.Zones.Select(FunctionalZones.NameOf), columns["50 %"]);
        Assert.Equal(Jiangxi.Regions.Labels.Where((_, i) => columns["0 %"][i] == columns["50 %"][i] && columns["50 %"][i] == columns["100 %"][i]),
            byWeight.Unchanged);
    }

    [Fact]
    public void Missed_zones_are_those_that_do_not_agree()
    {
        var tests = JiangxiHoldOuts.Of(Jiangxi);
        var missed = tests.MissedZones().ToColumns().All[0].Values.Cast<string>();
        Assert.Equal(tests.All.Where(h => h.Printed.Item == "functional zone" && !h.Agrees).Select(h => h.Printed.Region), missed);
    }

    [Fact]
    public void Cities_in_their_printed_class_are_counted_for_each_reading()
    {
        CompensationReading[] readings = [new(), new() { Allowance = EmissionAllowance.None }];
        var counts = JiangxiHoldOuts.ClassesByReading(readings, Jiangxi, Jiangxi.With(BudgetCoefficients.Consistent)).ToColumns().All
            .Single(c => c.Name == "coefficients as printed").Values.Cast<int>();
        Assert.Equal(readings.Select(r => JiangxiHoldOuts.Of(Jiangxi, r).All.Count(h => h.Printed.Item == "class of compensation" && h.Agrees)), counts);
    }
}
