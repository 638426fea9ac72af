namespace CarbonComp.Tests;

/// <summary>A percentage given where a share is expected is refused, wherever it is expected.</summary>
public class ShareArgumentTests
{
    public static TheoryData<string, Action> Percentages => new()
    {
        { "transfers", () => Leather.Model.Transfers(tolerance: 5) },
        { "sector transfers", () => Leather.Model.TransfersBySector(tolerance: 5) },
        { "trade", () => Leather.Model.BilateralTrade(tolerance: 5) },
        { "report", () => Leather.Table.Validate(tolerance: 5) },
        { "paths", () => Leather.Model.Paths(threshold: 5) },
        { "backbone", () => Network.Backbone(50) },
        { "components", () => Network.Components(50) },
        { "tolerance of exchange", () => NeutralTolerance.OfExchange(5) },
        { "tolerance of emissions", () => NeutralTolerance.OfEmissions(5) },
        { "level", () => Correlation.Say("falls", "rises", level: 5) },
    };

    private static RankCorrelation Correlation
    {
        get
        {
            var t = RandomTable.Build(5, 2, 1).Model.Transfers();
            return RankCorrelation.Of(t.Inflow, t.Outflow);
        }
    }

    private static FlowNetwork Network => FlowNetwork.Of(Leather.Model.Transfers().ToMatrix());

    [Theory, MemberData(nameof(Percentages))]
    public void A_percentage_is_refused_and_the_share_is_written_out(string what, Action run)
    {
        var message = Assert.Throws<ArgumentOutOfRangeException>(run).Message;
        Assert.True(message.Contains("Write 0.0", StringComparison.Ordinal), $"{what}: {message}");
    }
}
