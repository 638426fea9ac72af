namespace CarbonComp;

/// <summary>Reading, combining and showing the status of values.</summary>
public static class ValueStatuses
{
    /// <summary>The status of a result of several inputs: the weakest of theirs.</summary>
    /// <param name="statuses">The inputs' statuses; none gives <see cref="ValueStatus.Statistic"/>.</param>
    public static ValueStatus Weakest(params IEnumerable<ValueStatus> statuses) =>
        statuses.DefaultIfEmpty(ValueStatus.Statistic).Max();

    /// <summary>Reads a status as data packages write it: paper, statistic, constructed or illustrative.</summary>
    /// <param name="text">The word, any case.</param>
    /// <exception cref="CarbonCompException">Another word.</exception>
    public static ValueStatus Parse(string text) => text.Trim().ToUpperInvariant() switch
    {
        "STATISTIC" => ValueStatus.Statistic,
        "PAPER" => ValueStatus.Paper,
        "CONSTRUCTED" => ValueStatus.Constructed,
        "ILLUSTRATIVE" => ValueStatus.Illustrative,
        _ => throw new CarbonCompException(
            $"Status \"{text}\" is not known. A value's status is paper, statistic, constructed or illustrative."),
    };

    /// <summary>The words of a caption for this status.</summary>
    /// <param name="status">The status.</param>
    public static string Caption(this ValueStatus status) => status switch
    {
        ValueStatus.Statistic => "from public statistics",
        ValueStatus.Paper => "from values printed in the paper",
        ValueStatus.Constructed => "constructed, not observed",
        ValueStatus.Illustrative => "illustrative, not observed",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
