using System.Text.Json.Nodes;

namespace CarbonComp.Uncertainty;

// A distribution as a file describes it. With texts for values it is one of their places.
internal sealed record DescribedDistribution(Distribution Distribution, IReadOnlyList<string>? Texts)
{
    private static readonly string[] Kinds = ["normal", "lognormal", "triangular", "uniform", "discrete", "empirical"];

    public static DescribedDistribution Of(string parameter, JsonNode? node)
    {
        var fields = new SpecificationFields($"the parameter {parameter}", node);
        var kind = fields.Text("distribution")
            ?? throw new UncertaintyException($"The parameter {parameter} has no distribution. There are: {Listing.Of(Kinds)}.");
        try
        {
            var made = Made(kind, fields, parameter);
            fields.RequireNoOther();
            return made;
        }
        catch (UncertaintyException wrong) when (!wrong.Message.Contains($"parameter {parameter}", StringComparison.Ordinal))
        {
            throw new UncertaintyException($"The parameter {parameter}: {wrong.Message}", wrong);
        }
    }

    private static DescribedDistribution Made(string kind, SpecificationFields fields, string parameter) => kind.ToLowerInvariant() switch
    {
        "normal" => Plain(Distribution.Normal(fields.Number("mean"), fields.Number("standard deviation"))),
        "lognormal" => Plain(Distribution.LogNormal(fields.Number("median"), fields.Number("geometric standard deviation"))),
        "triangular" => Plain(Distribution.Triangular(fields.Number("lowest"), fields.Number("most likely"), fields.Number("highest"))),
        "uniform" => Plain(Distribution.Uniform(fields.Number("lowest"), fields.Number("highest"))),
        "discrete" => Discrete(fields, parameter),
        "empirical" => Plain(Distribution.Empirical([.. Required(fields, "observed", parameter).Select(v => fields.NumberOf(v, "observed"))])),
        _ => throw new UncertaintyException($"There is no distribution \"{kind}\". There are: {Listing.Of(Kinds)}."),
    };

    private static DescribedDistribution Discrete(SpecificationFields fields, string parameter)
    {
        var values = Required(fields, "values", parameter);
        var given = fields.Items("probabilities")?.Select(p => fields.NumberOf(p, "probabilities")).ToArray();
        var probabilities = given ?? [.. Enumerable.Repeat(1.0 / values.Count, values.Count)];
        if (probabilities.Length != values.Count)
            throw new UncertaintyException($"There are {values.Count} values and {probabilities.Length} probabilities. "
                + "Give one for each, or none where all are equally likely.");
        string[]? texts = values.Any(v => v is JsonValue value && value.TryGetValue(out string? _)) ? [.. values.Select(v => $"{v}")] : null;
        if (texts?.GroupBy(t => t).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new UncertaintyException($"The value {twice.Key} is listed twice. List each once.");
        return new(Distribution.Discrete([.. values.Select((v, i) => (texts is null ? fields.NumberOf(v, "values") : i, probabilities[i]))]), texts);
    }

    private static IReadOnlyList<JsonNode?> Required(SpecificationFields fields, string name, string parameter) => fields.Items(name)
        ?? throw new UncertaintyException($"The parameter {parameter} has no {name}. Give a list.");

    private static DescribedDistribution Plain(Distribution distribution) => new(distribution, null);
}
