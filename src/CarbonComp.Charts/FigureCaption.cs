using System.Text.Json.Nodes;

namespace CarbonComp.Charts;

/// <summary>The text under a figure: what was left out, where the numbers come from, and whether anybody observed them.</summary>
/// <param name="Status">The weakest status of the values shown.</param>
/// <param name="Note">A remark for the reader: "the 30 largest of 156 flows are drawn".</param>
/// <param name="Source">The publication or procedure the values come from.</param>
public sealed record FigureCaption(ValueStatus Status, string? Note = null, string? Source = null)
{
    /// <summary>The caption in words.</summary>
    public override string ToString() =>
        string.Join(" ", new[] { Sentence(Note), $"Values: {Status.Caption()}.", Sentence(Source is null ? null : $"Source: {Source}") }.OfType<string>());

    /// <summary>The caption of several figures in one: every note and source once, the weakest status.</summary>
    internal static FigureCaption Of(IReadOnlyList<FigureCaption> captions)
    {
        static string? Joined(IEnumerable<string?> texts)
        {
            string[] once = [.. texts.Select(Sentence).OfType<string>().Distinct()];
            // What is part of another note is said there.
            return string.Join(" ", once.Where(t => !once.Any(o => o != t && o.EndsWith(t, StringComparison.Ordinal)))) is { Length: > 0 } text ? text : null;
        }
        return new(ValueStatuses.Weakest(captions.Select(c => c.Status)), Joined(captions.Select(c => c.Note)),
            string.Join("; ", captions.Select(c => c.Source).OfType<string>().Distinct()) is { Length: > 0 } sources ? sources : null);
    }

    /// <summary>The caption as a trace carries it in plotly's JSON.</summary>
    internal CarriedCaption Carried => new(Status.ToString(), Note, Source);

    /// <summary>The caption that a trace carries; null for none. A status that cannot be read is the weakest.</summary>
    internal static FigureCaption? CarriedBy(JsonNode? trace)
    {
        if ((trace as JsonObject)?["carboncomp"] is not JsonObject carried) return null;
        string? Text(string name) => carried[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
        return new(Enum.TryParse<ValueStatus>(Text("status"), out var status) ? status : ValueStatus.Illustrative, Text("note"), Text("source"));
    }

    private static string? Sentence(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.TrimEnd() is var t && t[^1] is '.' or '。' or '!' or '?' ? t : t + ".";
}
