namespace CarbonComp;

/// <summary>Reading, combining and showing the status of values.</summary>
public static class ValueStatuses
{
    /// <summary>The status of a result of several inputs: the weakest of theirs; of none, <see cref="ValueStatus.Statistic"/>.</summary>
    public static ValueStatus Weakest(params IEnumerable<ValueStatus> statuses) => statuses.DefaultIfEmpty(ValueStatus.Statistic).Max();

    /// <summary>Reads a status as data packages write it, in any case: paper, statistic, constructed or illustrative.</summary>
    /// <exception cref="CarbonCompException">Another word.</exception>
    public static ValueStatus Parse(string text) => text.Trim().ToUpperInvariant() switch
    {
        "STATISTIC" => ValueStatus.Statistic,
        "PAPER" => ValueStatus.Paper,
        "CONSTRUCTED" => ValueStatus.Constructed,
        "ILLUSTRATIVE" => ValueStatus.Illustrative,
        _ => throw new CarbonCompException($"Status \"{text}\" is not known. A value's status is paper, statistic, constructed or illustrative."),
    };

    /// <summary>The words of a caption for this status.</summary>
    public static string Caption(this ValueStatus status) => status switch
    {
        ValueStatus.Statistic => "based on public statistics",
        ValueStatus.Paper => "based on numbers printed in the paper",
        ValueStatus.Constructed => "constructed, not observed",
        ValueStatus.Illustrative => "illustrative, not observed",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
