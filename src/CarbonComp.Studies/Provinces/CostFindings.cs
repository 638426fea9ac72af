namespace CarbonComp.Studies;

/// <summary>What notebooks 22, 23 and 25 say of reduction costs and payments, computed from them.</summary>
public static class CostFindings
{
    private const string Read = "How to read it.", Means = "What it means.";

    /// <summary>Whether low costs and high emissions go together by province.</summary>
    public static Remark ByProvince(RankCorrelations ranks) => new(Means, $"""
        By province {ranks.ClearlyFalling()} of {ranks.All.Count} estimates show the finding with p up to 0.05,
        and {ranks.ClearlyRising()} the opposite. Large provinces emit much at any cost, and a price
        that rises with a province's size can turn the order around. Emissions per yuan would not do
        as a measure of size, since productivity is their inverse. So the finding has to be looked for among sectors.
        """);

    /// <summary>Whether low costs and high emissions go together by sector.</summary>
    public static Remark BySector(LabelledVector productivity, LabelledVector emissions) => new(Means, $"""
        {emissions.Ranked().Take(2)} emit most; {productivity.Ranked().Reverse().Take(2)} give up least for a tonne,
        {productivity.Ranked().Take(2)} most ({RankCorrelation.Of(productivity, emissions).Brief}).
        Both abstracts find that low-carbon industries have the higher costs.
        """);

    /// <summary>The same within each province: costs and emissions of its sectors, provinces × sectors.</summary>
    public static Remark InsideProvinces(LabelledMatrix costs, LabelledMatrix emissions)
    {
        double[] within = [.. emissions.Rows.Labels.Select(p =>
            RankCorrelation.Of(costs.Row(p).Where(v => v > 0), emissions.Row(p).Where(v => v > 0)).Coefficient)];
        return new(Means, $"""
            In {within.Count(c => c < 0)} of {within.Length} provinces the sectors with higher costs emit less;
            ρ is between {within.Min():F2} and {within.Max():F2}.
            """);
    }

    /// <summary>The same where each sector has a frontier of its own.</summary>
    public static Remark OwnFrontiers(RankCorrelations tests) => new(Means, $"""
        By sector {tests.All.Count(t => t.Coefficient < 0)} of {tests.All.Count} estimates have higher costs
        where less is emitted, {tests.ClearlyFalling()} of them with p up to 0.05;
        {tests.ClearlyRising()} clearly show the opposite.
        Where one province alone sets the frontier of a sector, its price is everybody's:
        a cost far above the other estimates is such a case.
        """);

    /// <summary>Who pays and who receives in every one of some settlements.</summary>
    public static Remark Sides(IReadOnlyList<Settlement> settlements)
    {
        var sides = LabelledVector.Signs([.. settlements.Select(s => s.Net)]);
        return new(Means, $"""
            Whatever is assumed here, {sides.Positive} pay and {sides.Negative} receive.
            For the other {sides.Mixed.Count} provinces it depends on the estimate.
            """);
    }

    /// <summary>What speaks for one price for each tonne.</summary>
    public static Remark WhichPrice(EstimatorEvidence evidence) => new("Which price?", $"""
        Of the quadratic form {100 * evidence.OneNumber("quadratic"):F0} % of the prices are one number, since the
        fitted frontier is smooth; of directional distances by linear programs, the same measure without the form,
        {100 * evidence.OneNumber("directional distance"):F0} %. Of the slacks-based prices
        {100 * evidence.AtOneFraction("slacks-based"):F0} % are one and the same fraction of the province's own carbon
        productivity, because the weights in its program have lower bounds, and their order is that of productivity
        (ρ = {evidence.WithProductivity("slacks-based"):F2}): they say next to nothing of the frontier.
        Carbon productivity is an average by definition.
        """);

    /// <summary>What is wrong with the quadratic form.</summary>
    public static Remark Faults(EstimatorEvidence evidence) => new("What is wrong with it.", $"""
        A form is assumed. {100 * evidence.Zero("quadratic"):F0} % of the prices are zero, where the fitted frontier would fall
        with emissions and is held level. And a price can go with the size of a province: in one sector
        the rank correlation of the two is {evidence.WithSize("quadratic"):F2} without its sign. All emissions would cost
        {100 * evidence.OfValueAdded("quadratic"):F0} % of value added. What is compared below is who pays, direction
        and growth; at the end the other estimators stand beside it.
        """);

    /// <summary>Costs of sectors beside their emissions.</summary>
    public static Remark SectorCosts(LabelledVector mean, LabelledVector emissions) => new(Read, $"""
        A tonne less costs least in {mean.Ranked(v => v > 0).Reverse().Take(2)}, most in {mean.Ranked()[0]}; without a price, and not
        in the picture: {mean.Ranked(v => v == 0)}.
        Costs and emissions of sectors have a rank correlation of {RankCorrelation.Of(mean, emissions).Brief}.
        The abstract finds high costs where little is emitted.
        That is to be expected, since a cost in value added is high where there is much value added to a tonne.
        """);

    /// <summary>Whether rich provinces have high standards.</summary>
    public static Remark Standards(LabelledVector standard, LabelledVector gdp, LabelledVector population)
    {
        var byIncome = RankCorrelation.Of(standard, Footprint.PerCapita(gdp.For(standard.Axis), population.For(standard.Axis)));
        return new(Means, $"""
            {standard.Ranked().Take(3)} have the highest standards. Standard and GDP per person have a rank
            correlation of {byIncome.Brief}; the abstract has advanced provinces at higher standards,
            which is a ρ above zero.
            """);
    }

    /// <summary>Who pays between provinces, and who is paid though others emit for it.</summary>
    public static Remark Payers(EcologicalCompensation year)
    {
        var net = year.Horizontal.Net;
        var dear = net.Ranked(v => v < 0).Reverse().Where(p => year.Balance.InterRegional[p] < 0).ToArray();
        return new(Means, $"""
            {net.Ranked(v => v > 0).Count} of {net.Axis.Count} provinces pay, most of all {net.Ranked().Take(3)}.
            {dear} have others emit for them (24) and are paid all the same: a tonne that they emit for others
            is priced higher than one that others emit for them.
            """);
    }

    /// <summary>How the direction of payments between macro-regions changed.</summary>
    public static Remark Direction(FlowNetwork early, FlowNetwork late, Concordance groups)
    {
        double ToEast(FlowNetwork n) => 100 * groups.To.Labels.Sum(from => n.Share(groups, from, "East"));
        double EastToWest(FlowNetwork n) => 100 * n.Share(groups, "East", "West");
        return new(Means, $"""
            In the abstract the pattern turns from "east compensates west" into a fragmented one.
            Here {ToEast(early):F0} % of all payments go to the east in 2007 and {ToEast(late):F0} % in 2020,
            from east to west {EastToWest(early):F0} and {EastToWest(late):F0} %. They are as concentrated
            as {early.EffectiveLinks:F0} equal payments would be in 2007, and as {late.EffectiveLinks:F0} in 2020.
            """);
    }

    /// <summary>Net payments of several compensations side by side, each as a share of all that is paid in it.</summary>
    public static LabelledMatrix Shares(params IReadOnlyList<(ResponsibilityCompensation By, string Whose)> compensations) =>
        LabelledMatrix.OfColumns("net payment", "choice", [.. compensations.SelectMany(c => c.By.Settlements
            .Select(s => (s.Net / s.Paid.Sum()).In("%").Named($"{s.Name}, {c.Whose}")))]);
}
