using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CarbonComp;

/// <summary>A table as named columns, in order: what a data frame of another library is made from.</summary>
/// <remarks>
/// The keys are the headings with units, the values arrays of one length, so that
/// <c>new DataFrame(table.ToColumns().Select(…))</c> or Deedle's <c>Frame.ofColumns</c> is one line.
/// </remarks>
public sealed class Columns : IReadOnlyDictionary<string, Array>
{
    private readonly Column[] columns;

    /// <summary>Creates the table.</summary>
    /// <param name="columns">Columns of one length with different headings.</param>
    /// <exception cref="CarbonCompException">Columns of different lengths, or two of one heading.</exception>
    public Columns(params IEnumerable<Column> columns)
    {
        this.columns = [.. columns];
        if (this.columns.Select(c => c.Values.Length).Distinct().Count() > 1)
            throw new CarbonCompException("Columns of a table must have one length: "
                + string.Join(", ", this.columns.Select(c => $"{c.Name} has {c.Values.Length}")) + ".");
        if (this.columns.GroupBy(c => c.Heading).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new CarbonCompException($"Two columns are named \"{twice.Key}\". Give each a name of its own.");
    }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<Column> All => columns;

    /// <summary>How many rows the table has.</summary>
    public int RowCount => columns.Length == 0 ? 0 : columns[0].Values.Length;

    /// <summary>The column of a heading or, where no heading fits, of a name.</summary>
    /// <param name="key">Heading or name.</param>
    public Array this[string key] => TryGetValue(key, out var values) ? values
        : throw new KeyNotFoundException($"No column \"{key}\". There are: {string.Join(", ", Keys)}.");

    /// <inheritdoc/>
    public IEnumerable<string> Keys => columns.Select(c => c.Heading);

    /// <inheritdoc/>
    public IEnumerable<Array> Values => columns.Select(c => c.Values);

    /// <inheritdoc/>
    public int Count => columns.Length;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Array value)
    {
        value = (columns.FirstOrDefault(c => c.Heading == key) ?? columns.FirstOrDefault(c => c.Name == key))?.Values;
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Array>> GetEnumerator() =>
        columns.Select(c => KeyValuePair.Create(c.Heading, c.Values)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
