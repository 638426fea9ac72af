using CarbonComp.Uncertainty;

namespace CarbonComp.Studies;

/// <summary>How firm the main finding of a notebook is, in one sentence that is computed from sampled runs.</summary>
public static class FirmnessFindings
{
    private const string Lead = "How firm is it?";

    /// <summary>Of how many regions the sign of the net payment holds, and how often the first, the last and the order do.</summary>
    /// <param name="ranking">Net payments by region; positive pays.</param>
    public static Remark Payments(UncertainRanking ranking) => new(Lead, $"""
        Under the default distributions, {ranking.Firm().Count} of {ranking.Stated.Axis.Count} {ranking.Stated.Axis.Kinds} pay or are paid as stated
        in at least 95 % of {ranking.RunCount} runs, {ranking.First} pays most in {100 * ranking.FirstHolds:F0} % of them,
        {ranking.Last} receives most in {100 * ranking.LastHolds:F0} %, and two {ranking.Stated.Axis.Kinds} taken at random stand in the stated order
        in {100 * ranking.OrderHolds:F0} % ({ranking.Status.Caption()}).
        """);

    /// <summary>Who pays and who receives in nearly every run, whatever is assumed.</summary>
    /// <param name="ranking">Net payments by region; positive pays.</param>
    public static Remark Sides(UncertainRanking ranking) => new(Lead, $"""
        Under the default distributions, with each choice equally likely, {Firm(ranking, 1)} pay and {Firm(ranking, -1)} receive in at least 95 %
        of {ranking.RunCount} runs, for the other {ranking.Stated.Axis.Count - ranking.Firm().Count} of {ranking.Stated.Axis.Count}
        {ranking.Stated.Axis.Kinds} the sign is open, and two {ranking.Stated.Axis.Kinds} taken at random stand in the stated order
        in {100 * ranking.OrderHolds:F0} % of the runs ({ranking.Status.Caption()}).
        """);

    /// <summary>How probable it is that one macro-region pays another on balance, beside the firmness of the regions' signs.</summary>
    /// <param name="balance">What the first pays the second less what it is paid, one label.</param>
    /// <param name="ranking">Net payments by region; positive pays.</param>
    public static Remark Direction(Ensemble balance, UncertainRanking ranking) => new(Lead, $"""
        Under the default distributions, with each estimator equally likely, the balance "{balance.Axis.Labels[0]}" is above zero in
        {100 * balance.ProbabilityAbove()[0]:F0} % of {balance.RunCount} runs, and {ranking.Firm().Count} of {ranking.Stated.Axis.Count}
        {ranking.Stated.Axis.Kinds} pay or are paid as stated in at least 95 % of them ({ranking.Status.Caption()}).
        """);

    private static IReadOnlyList<string> Firm(UncertainRanking ranking, int sign) =>
        [.. ranking.Firm().Where(label => Math.Sign(ranking.Stated[label]) == sign)];
}
