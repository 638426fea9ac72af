using Microsoft.Data.Analysis;

namespace CarbonComp.Interactive.Tests;

public class FlowFaultTests
{
    [Fact]
    public void A_typed_table_is_read_and_balances()
    {
        var table = Frame(Flows()).ToMultiRegionalTable("yuan", ValueStatus.Illustrative);
        Assert.Equal([10, 10], table.Output);
        Assert.Equal(3, table.Intermediate[1, 0]);
        Assert.Equal(["households"], table.Categories.Labels);
    }

    [Fact]
    public void Emissions_of_a_frame_by_region_and_sector_are_all_transferred()
    {
        var table = Frame(Flows()).ToMultiRegionalTable("yuan", ValueStatus.Illustrative);
        var emissions = new DataFrame(new StringDataFrameColumn("region", ["South", "North"]), new DoubleDataFrameColumn("Steel (kt CO2)", [2, 1]))
            .ToMatrix(rowAxis: table.Regions, columnAxis: table.Sectors, name: "emissions", status: ValueStatus.Illustrative);
        var transfers = new EmbodiedCarbonModel(table, emissions).Transfers();
        Assert.Equal([1000, 2000], transfers.Amounts.RowSums().Select(t => Math.Round(t, 6)));
    }

    [Fact]
    public void Faults_of_the_flows_are_told_at_once()
    {
        var flows = Flows();
        flows.AddRange([("North", "Steel", "South", "Tea", 1), ("South", "Steel", "North", "Steel", 3), ("", "imports", "North", "Steel", 1)]);
        var wrong = Assert.Throws<FrameException>(() => Frame(flows).ToMultiRegionalTable("yuan", ValueStatus.Illustrative));
        Assert.Equal(
        [
            "neither a sector with output nor a known block: row 9 (North Steel → South Tea), row 11 (imports → North Steel). Correct the labels.",
            "several rows give the same flow: South Steel → North Steel in row 1, row 10. Keep one, or add them up first.",
        ], wrong.Faults);
    }

    [Fact]
    public void Output_and_final_use_are_needed()
    {
        var wrong = Assert.Throws<FrameException>(() => Frame([.. Flows().Take(1)]).ToMultiRegionalTable("yuan", ValueStatus.Illustrative));
        Assert.Equal(["there is no row of output.", "there is no row of final use."], wrong.Faults.Select(f => f[..(f.IndexOf('.') + 1)]));
    }

    [Fact]
    public void A_sector_without_output_is_named()
    {
        var flows = Flows();
        flows.RemoveAll(f => f.ToSector == "output" && f.FromRegion == "South");
        Assert.Contains("1 of 2 sectors have no row of output: South · Steel", Assert.Throws<FrameException>(
            () => Frame(flows).ToMultiRegionalTable("yuan", ValueStatus.Illustrative, RegionAxis.Of("North", "South"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_final_use_in_one_row_only_is_a_mistyped_one()
    {
        var flows = Flows();
        flows[1] = flows[1] with { ToSector = "use:housholds" };
        Assert.Contains("the final use \"housholds\" is in one row only", Assert.Throws<FrameException>(
            () => Frame(flows).ToMultiRegionalTable("yuan", ValueStatus.Illustrative)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_does_not_balance_is_refused()
    {
        var flows = Flows();
        flows[0] = flows[0] with { Value = 4 };
        Assert.Contains("Steel", Assert.Throws<InputOutputException>(() => Frame(flows).ToMultiRegionalTable("yuan", ValueStatus.Illustrative)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_columns_are_all_named()
    {
        var wrong = Assert.Throws<FrameException>(() => new DataFrame(new DoubleDataFrameColumn("amount", [1])).ToMultiRegionalTable());
        Assert.Equal(5, wrong.Faults.Count);
    }

    private static List<(string FromRegion, string FromSector, string ToRegion, string ToSector, double Value)> Flows() =>
    [
        ("South", "Steel", "North", "Steel", 3), ("North", "Steel", "North", "use:households", 6), ("North", "Steel", "South", "use:households", 4),
        ("South", "Steel", "South", "use:households", 7), ("North", "Steel", "", "output", 10), ("South", "Steel", "", "output", 10),
        ("", "value added", "North", "Steel", 7), ("", "value added", "South", "Steel", 10),
    ];

    private static DataFrame Frame(List<(string FromRegion, string FromSector, string ToRegion, string ToSector, double Value)> flows) => new(
        new StringDataFrameColumn("from_region", flows.Select(f => f.FromRegion)), new StringDataFrameColumn("from_sector", flows.Select(f => f.FromSector)),
        new StringDataFrameColumn("to_region", flows.Select(f => f.ToRegion)), new StringDataFrameColumn("to_sector", flows.Select(f => f.ToSector)),
        new DoubleDataFrameColumn("value", flows.Select(f => f.Value)));
}
