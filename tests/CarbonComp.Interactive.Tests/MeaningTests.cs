using Deedle;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Analysis;

namespace CarbonComp.Interactive.Tests;

/// <summary>Units and statuses on their way through frames.</summary>
public class MeaningTests
{
    private static readonly string[] Cities = ["Beijing", "Tianjin", "唐山市"];

    [Fact]
    public void A_status_is_never_stronger_than_the_frame_says() => Prop.ForAll(Samples.Status.ArrayOf(4).ToArbitrary(), statuses =>
    {
        var frame = new DataFrame(new StringDataFrameColumn("city", Cities),
            new DoubleDataFrameColumn($"gdp (yuan, {statuses[0].ToString().ToLowerInvariant()})", [1, 2, 3]),
            new StringDataFrameColumn("status", statuses.Skip(1).Select(s => s.ToString())));
        return frame.ToVector("gdp", "city").Status == statuses.Max();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_person_can_state_another_status()
    {
        var frame = Cell("gdp (yuan, illustrative)");
        Assert.Equal(ValueStatus.Illustrative, frame.ToVector("gdp", "city").Status);
        Assert.Equal(ValueStatus.Statistic, frame.ToVector("gdp", "city", status: ValueStatus.Statistic).Status);
    }

    [Fact]
    public void Unit_and_status_are_required_where_the_frame_does_not_say_them()
    {
        var wrong = Assert.Throws<FrameException>(() => Cell("gdp").ToVector("gdp", "city"));
        Assert.Equal(2, wrong.Faults.Count);
        Assert.Contains("nothing says what \"gdp\" is measured in", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("nothing says where \"gdp\" comes from", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(3e8, Cell("gdp").ToVector("gdp", "city", "100 million yuan", ValueStatus.Paper).In(Unit.Yuan)["唐山市"]);
    }

    [Theory]
    [InlineData("gdp (yuan)", "yuan", null)]
    [InlineData("gdp (constructed)", null, ValueStatus.Constructed)]
    [InlineData("gdp (1, paper)", "1", ValueStatus.Paper)]
    [InlineData("gdp (unheard of, paper)", null, ValueStatus.Paper)]
    public void A_heading_says_what_it_says(string heading, string? unit, ValueStatus? status)
    {
        var vector = Cell(heading).ToVector("gdp", "city", unit ?? "tce", status ?? ValueStatus.Illustrative);
        Assert.Equal((unit ?? "tce", status ?? ValueStatus.Illustrative), (vector.Unit.Symbol, vector.Status));
        if (unit is null) Assert.Contains("measured in", Assert.Throws<FrameException>(() => Cell(heading).ToVector("gdp", "city", status: status)).Message,
            StringComparison.Ordinal);
        if (status is null) Assert.Contains("comes from", Assert.Throws<FrameException>(() => Cell(heading).ToVector("gdp", "city", unit)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gdp (1)")]
    [InlineData("gdp (2020)")]
    [InlineData("gdp (Paper)")]
    public void Other_brackets_belong_to_the_name(string heading) =>
        Assert.Equal(heading, Cell(heading).ToVector(heading, "city", "tce", ValueStatus.Illustrative).Name);

    [Fact]
    public void A_unit_that_contradicts_the_frame_is_refused()
    {
        foreach (var unit in new[] { "t CO2", "100 million yuan" })
            Assert.Contains($"is in yuan, but {unit} is given", Assert.Throws<FrameException>(() =>
                Cell("gdp (yuan, paper)").ToVector("gdp", "city", unit)).Message, StringComparison.Ordinal);
        Assert.Contains("Unit \"t\" does not say", Assert.Throws<FrameException>(() => Cell("gdp").ToVector("gdp", "city", "t", ValueStatus.Paper)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotient_whose_symbol_would_be_another_unit_is_not_written()
    {
        // t CO2/(yuan/persons) has the symbol t CO2/yuan/persons, which is read as t CO2/(yuan·persons).
        var unit = Unit.TonneCO2 / (Unit.Yuan / Unit.Person);
        var frame = new LabelledVector("x", RegionAxis.Of("A"), [1], unit, ValueStatus.Paper).ToFrame();
        Assert.Equal(unit == Unit.Parse(unit.Symbol) ? $"x ({unit}, paper)" : "x (paper)", frame.ColumnKeys.Single());
    }

    [Fact]
    public void Rows_may_name_their_units_as_in_data_packages()
    {
        var frame = new DataFrame(new StringDataFrameColumn("city", Cities), new DoubleDataFrameColumn("energy", [1, 2, 3]),
            new StringDataFrameColumn("unit", ["tce", "ktce", "tce"]), new StringDataFrameColumn("status", ["paper", "statistic", "paper"]));
        var energy = frame.ToVector("energy", "city");
        Assert.Equal([1, 2000, 3], energy.Values);
        Assert.Equal(("tce", ValueStatus.Paper), (energy.Unit.Symbol, energy.Status));
        frame["unit"][1L] = "yuan";
        Assert.Contains("measure different things", Assert.Throws<FrameException>(() => frame.ToVector("energy", "city")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unit_and_status_survive_filters_groups_and_joins_of_Deedle()
    {
        var energy = Energy().ToLongFrame();
        var heading = energy.ColumnKeys.Last();
        Assert.Equal("energy use (tce, illustrative)", heading);
        var filtered = energy.FilterRowsBy("fuel", "coal").ToVector("energy use", "city");
        Assert.Equal([1, 3], filtered.Values);
        var sums = energy.AggregateRowsBy<double, double>(["fuel"], [heading], s => s.Sum()).ToVector("energy use", "fuel");
        Assert.Equal([4, 6], sums.Values);
        var joined = Energy().Column("coal").ToFrame().Join(Energy().Column("gas").ToFrame()).ToVector("energy use, gas", "city");
        Assert.Equal([2, 4], joined.Values);
        Assert.All([filtered, sums, joined], v => Assert.Equal(("tce", ValueStatus.Illustrative), (v.Unit.Symbol, v.Status)));
    }

    [Fact]
    public void A_pivot_has_lost_them_and_asks()
    {
        var energy = Energy().ToLongFrame();
        var pivot = energy.PivotTable<int, string, string, string, double>("city", "fuel", f => f[energy.ColumnKeys.Last()].Sum());
        Assert.Equal(2, Assert.Throws<FrameException>(() => pivot.ToMatrix("city", "fuel", name: "energy use")).Faults.Count);
        Assert.Equal(Energy(), pivot.ToMatrix("city", "fuel", name: "energy use", unit: "tce", status: ValueStatus.Illustrative));
    }

    [Fact]
    public void A_pivot_of_ours_keeps_them()
    {
        Assert.Equal(Energy(), Energy().ToLongFrame().Pivot("city", "fuel", "energy use").ToMatrix("city", "fuel", name: "energy use"));
        Assert.Equal(Energy(), Energy().ToLongDataFrame().Pivot("city", "fuel", "energy use").ToMatrix("city", "fuel", name: "energy use"));
    }

    [Fact]
    public void A_pivot_adds_up_and_leaves_missing_what_has_no_row()
    {
        var frame = new DataFrame(new StringDataFrameColumn("city", ["A", "A", "B"]), new StringDataFrameColumn("fuel", ["coal", "coal", "gas"]),
            new DoubleDataFrameColumn("energy (tce, statistic)", [1, 2, 3]), new StringDataFrameColumn("status", ["statistic", "illustrative", "paper"]));
        var pivot = frame.Pivot("city", "fuel", "energy");
        Assert.Equal(["city", "coal (tce, illustrative)", "gas (tce, illustrative)"], pivot.Columns.Select(c => c.Name));
        Assert.Equal([3.0, null], pivot.Columns[1].Cast<double?>());
        Assert.Equal([null, 3.0], pivot.Columns[2].Cast<double?>());
    }

    [Fact]
    public void Unit_and_status_survive_groups_of_data_frames()
    {
        var heading = "energy use (tce, illustrative)";
        var sums = Energy().ToLongDataFrame().GroupBy("fuel").Sum(heading).ToVector("energy use", "fuel");
        Assert.Equal(Energy().ColumnSums(), sums);
    }

    private static LabelledMatrix Energy() => new("energy use", new CategoryAxis("city", "A", "B"), new CategoryAxis("fuel", "coal", "gas"),
        MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowArrays([1, 2], [3, 4]), Unit.TonneStandardCoal, ValueStatus.Illustrative);

    private static DataFrame Cell(string heading) => new(new StringDataFrameColumn("city", Cities), new DoubleDataFrameColumn(heading, [1, 2, 3]));
}
