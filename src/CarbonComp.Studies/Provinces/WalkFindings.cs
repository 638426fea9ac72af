namespace CarbonComp.Studies;

/// <summary>What notebook 00b says of each step from energy to money, computed from it.</summary>
public static class WalkFindings
{
    private const string Finding = "Finding.";

    /// <summary>Step 1: which fuels carry the energy.</summary>
    public static Remark Energy(ProvincialEnergy energy)
    {
        var fuels = energy.ByGroup.ColumnSums();
        var coal = energy.ByGroup.Column("coal") / energy.ByGroup.RowSums();
        return new(Finding, $"""
            Of all energy that is burnt in {energy.Year} {fuels.Share().Max()} is {fuels.ArgMax()}. The share of coal is
            from {coal.Min().In("%")} in {coal.ArgMin()} to {coal.Max().In("%")} in {coal.ArgMax()}.
            """);
    }

    /// <summary>Step 2: emissions by factors beside the inventory, and who emits most; provinces × sectors.</summary>
    public static Remark Emissions(ProvincialEnergy energy, LabelledMatrix emissions)
    {
        var (computed, inventory, bySector) = (energy.Emissions().ColumnSums(), energy.Inventory.ColumnSums(), emissions.ColumnSums());
        return new(Finding, $"""
            Step 1 with the IPCC's factors gives {computed.Sum().In("Mt CO2")} from fuel, the inventory has
            {inventory.Sum().In("Mt CO2")}; {(computed - inventory).At("coal").In("Mt CO2")} of the difference are coal.
            With cement and without households the inventory has {emissions.Sum().In("Mt CO2")}.
            {bySector.ArgMax()} emits {bySector.Share().Max()} of it. {emissions.RowSums().Ranked().Take(3)} emit most.
            """);
    }

    /// <summary>Step 3: how much provinces supply themselves.</summary>
    public static Remark OwnSupply(LabelledVector ownShare) => new(Finding, $"""
        Provinces supply {ownShare.Min().In("%")} ({ownShare.ArgMin()}) to {ownShare.Max().In("%")} ({ownShare.ArgMax()}) of what they use themselves.
        The rest they buy from other provinces.
        """);

    /// <summary>Step 4: who owes and who is owed.</summary>
    public static Remark Transfers(TransferMatrix transfers) => new(Finding, $"""
        {transfers.Inflow.Sum().In("Mt CO2")} are emitted in one province for the final use of another.
        {transfers.NetEmbodiedImports.Ranked().Take(3)} owe most; {transfers.NetEmbodiedImports.Ranked().Reverse().Take(3)} are owed most.
        """);

    /// <summary>Step 5: how the budgets of the two accounts differ.</summary>
    public static Remark Budgets(AccountComparison accounts, TransferMatrix transfers)
    {
        var (budgets, moved) = (accounts.Budgets, accounts.Budgets[1] - accounts.Budgets[0]);
        return new(Finding, $"""
            Together the provinces' budget is {budgets[0].Sum().In("Mt CO2")} by territory and {budgets[1].Sum().In("Mt CO2")} by consumption.
            {transfers.Exported.Sum().In("Mt CO2")} are emitted for exports abroad; the rest of the difference is emitted for Tibet or left over
            by a discrepancy of the national table (20). By consumption the budget rises most in {moved.Ranked().Take(3)}
            and falls most in {moved.Ranked().Reverse().Take(3)}.
            """);
    }

    /// <summary>Step 6: who earns and who takes up more than its share.</summary>
    public static Remark Coefficients(AccountComparison accounts)
    {
        var (earning, support) = (LabelledVector.Signs([.. accounts.EconomicContributions.Select(e => e - 1)]), accounts.EcologicalSupports);
        return new(Finding, $"""
            By both accounts {earning.Positive} earn more than their share of the emissions. It depends on the account for {earning.Mixed}.
            Support is highest in {support[0].Ranked().Take(3)} by territory, in {support[1].Ranked().Take(3)} by consumption.
            """);
    }

    /// <summary>Step 7: whose zone depends on the account.</summary>
    public static Remark Zones(AccountComparison accounts) => new(Finding, $"""
        {accounts.ZonesThatDiffer.Count} of {accounts.Territorial.Regions.Count} provinces change their zone with the account: {accounts.ZonesThatDiffer}.
        """);

    /// <summary>Step 8: what a price would weigh in GDP.</summary>
    public static Remark Price(CarbonBudgetModel model, CarbonPrice price)
    {
        var burden = (model.Emissions() * price.Quantity / model.Gdp()).In("%");
        return new(Finding, $"""
            At {price.PerTonneCO2} yuan a tonne the price of all emissions would be
            {(model.Emissions().Sum() * price.Quantity / model.Gdp().Sum()).In("%")} of GDP,
            from {burden.Min()} in {burden.ArgMin()} to {burden.Max()} in {burden.ArgMax()}.
            """);
    }

    /// <summary>Step 9: who pays by either settlement and account.</summary>
    public static Remark Payments(AccountComparison accounts, Settlement between, Settlement fund, CarbonPrice price)
    {
        var sides = LabelledVector.Signs([between.Net, .. accounts.NetPayments(price)]);
        return new(Finding, $"""
            By all three settlements {sides.Positive} pay and {sides.Negative} are paid. For the other {sides.Mixed.Count} provinces the rule
            decides who pays; the price only decides how much. Between provinces {between.Paid.Sum().In("billion yuan")} are paid,
            into the fund {fund.Paid.Sum().In("billion yuan")}, and it pays out {fund.Received.Sum().In("billion yuan")}.
            """);
    }
}
