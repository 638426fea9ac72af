using System.Collections;
using System.Text;

namespace CarbonComp.Kernel.Display;

/// <summary>Composite values as HTML: tables for sequences, rows of members for objects, folded where they nest. Everything is encoded that is not
/// HTML by intent.</summary>
internal sealed class HtmlText
{
    private const int MostDepth = 3;

    // An object that nobody says how to show gets a screen: two levels, and no more text than one reads; so does a list of such objects.
    private const int MostDepthOfObject = 1;
    private const int MostCharactersOfObject = 11_000;
    private const int MostOfText = 1_000;
    private const int MostColumns = 30;
    private const int MostCharacters = 2_000_000;
    private const string Number = " style=\"text-align:right\"";
    private const string Text = " style=\"text-align:left\"";

    private readonly StringBuilder html = new();
    private bool isObject;
    private readonly HashSet<object> open = new(ReferenceEqualityComparer.Instance);

    /// <summary>The HTML of a value, or <see langword="null"/> where plain text says it as well.</summary>
    public static string? Of(object value)
    {
        var writer = new HtmlText();
        return writer.Root(value) ? writer.html.ToString() : null;
    }

    private bool Root(object value)
    {
        if (ValueShape.IsScalar(value))
            return false;
        if (ValueShape.TryGrid(value, out var rows, out var columns, out var at))
        {
            Grid(rows, columns, at);
            return true;
        }
        if (ValueShape.IsSequence(value))
        {
            isObject = !ValueShape.Take((IEnumerable)value, Formatter.ListExpansionLimit).Items.TrueForAll(ValueShape.IsRow);
            return Sequence((IEnumerable)value, 0);
        }
        // A type that has a text of its own means to be shown by it.
        if (ValueShape.HasOwnText(value) || ValueShape.Members(value.GetType()).Count == 0)
            return false;
        isObject = true;
        Object(value, 0, unfolded: true);
        return true;
    }

    /// <summary>A table; <see langword="false"/> when the elements are plain and a line of text is better.</summary>
    private bool Sequence(IEnumerable sequence, int depth)
    {
        var (items, leftOut) = ValueShape.Take(sequence, Formatter.ListExpansionLimit);
        if (items.All(ValueShape.IsScalar))
            return false;
        int rows;
        if (sequence is IDictionary || items.All(IsPair))
            rows = Pairs(items, depth);
        else if (items.All(item => item is not null && !ValueShape.IsScalar(item) && item is not IEnumerable
            && ValueShape.Members(item.GetType()).Count > 0 && !Formatter.IsCustom(item)))
            rows = Records(items!, depth);
        else
            rows = Items(items, depth);
        leftOut += leftOut < 0 ? 0 : items.Count - rows;
        if (leftOut != 0)
            html.Append("<p style=\"opacity:.7\">").Append(ValueShape.LeftOut(leftOut)).Append("</p>");
        return true;
    }

    private static bool IsPair(object? item) => item is DictionaryEntry
        || item?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private int Pairs(List<object?> items, int depth)
    {
        html.Append("<table><thead><tr><th").Append(Text).Append(">key</th><th").Append(Text).Append(">value</th></tr></thead><tbody>");
        return Rows(items.Count, i =>
        {
            var members = ValueShape.Members(items[i]!.GetType());
            var (key, value) = items[i] is DictionaryEntry entry ? (entry.Key, entry.Value)
                : (members.First(each => each.Name == "Key").Value(items[i]!), members.First(each => each.Name == "Value").Value(items[i]!));
            Cell(key, depth + 1);
            Cell(value, depth + 1);
        });
    }

    private int Items(List<object?> items, int depth)
    {
        html.Append("<table><thead><tr><th><i>index</i></th><th").Append(Text).Append(">value</th></tr></thead><tbody>");
        return Rows(items.Count, i =>
        {
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<td>{i}</td>");
            Cell(items[i], depth + 1);
        });
    }

    /// <returns>How many rows there was room for.</returns>
    private int Rows(int count, Action<int> row)
    {
        var i = 0;
        for (; i < count && !IsFull; i++)
        {
            html.Append("<tr>");
            row(i);
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
        return i;
    }

    private int Records(List<object> items, int depth)
    {
        var (names, left, rows) = RecordTable.Of(items, MostColumns);
        html.Append("<table><thead><tr><th><i>index</i></th>");
        for (var j = 0; j < names.Count; j++)
        {
            // A heading is aligned as its column: numbers at the right, words at the left.
            var first = rows.Select(row => row[j]).FirstOrDefault(value => value is not null && value != RecordTable.Absent);
            html.Append("<th").Append(Numbers.IsNumber(first) ? "" : Text).Append('>').Append(HtmlString.Encode(names[j])).Append("</th>");
        }
        if (left > 0)
            html.Append("<th>").Append(ValueShape.LeftOut(left)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        return Rows(rows.Count, i =>
        {
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<td>{i}</td>");
            foreach (var value in rows[i])
            {
                if (value == RecordTable.Absent)
                    html.Append("<td></td>");
                else
                    Cell(value, depth + 1);
            }
        });
    }

    private void Cell(object? value, int depth)
    {
        if (value is not null && Numbers.IsNumber(value))
        {
            var (shown, full) = (Numbers.Short(value), Numbers.Full(value));
            html.Append("<td").Append(Number).Append(shown == full ? "" : $" title=\"{full}\"").Append('>').Append(shown).Append("</td>");
            return;
        }
        html.Append("<td").Append(Text).Append('>');
        Value(value, depth);
        html.Append("</td>");
    }

    private bool IsFull => html.Length > (isObject ? MostCharactersOfObject : MostCharacters);

    private void Value(object? value, int depth)
    {
        if (IsFull)
            html.Append('…');
        else if (value is null)
            html.Append("<i style=\"opacity:.6\">&lt;null&gt;</i>");
        else if (value is HtmlString own)
            html.Append(own.Html);
        else if (Formatter.IsCustom(value) && Formatter.Format(value, "text/html")["text/html"] is { } custom)
            html.Append(custom.ToString());
        else if (ValueShape.IsScalar(value) || value is ValueShape.Unreadable or Exception or MimeBundle)
            html.Append(HtmlString.Encode(PlainText.Brief(value is Exception e ? e.GetType().Name + ": " + ExceptionText.Message(e) : value, MostOfText)));
        else if (isObject && !ValueShape.IsSequence(value) && !ValueShape.TryGrid(value, out _, out _, out _) && PlainText.OwnText(value) is not null)
            html.Append(HtmlString.Encode(PlainText.Brief(value, MostOfText)));
        else if (depth > (isObject ? MostDepthOfObject : MostDepth) || (!value.GetType().IsValueType && !open.Add(value)))
            html.Append(HtmlString.Encode(PlainText.Brief(value)));
        else
        {
            Nested(value, depth);
            open.Remove(value);
        }
    }

    private void Nested(object value, int depth)
    {
        if (ValueShape.TryGrid(value, out var rows, out var columns, out var at))
            Folded(PlainText.Brief(value), () => Grid(rows, columns, at));
        else if (ValueShape.IsSequence(value))
        {
            var sequence = (IEnumerable)value;
            var before = html.Length;
            html.Append("<details><summary>").Append(HtmlString.Encode(PlainText.Brief(value))).Append("</summary>");
            if (Sequence(sequence, depth))
            {
                html.Append("</details>");
                return;
            }
            html.Length = before;
            var line = PlainText.Of(value);
            html.Append(HtmlString.Encode(isObject && line.Length > MostOfText ? line[..MostOfText] + "…" : line));
        }
        else if (ValueShape.Members(value.GetType()).Count == 0)
            html.Append(HtmlString.Encode(PlainText.Brief(value)));
        else
            Object(value, depth, unfolded: false);
    }

    private void Object(object value, int depth, bool unfolded)
    {
        open.Add(value);
        html.Append(unfolded ? "<details open=\"open\"><summary>" : "<details><summary>")
            .Append(HtmlString.Encode(value is System.Runtime.CompilerServices.ITuple ? TypeNames.Of(value.GetType()) : PlainText.Brief(value)))
                .Append("</summary><table><tbody>");
        var members = ValueShape.Members(value.GetType());
        for (var i = 0; i < members.Count; i++)
        {
            if (IsFull)
            {
                html.Append("<tr><th").Append(Text).Append('>').Append(ValueShape.LeftOut(members.Count - i)).Append("</th><td></td></tr>");
                break;
            }
            var member = members[i];
            html.Append("<tr><th").Append(Text).Append('>').Append(HtmlString.Encode(member.Name)).Append("</th>");
            Cell(member.Value(value), depth + 1);
            html.Append("</tr>");
        }
        html.Append("</tbody></table></details>");
    }

    private void Folded(string summary, Action content)
    {
        html.Append("<details><summary>").Append(HtmlString.Encode(summary)).Append("</summary>");
        content();
        html.Append("</details>");
    }

    private void Grid(int rows, int columns, Func<int, int, object?> at)
    {
        var (r, c) = (Math.Min(rows, Formatter.ListExpansionLimit), Math.Min(columns, MostColumns));
        html.Append("<table><thead><tr><th></th>");
        for (var j = 0; j < c; j++)
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<th>{j}</th>");
        html.Append(c < columns ? "<th>" + ValueShape.LeftOut(columns - c) + "</th>" : "").Append("</tr></thead><tbody>");
        for (var i = 0; i < r && !IsFull; i++)
        {
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<tr><th>{i}</th>");
            for (var j = 0; j < c; j++)
                Cell(at(i, j), MostDepth);
            html.Append("</tr>");
        }
        html.Append("</tbody></table><p style=\"opacity:.7\">").Append(System.Globalization.CultureInfo.InvariantCulture, $"{rows} × {columns}");
        if (r < rows)
            html.Append(", ").Append(ValueShape.LeftOut(rows - r)).Append(" rows");
        html.Append("</p>");
    }
}
