namespace CarbonComp.Studies;

/// <summary>What notebooks 11 and 12 say of Jiangxi alone, computed from the case and the paper's numbers.</summary>
public static class JiangxiFindings
{
    /// <summary>The contribution of Shangrao that follows from its printed energy per GDP and GDP (JX 4.3.3).</summary>
    public static Remark ShangraoContribution(JiangxiCase jiangxi)
    {
        var last = jiangxi.LastYear;
        double Printed(string id) => jiangxi.Published[id].Number!.Value;
        var energy = Printed("s433-shangrao-intensity") * Printed("s433-shangrao-gdp") * 1e5;   // tce
        var emitted = 1.87 * energy + 0.079 * jiangxi.Population(last)["Shangrao"];
        var share = emitted / jiangxi.Model.Emissions(last).Total;
        var ecc = jiangxi.Gdp(last)["Shangrao"] / jiangxi.Gdp(last).Total / share;
        return new("Shangrao.", $"""
            {Printed("s433-shangrao-intensity")} tce for 10 000 yuan at {Printed("s433-shangrao-gdp"):F2} billion yuan
            are {energy / 1e6} Mtce, or {emitted / 1e6} Mt: a contribution of {ecc:F2}.
            """);
    }

    /// <summary>Which zones depend on the weight of the inventories in the construction.</summary>
    public static Remark ZonesByWeight(JiangxiCase jiangxi, ZonesByWeight byWeight) => new("What it means.", $"""
        Whatever the weight, the zone is the same for {byWeight.Unchanged}.
        For {jiangxi.Regions.Labels.Except(byWeight.Unchanged)} it is a statement about the energy data, not about the city.
        """);

    /// <summary>The two payments that the paper prints, beside those of a settlement.</summary>
    public static Remark Payments(JiangxiCase jiangxi, Settlement settlement)
    {
        var (paid, printed) = (settlement.Net.In("million yuan"), jiangxi.Published);
        return new("Net payments, million yuan.", $"""
            Jiujiang: {paid["Jiujiang"]:F1} here, {printed["s442-paid-jiujiang"].Printed} in the paper.
            Yichun: {paid["Yichun"]:F1} here, {printed["s442-paid-yichun"].Printed} in the paper. Below zero it is paid.
            """);
    }

    /// <summary>Why cities that pay by the paper are paid in a settlement.</summary>
    public static Remark WhyCitiesDiffer(JiangxiCase jiangxi, Settlement settlement)
    {
        var differing = JiangxiHoldOuts.Of(jiangxi).All.Where(h => h.Printed.Item == "class of compensation" && !h.Agrees);
        var allowed = differing.Select(h => h.Printed.Region).Where(city => settlement.Net[city] <= 0).ToArray();
        var ecc = jiangxi.Model.EconomicContribution(jiangxi.LastYear);
        return new("Why cities differ.", $"""
            {allowed} are to pay by the paper and are paid here. Their contribution is
            {allowed.Select(city => ecc[city])}: above 1 the allowance P = ECC · D is larger
            than the cities' mean emission D, and little is left to owe for.
            """);
    }

    /// <summary>What Shangrao's printed ECC above 1.2 implies for its payment: it bounds C from above and P = ECC·D from below.</summary>
    public static Remark ShangraoBounds(JiangxiCase jiangxi)
    {
        var last = jiangxi.LastYear;
        var most = jiangxi.Gdp(last)["Shangrao"] / jiangxi.Gdp(last).Total / 1.2 * jiangxi.Model.Emissions(last).Total;
        var least = 1.2 * jiangxi.Model.MeanEmission.Value;
        return new("Shangrao.", $"""
            It emits at most {most / 1e6} Mt and is allowed at least {least / 1e6} Mt.
            Where the allowance is the larger one, it cannot pay unless the revision raises its emissions.
            """);
    }
}
