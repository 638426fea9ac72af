using Deedle;
using Microsoft.Data.Analysis;

namespace CarbonComp.Interactive.Tests;

public class FaultTests
{
    [Fact]
    public void All_faults_of_a_vector_are_told_at_once()
    {
        var frame = new DataFrame(new StringDataFrameColumn("city", ["A", "A", "D", null]),
            new DoubleDataFrameColumn("gdp", [1, null, double.NaN, double.PositiveInfinity]));
        var wrong = Assert.Throws<FrameException>(() => frame.ToVector("gdp", "city"));
        Assert.Equal(
        [
            "nothing says what \"gdp\" is measured in. Give the unit, as in unit: \"100 million yuan\" (\"1\" for a pure number).",
            "nothing says where \"gdp\" comes from. Give the status, as in status: ValueStatus.Statistic.",
            "column \"gdp\" has no value in row 2, row 3. Give a value (0 only where it is zero), or leave such rows out.",
            "column \"gdp\" is infinite in row 4. Check what it was divided by.",
            "column \"city\" has no label in row 4. Give one, or leave such rows out.",
        ], wrong.Faults);
        Assert.All(wrong.Faults, fault => Assert.Contains(fault, wrong.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_column_is_told_with_those_there_are()
    {
        var frame = new DataFrame(new StringDataFrameColumn("city", ["A"]), new DoubleDataFrameColumn("gdp (yuan, paper)", [1]));
        var wrong = Assert.Throws<FrameException>(() => frame.ToVector("GDP", "region"));
        Assert.Equal(
        [
            "there is no column \"region\" with the labels. There are: \"city\", \"gdp (yuan, paper)\".",
            "there is no column \"GDP\" with the numbers. There are: \"city\", \"gdp (yuan, paper)\".",
        ], wrong.Faults);
    }

    [Fact]
    public void Labels_that_are_unknown_missing_or_twice_are_named()
    {
        var frame = new DataFrame(new StringDataFrameColumn("region", ["A", "E", "A"]), new DoubleDataFrameColumn("gdp (yuan, paper)", [1, 2, 3]));
        Assert.Equal("column \"region\" has labels that are not among the 2 regions: \"E\". There are: A, B. Correct them, or leave such rows out.",
            Assert.Throws<FrameException>(() => frame.ToVector("gdp", axis: RegionAxis.Of("A", "B"))).Faults.Single());
        Assert.Equal(["the region \"A\" has several rows: row 1, row 3. Keep one, or add them up first.",
            "1 of 3 regions have no row: B. Add them, or leave them out of the axis."],
            Assert.Throws<FrameException>(() => frame.ToVector("gdp", axis: RegionAxis.Of("A", "B", "E"))).Faults);
    }

    [Fact]
    public void Text_where_a_number_is_needed_is_shown()
    {
        var frame = new DataFrame(new StringDataFrameColumn("city", ["A", "B"]), new StringDataFrameColumn("gdp (yuan, paper)", ["1,5", "2"]));
        Assert.Contains("has text where numbers are needed: \"1,5\" in row 1, \"2\" in row 2",
            Assert.Throws<FrameException>(() => frame.ToVector("gdp", "city")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_one_name_are_told_apart_by_their_headings()
    {
        var frame = new DataFrame(new StringDataFrameColumn("city", ["A"]), new DoubleDataFrameColumn("gdp (yuan, paper)", [1]),
            new DoubleDataFrameColumn("gdp (US$, paper)", [2]));
        Assert.Contains("several columns are named \"gdp\": \"gdp (yuan, paper)\", \"gdp (US$, paper)\"",
            Assert.Throws<FrameException>(() => frame.ToVector("gdp", "city")).Message, StringComparison.Ordinal);
        Assert.Equal(2, frame.ToVector("gdp (US$, paper)", "city")["A"]);
    }

    [Fact]
    public void Pairs_without_a_row_are_an_error_unless_they_have_a_value()
    {
        var frame = new DataFrame(new StringDataFrameColumn("city", ["A", "B"]), new StringDataFrameColumn("fuel", ["coal", "gas"]),
            new DoubleDataFrameColumn("energy (tce, paper)", [1, 2]));
        Assert.Equal("2 pairs of city and fuel have no row: A, gas, B, coal. Add them, or say what they are, as in absent: 0.",
            Assert.Throws<FrameException>(() => frame.ToMatrix("city", "fuel", "energy")).Faults.Single());
        Assert.Equal([[1, 0], [0, 2]], frame.ToMatrix("city", "fuel", "energy", absent: 0).Values.ToRowArrays());
    }

    [Fact]
    public void Pairs_with_several_rows_are_an_error()
    {
        var frame = new DataFrame(new StringDataFrameColumn("city", ["A", "A"]), new StringDataFrameColumn("fuel", ["coal", "COAL"]),
            new DoubleDataFrameColumn("energy (tce, paper)", [1, 2]));
        Assert.Contains("A, coal in row 1 and row 2", Assert.Throws<FrameException>(() => frame.ToMatrix("city", "fuel", "energy")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_frame_may_mix_multiples_of_a_unit_but_not_kinds()
    {
        var frame = new DataFrame(new StringDataFrameColumn("city", ["A"]), new DoubleDataFrameColumn("coal (tce, paper)", [1]),
            new DoubleDataFrameColumn("gas (ktce, paper)", [2]));
        Assert.Equal([[1, 2000]], frame.ToMatrix("city", "fuel", name: "energy").Values.ToRowArrays());
        frame.Columns.Add(new DoubleDataFrameColumn("oil (yuan, paper)", [3]));
        Assert.Contains("column \"oil (yuan, paper)\" is in yuan, others are in tce",
            Assert.Throws<FrameException>(() => frame.ToMatrix("city", "fuel", name: "energy")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_frame_needs_to_be_told_what_it_holds()
    {
        var frame = new DataFrame(new DoubleDataFrameColumn("coal (tce, paper)", [1]));
        Assert.Equal(["nothing says which column holds the labels. Name it, or give the axis.",
            "nothing says what the numbers are. Name them, as in name: \"energy use\".",
            "nothing says what the columns are. Say it, as in columns: \"fuel\", or give the axis."],
                Assert.Throws<FrameException>(() => frame.ToMatrix()).Faults);
    }

    [Fact]
    public void An_ordinal_frame_does_not_take_row_numbers_for_labels()
    {
        var frame = ((ITabular)new LabelledVector("gdp", RegionAxis.Of("A"), [1], Unit.Yuan, ValueStatus.Paper)).ToFrame();
        Assert.Contains("there is no column \"city\"", Assert.Throws<FrameException>(() => frame.ToVector("gdp", "city")).Message, StringComparison.Ordinal);
    }
}
