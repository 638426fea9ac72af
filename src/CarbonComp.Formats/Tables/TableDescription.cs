namespace CarbonComp.Formats;

/// <summary>Facts about a table beside its numbers, unit and status.</summary>
public sealed record TableDescription
{
    /// <summary>A title of one line; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The year of its flows; none where that is not known.</summary>
    public int? Year { get; init; }

    /// <summary>In which prices: <c>producers' prices</c>, <c>current basic prices</c>; may be empty.</summary>
    public string Prices { get; init; } = "";

    /// <summary>How it came about, in a paragraph; may be empty.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>The publications it is taken from.</summary>
    public IReadOnlyList<DataSource> Sources { get; init; } = [];
}
