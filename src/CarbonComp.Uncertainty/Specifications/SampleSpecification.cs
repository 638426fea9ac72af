using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Uncertainty;

/// <summary>A sample as a file describes it: parameters with their distributions, how they are drawn, and how often.</summary>
/// <remarks>
/// The JSON form of what <c>carboncomp sweep --sample</c> reads (<c>docs/sweeps.md</c>):
/// <c>{"method": "sobol", "runs": 256, "seed": 1, "parameters": {"price": {"distribution": "lognormal", "median": 47, "geometric standard deviation": 1.3}},
/// "rank correlations": [["price", "share", 0.6]]}</c>. A discrete distribution may have texts as its values, such as the names of estimators.
/// </remarks>
public sealed record SampleSpecification
{
    private static readonly Dictionary<string, SamplingMethod> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sobol"] = SamplingMethod.Sobol, ["latin-hypercube"] = SamplingMethod.LatinHypercube, ["monte-carlo"] = SamplingMethod.MonteCarlo,
    };

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> texts;

    private SampleSpecification(UncertainInputs inputs, IReadOnlyDictionary<string, IReadOnlyList<string>> texts, SamplingMethod method, int runs, long seed) =>
        (Inputs, this.texts, Method, Runs, Seed) = (inputs, texts, method, runs, seed);

    /// <summary>Reads a specification.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="seed">The seed where the text has none.</param>
    /// <exception cref="UncertaintyException">Something is missing, unknown or impossible; the message names it.</exception>
    public static SampleSpecification Parse(string json, long seed = 1)
    {
        JsonNode? root;
        try { root = JsonNode.Parse(json); }
        catch (JsonException wrong) { throw new UncertaintyException($"The sample is not JSON: {wrong.Message}", wrong); }
        var fields = new SpecificationFields("the sample", root);
        var described = fields.Object("parameters").Select(p => (p.Key, Of: DescribedDistribution.Of(p.Key, p.Value))).ToArray();
        if (described.Length == 0) throw new UncertaintyException("The sample has no parameter. Name at least one under parameters.");
        var method = fields.Text("method") is not { } named ? SamplingMethod.Sobol : Methods.TryGetValue(named, out var known) ? known
            : throw new UncertaintyException($"There is no method \"{named}\". There are: {Listing.Of(Methods.Keys)}.");
        var runs = fields.Whole("runs") ?? throw new UncertaintyException("The sample does not say how many runs. Add a line such as runs: 256.");
        var own = fields.Whole("seed") ?? seed;
        var pairs = fields.Correlations("rank correlations");
        fields.RequireNoOther();
        var inputs = new UncertainInputs(described.Select(d => new UncertainInput(d.Key, d.Of.Distribution, "given in the sample")));
        return new(pairs.Count == 0 ? inputs : inputs.Correlated([.. pairs]),
            described.Where(d => d.Of.Texts is not null).ToDictionary(d => d.Key, d => d.Of.Texts!), method, checked((int)Math.Min(runs, int.MaxValue)), own);
    }

    /// <summary>The parameters.</summary>
    public UncertainInputs Inputs { get; }

    /// <summary>How points are spread.</summary>
    public SamplingMethod Method { get; }

    /// <summary>The number of runs.</summary>
    public int Runs { get; }

    /// <summary>The seed.</summary>
    public long Seed { get; }

    /// <summary>Draws the sample.</summary>
    /// <exception cref="UncertaintyException">Too few runs, or too many parameters for the sequence.</exception>
    public InputSample Draw() => InputSample.Draw(Inputs, Runs, Method, Seed);

    /// <summary>The sample as csv: a heading with the names, a line a run; numbers to be read back exactly.</summary>
    /// <exception cref="UncertaintyException">As for <see cref="Draw"/>.</exception>
    public string ToCsv()
    {
        var sample = Draw();
        var csv = new StringBuilder();
        csv.AppendJoin(',', Inputs.Names.Select(Field)).Append('\n');
        for (var run = 0; run < sample.Runs; run++)
            csv.AppendJoin(',', Inputs.Names.Select((name, i) => Field(Value(name, sample[run][i])))).Append('\n');
        return csv.ToString();
    }

    private string Value(string name, double drawn) =>
        texts.TryGetValue(name, out var choices) ? choices[(int)drawn] : drawn.ToString("R", CultureInfo.InvariantCulture);

    private static string Field(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
