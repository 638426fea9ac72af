using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CarbonComp;

/// <summary>A table as named columns, in order: what a data frame of another library is made from.</summary>
/// <remarks>The keys are the headings with units, the values arrays of one length, so that <c>new DataFrame(table.ToColumns().Select(…))</c> or
/// Deedle's <c>Frame.ofColumns</c> is one line.</remarks>
public sealed class Columns : IReadOnlyDictionary<string, Array>
{
    private readonly Column[] columns;

    /// <summary>A table of columns of one length with different headings.</summary>
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

    /// <summary>The columns of several vectors, or other results, with the same rows: the labels (each one's first column) once, then the numbers.</summary>
    /// <exception cref="CarbonCompException">Results with other rows, or two columns of one heading.</exception>
    public static Columns Of(params IEnumerable<ITabular> parts)
    {
        ITabular[] all = [.. parts];
        if (all.Length == 0) throw new CarbonCompException("A table needs at least one result to show.");
        Column[][] tables = [.. all.Select(p => p.ToColumns().All.ToArray())];
        var labels = Labels(tables[0]);
        for (var k = 1; k < tables.Length; k++)
        {
            var others = Labels(tables[k]);
            var first = labels.Zip(others).TakeWhile(l => Equals(l.First, l.Second)).Count();
            if (first < labels.Length || first < others.Length)
                throw new CarbonCompException($"Row {first + 1} is {Text(labels, first)} in \"{all[0].Caption}\" and {Text(others, first)} in "
                    + $"\"{all[k].Caption}\". Results in one table must have the same rows in the same order.");
        }
        return new([.. tables[0], .. tables.Skip(1).SelectMany(t => t.Skip(1))]);

        static object?[] Labels(Column[] table) => table.Length == 0 ? [] : [.. table[0].Values.Cast<object?>()];
        static string Text(object?[] labels, int row) => row < labels.Length ? $"\"{labels[row]}\"" : "missing";
    }

    /// <summary>These columns and one more: numbers with their unit, texts or truth values without.</summary>
    /// <exception cref="CarbonCompException">Another number of values than rows, or a heading that is there already.</exception>
    public Columns With<T>(string name, IEnumerable<T> values, Unit? unit = null) => new([.. columns, Column.Of(name, values, unit)]);

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<Column> All => columns;

    /// <summary>The number of rows.</summary>
    public int RowCount => columns.Length == 0 ? 0 : columns[0].Values.Length;

    /// <summary>The column of a heading or, where no heading fits, of a name.</summary>
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
