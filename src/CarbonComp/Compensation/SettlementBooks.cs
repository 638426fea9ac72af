namespace CarbonComp;

/// <summary>The books of a settlement's fund.</summary>
public static class SettlementBooks
{
    /// <summary>Everything paid in, everything paid out, and what is left in the fund; the last is negative if the fund adds money.</summary>
    /// <param name="settlement">The settlement.</param>
    public static LabelledVector Books(this Settlement settlement) => new($"books of {settlement.Name}",
        new CategoryAxis("side", "paid in", "paid out", "left in the fund"),
        [settlement.Paid.Total, settlement.Received.Total, settlement.FundBalance], settlement.Payments.Unit, settlement.Status);
}
