using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class AggregationTests
{
    private static readonly Concordance Countries = Concordance.Of(Leather.Countries, RegionAxis.Of("America", "Old World"),
        ("Argentina", "America"), ("Germany", "Old World"), ("Turkey", "Old World"));

    private static readonly Concordance Sectors = Concordance.Of(Leather.Sectors, SectorAxis.Of("Primary", "Secondary"),
        ("Agriculture", "Primary"), ("Textile and leather", "Secondary"), ("Transport equipment", "Secondary"));

    [Fact]
    public void Flows_are_added_up_by_region_and_sector()
    {
        var t = TableAggregation.Aggregate(Leather.Table, Countries, Sectors);
        Assert.True(t.Validate(1e-12).IsValid);
        // Secondary sectors of the Old World to the primary of America: rows 5, 6, 8, 9 of column 1.
        Assert.Equal(0.3 + 0 + 1.3 + 2.1, t.Intermediate[3, 0], 1e-12);
        Assert.Equal(21.5, t.FinalUse[0, 0]);
        Assert.Equal(Leather.Table.Output.Sum(), t.Output.Sum(), 1e-9);
    }

    [Fact]
    public void One_region_of_everything_has_the_nations_totals() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var t = sample.Table;
        var one = TableAggregation.Aggregate(t, Concordance.Of(t.Regions, RegionAxis.Of("All"), t.Regions.Labels.Select(r => (r, "All"))));
        Assert.True(one.Validate(1e-9).IsValid, one.Validate(1e-9).ToString());
        Assert.Equal(1, one.Intermediate.Enumerate().Sum() / Math.Max(1e-300, t.Intermediate.Enumerate().Sum()), t.Intermediate.Enumerate().Sum() == 0 ? 1
            : 1e-10);
        Assert.Equal(t.ValueAdded.Sum(), one.ValueAdded.Sum(), 1e-6);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Emissions_are_added_up_alike()
    {
        var emissions = new LabelledMatrix("emissions", Leather.Countries, Leather.Sectors, Matrix<double>.Build.Dense(3, 3, (r, s) => 3 * r + s + 1),
            Unit.TonneCO2, ValueStatus.Illustrative);
        var sum = TableAggregation.Aggregate(emissions, Countries, Sectors);
        Assert.Equal(1, sum["America", "Primary"]);
        Assert.Equal(5 + 6 + 8 + 9, sum["Old World", "Secondary"]);
    }

    [Fact]
    public void The_matrix_of_a_concordance_aggregates_as_the_text_books_write_it()
    {
        var c = Sectors.ToMatrix();
        var z = Leather.Table.Intermediate.SubMatrix(0, 3, 0, 3);
        var expected = c * z * c.Transpose();
        var actual = TableAggregation.Aggregate(Leather.Table, sectors: Sectors).Intermediate.SubMatrix(0, 2, 0, 2);
        Assert.True((expected - actual).L2Norm() < 1e-12);
    }

    [Fact]
    public void A_concordance_with_gaps_doubles_or_empty_targets_is_refused()
    {
        var to = SectorAxis.Of("P", "S");
        Assert.Contains("Transport equipment", Assert.Throws<AxisException>(() =>
            Concordance.Of(Leather.Sectors, to, ("Agriculture", "P"), ("Textile and leather", "S"))).Message);
        Assert.Contains("assigned twice", Assert.Throws<AxisException>(() =>
            Concordance.Of(Leather.Sectors, to, ("Agriculture", "P"), ("Agriculture", "S"))).Message);
        Assert.Contains("\"S\"", Assert.Throws<AxisException>(() => Concordance.Of(Leather.Sectors, to, ("Agriculture", "P"), ("Textile and leather", "P"),
            ("Transport equipment", "P"))).Message);
        Assert.Throws<AxisException>(() => TableAggregation.Aggregate(Leather.Table, sectors: Countries));
    }
}
