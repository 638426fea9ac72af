using System.Collections;
using System.Text;
using CarbonComp.Kernel.Weaving;

namespace CarbonComp.Kernel.Display;

/// <summary>Values as plain text.</summary>
internal static class PlainText
{
    private static readonly Limits Usual = new(Depth: 4, Characters: 200_000);

    // An object that nobody says how to show gets a screen, together with its HTML.
    private static readonly Limits OfObject = new(Depth: 3, Characters: 6_000);

    public static string Of(object? value)
    {
        if (value is string text)
            return text;
        var writer = new StringBuilder();
        // By reference: a record that contains itself has no end to its hash code.
        var isUsual = value is null or HtmlString || ValueShape.IsScalar(value) || ValueShape.TryGrid(value, out _, out _, out _)
            || (ValueShape.IsSequence(value) && ValueShape.Take((IEnumerable)value, Formatter.ListExpansionLimit).Items.TrueForAll(ValueShape.IsRow));
        var limits = isUsual ? Usual : OfObject;
        Write(writer, value, 0, new HashSet<object>(ReferenceEqualityComparer.Instance), limits);
        return writer.ToString();
    }

    /// <summary>The value in a few words on one line.</summary>
    public static string Brief(object? value, int most = 120)
    {
        var text = value switch
        {
            null => "<null>",
            string s => s,
            _ when ValueShape.IsScalar(value) => Scalar(value),
            _ when !ValueShape.IsSequence(value) => OwnText(value) ?? TypeNames.Of(value.GetType()),
            IDictionary dictionary => $"{TypeNames.Of(value.GetType())}, {dictionary.Count} entries",
            ICollection collection => $"{TypeNames.Of(value.GetType())}, {collection.Count} items",
            _ => TypeNames.Of(value.GetType()),
        };
        text = text.ReplaceLineEndings(" ");
        return text.Length > most ? text[..most] + "…" : text;
    }

    public static string Scalar(object value) => value switch
    {
        bool b => b ? "True" : "False",
        Type type => TypeNames.Of(type, withNamespace: true),
        DateTime { TimeOfDay.Ticks: 0, Kind: DateTimeKind.Unspecified } date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss" + (date.Ticks % TimeSpan.TicksPerSecond == 0 ? "" : ".fffffff")
            + (date.Kind == DateTimeKind.Utc ? "'Z'" : ""), System.Globalization.CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("yyyy-MM-dd HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Delegate function => TypeNames.Of(function.GetType()),
        _ => Numbers.Full(value),
    };

    /// <summary>The text of a type that has its own; <see langword="null"/> where it would only be the type's name.</summary>
    public static string? OwnText(object value)
    {
        if (IsXml(value.GetType()))
            return value.GetType().GetProperty("OuterXml")!.GetValue(value) as string;
        var method = value.GetType().GetMethod("ToString", Type.EmptyTypes);
        if (method is null || method.DeclaringType == typeof(object) || method.DeclaringType == typeof(ValueType))
            return null;
        // What the compiler writes for records says System.Double[] where a reader wants the numbers.
        if (TypeNames.IsAnonymous(value.GetType()) || method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false))
            return null;
        try
        {
            var text = value.ToString();
            return text == value.GetType().ToString() ? null : text;
        }
        catch (Exception e) when (!Interruption.Requested)
        {
            return $"⚠ ToString() threw {e.GetType().Name}: {ExceptionText.Message(e)}";
        }
    }

    /// <summary>Whether a type is a node of <c>System.Xml</c>, which has no text of its own and lists its children.</summary>
    public static bool IsXml(Type type)
    {
        for (var each = type; each is not null; each = each.BaseType)
            if (each is { Name: "XmlNode", Namespace: "System.Xml" })
                return true;
        return false;
    }

    /// <summary>A text that is no longer than a screen.</summary>
    public static string Screen(string text) => text.Length > OfObject.Characters ? text[..OfObject.Characters] + "…" : text;

    /// <summary>How deep and how long a text goes.</summary>
    private sealed record Limits(int Depth, int Characters);

    private static string Cut(string text, StringBuilder writer, Limits limits) =>
        Math.Max(0, limits.Characters - writer.Length) is var room && text.Length > room ? text[..room] + "…" : text;

    private static void Write(StringBuilder writer, object? value, int depth, HashSet<object> open, Limits limits)
    {
        if (writer.Length > limits.Characters)
        {
            writer.Append('…');
            return;
        }
        switch (value)
        {
            case null:
                writer.Append("<null>");
                return;
            case string text:
                writer.Append(limits == OfObject ? Cut(text, writer, limits) : text);
                return;
            case HtmlString html:
                writer.Append(html.Html);
                return;
        }
        if (depth > 0 && Numbers.IsNumber(value))
        {
            // Alone a number is shown to its last digit, among others as a table shows it.
            writer.Append(Numbers.Short(value));
            return;
        }
        if (ValueShape.IsScalar(value) || value is Exception or ValueShape.Unreadable)
        {
            writer.Append(value is Exception e ? e.GetType().Name + ": " + ExceptionText.Message(e)
                : value is ValueShape.Unreadable ? value.ToString() : Scalar(value));
            return;
        }
        if (depth >= limits.Depth || (!value.GetType().IsValueType && !open.Add(value)))
        {
            writer.Append(Brief(value));
            return;
        }
        if (ValueShape.TryGrid(value, out var rows, out var columns, out var at))
            WriteGrid(writer, rows, columns, at);
        else if (ValueShape.IsSequence(value))
            WriteSequence(writer, (IEnumerable)value, depth, open, limits);
        else if (OwnText(value) is { } own)
            writer.Append(Cut(own, writer, limits));
        else
            WriteMembers(writer, value, depth, open, limits);
        open.Remove(value);
    }

    private static void WriteSequence(StringBuilder writer, IEnumerable sequence, int depth, HashSet<object> open, Limits limits)
    {
        var (items, leftOut) = ValueShape.Take(sequence, Formatter.ListExpansionLimit);
        var simple = items.All(ValueShape.IsScalar);
        writer.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (writer.Length > limits.Characters)
            {
                (leftOut, items) = (leftOut < 0 ? leftOut : leftOut + items.Count - i, items[..i]);
                break;
            }
            writer.Append(i > 0 ? "," : "").Append(simple ? " " : "\n" + new string(' ', 2 * depth + 2));
            Write(writer, items[i], depth + 1, open, limits);
        }
        if (leftOut != 0)
            writer.Append(items.Count > 0 ? ", " : " ").Append(ValueShape.LeftOut(leftOut));
        writer.Append(simple || items.Count == 0 ? " ]" : "\n" + new string(' ', 2 * depth) + "]");
    }

    private static void WriteMembers(StringBuilder writer, object value, int depth, HashSet<object> open, Limits limits)
    {
        writer.Append(TypeNames.IsAnonymous(value.GetType()) ? "" : TypeNames.Of(value.GetType()) + " ").Append("{ ");
        var first = true;
        foreach (var member in ValueShape.Members(value.GetType()))
        {
            if (writer.Length > limits.Characters)
            {
                writer.Append(", …");
                break;
            }
            writer.Append(first ? "" : ", ").Append(member.Name).Append(" = ");
            Write(writer, member.Value(value), depth + 1, open, limits);
            first = false;
        }
        writer.Append(first ? "}" : " }");
    }

    private static void WriteGrid(StringBuilder writer, int rows, int columns, Func<int, int, object?> at)
    {
        var (r, c) = (Math.Min(rows, Formatter.ListExpansionLimit), Math.Min(columns, 12));
        var cells = new string[r, c];
        var width = new int[c];
        for (var i = 0; i < r; i++)
            for (var j = 0; j < c; j++)
            {
                cells[i, j] = at(i, j) is { } value ? Numbers.Short(value) : "<null>";
                width[j] = Math.Max(width[j], cells[i, j].Length);
            }
        writer.Append(System.Globalization.CultureInfo.InvariantCulture, $"{rows} × {columns}");
        for (var i = 0; i < r; i++)
        {
            writer.Append('\n');
            for (var j = 0; j < c; j++)
                writer.Append(j > 0 ? "  " : "").Append(cells[i, j].PadLeft(width[j]));
            if (c < columns)
                writer.Append("  …");
        }
        if (r < rows)
            writer.Append('\n').Append(ValueShape.LeftOut(rows - r));
    }
}
