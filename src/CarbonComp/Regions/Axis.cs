using System.Globalization;

namespace CarbonComp;

/// <summary>The ordered labels along one side of a vector or matrix.</summary>
/// <remarks>
/// A label is found by its code, its name or its local name. Case does not matter. Two axes are equal when their codes are, in order. A code that is only a
/// number of a list, such as 05, means nothing without the list: there the names, where both sides have one, must agree as well.
/// </remarks>
public abstract class Axis : IEquatable<Axis>
{
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);

    private protected Axis(string kind, IReadOnlyList<(string Code, string Name, string LocalName)> entries)
    {
        Kind = kind;
        Codes = [.. entries.Select(e => e.Code.Trim())];
        Labels = [.. entries.Select(e => e.Name.Trim())];
        LocalNames = [.. entries.Select(e => e.LocalName.Trim())];
        if (entries.Count == 0) throw new AxisException($"There is no {kind}. At least one is needed.");
        for (var i = 0; i < entries.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(entries[i].Code) || string.IsNullOrWhiteSpace(entries[i].Name))
                throw new AxisException($"The {kind} at position {i + 1} has no code or no name.");
            foreach (var label in new[] { Codes[i], Labels[i], LocalNames[i] }.Where(l => l.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (positions.TryGetValue(label, out var first) && first != i)
                    throw new AxisException($"The {kind} \"{label}\" is listed twice, at positions {first + 1} and {i + 1}. List each once.");
                positions[label] = i;
            }
        }
    }

    /// <summary>The singular noun for an entry: region, sector, fuel, …</summary>
    public string Kind { get; }

    /// <summary>The plural noun for the entries: <c>cities</c>, <c>land classes</c>.</summary>
    public string Kinds => Kind switch
    {
        [.., 's' or 'x'] or [.., 'c' or 's', 'h'] => Kind + "es",
        [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => Kind[..^1] + "ies",
        _ => Kind + "s",
    };

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The names in the local script, in order; empty where there is none.</summary>
    public IReadOnlyList<string> LocalNames { get; }

    /// <summary>The codes, in order.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>The number of labels.</summary>
    public int Count => Labels.Count;

    /// <summary>The position of a label: code, name or local name, any case.</summary>
    /// <exception cref="AxisException">No such label; the message names those there are.</exception>
    public int IndexOf(string label) => positions.TryGetValue(label.Trim(), out var position) ? position
        : throw new AxisException($"There is no {Kind} \"{label}\". There are: {Listing.Of(Labels)}.");

    /// <summary>Whether the axis has a label: code, name or local name, any case.</summary>
    public bool Contains(string label) => positions.ContainsKey(label.Trim());

    internal virtual Axis Only(IReadOnlyList<int> positions) =>
        CategoryAxis.Of(Kind, positions.Select(i => (Codes[i], Labels[i], LocalNames[i])));

    /// <summary>Refuses an axis with other labels or another order. The message names what carries it: "population".</summary>
    /// <exception cref="AxisException">The axes differ; the message says where.</exception>
    public void Require(Axis other, string what)
    {
        if (Equals(other)) return;
        RequireParts(other, what);
        if (Kind != other.Kind) throw new AxisException($"{what} is along {other.Kinds}, expected {Count} {Kinds}: {Listing.Of(Labels)}.");
        var missing = Codes.Except(other.Codes, StringComparer.OrdinalIgnoreCase).ToArray();
        var extra = other.Codes.Except(Codes, StringComparer.OrdinalIgnoreCase).ToArray();
        throw new AxisException($"{what} is not along the same {Kinds}: "
            + (missing.Length > 0 ? $"missing {Listing.Of(missing)}; " : "")
            + (extra.Length > 0 ? $"not expected {Listing.Of(extra)}; " : "")
            + (missing.Length + extra.Length > 0 ? "" : Renamed(other) is { } renamed
                ? $"{Codes[renamed]} is {Labels[renamed]} here and {other.Labels[renamed]} there; bring both to one list with a Concordance; "
                : "the order differs; ")
            + $"expected {Count}, got {other.Count}.");
    }

    /// <inheritdoc/>
    public bool Equals(Axis? other) => other is not null
        && (ReferenceEquals(this, other) || Kind == other.Kind && SameLabels(other));

    // An axis made of others says which of them differs.
    private protected virtual void RequireParts(Axis other, string what) { }

    // The place of each code that is a number, as the cells of a raster have it.
    internal Dictionary<double, int> Numbers()
    {
        var places = new Dictionary<double, int>();
        for (var i = 0; i < Count; i++)
            if (double.TryParse(Codes[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) places[number] = i;
        return places;
    }

    private protected virtual bool SameLabels(Axis other) => Codes.SequenceEqual(other.Codes, StringComparer.OrdinalIgnoreCase) && Renamed(other) is null;

    // The first position where two lists have one number for different things.
    private int? Renamed(Axis other)
    {
        for (var i = 0; i < Math.Min(Count, other.Count); i++)
        {
            var isNumber = Codes[i].Length <= 3 && Codes[i].All(char.IsAsciiDigit) && Codes[i] == other.Codes[i];
            if (!isNumber || Labels[i] == Codes[i] || other.Labels[i] == other.Codes[i]) continue;
            if (!Labels[i].Equals(other.Labels[i], StringComparison.OrdinalIgnoreCase)
                && (LocalNames[i].Length == 0 || !LocalNames[i].Equals(other.LocalNames[i], StringComparison.OrdinalIgnoreCase)))
                return i;
        }
        return null;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Axis);

    /// <inheritdoc/>
    public override int GetHashCode() => Codes.Aggregate(Kind.GetHashCode(StringComparison.Ordinal), (hash, code) =>
        HashCode.Combine(hash, code.GetHashCode(StringComparison.OrdinalIgnoreCase)));

    /// <inheritdoc/>
    public override string ToString() => $"{Count} {Kinds}: {Listing.Of(Labels)}";
}
