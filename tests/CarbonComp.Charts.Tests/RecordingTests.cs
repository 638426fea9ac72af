using System.Text.Json.Nodes;

namespace CarbonComp.Charts.Tests;

/// <summary>What a notebook records, as a kernel that lends the function receives it.</summary>
[Collection("what a kernel lends")]
public sealed class RecordingTests : IDisposable
{
    private const string Key = "Notebook.Display";

    private readonly List<IReadOnlyDictionary<string, string>> shown = [];
    private readonly object? before = AppContext.GetData(Key);

    public RecordingTests() => AppContext.SetData(Key, (Action<IReadOnlyDictionary<string, string>>)shown.Add);

    public void Dispose() => AppContext.SetData(Key, before);

    private string Recorded => JsonNode.Parse(shown.Single()["application/vnd.carboncomp.record+json"])!.ToJsonString();

    [Fact]
    public void A_vector_is_recorded_with_labels_unit_and_status()
    {
        var axis = new CategoryAxis("city", ["a", "b"]);
        Recording.Record("net payment", new LabelledVector("net", axis, [1.5, -2], Unit.Yuan, ValueStatus.Constructed));
        Assert.Equal("""{"name":"net payment","values":[{"row":"a","value":1.5,"unit":"yuan","status":"constructed"},"""
            + """{"row":"b","value":-2,"unit":"yuan","status":"constructed"}]}""", Recorded);
        Assert.Equal("Recorded: net payment, 2 values, yuan", shown[0]["text/plain"]);
    }

    [Fact]
    public void A_matrix_keeps_its_own_unit_whatever_its_size()
    {
        var axis = new CategoryAxis("city", ["a", "b"]);
        Recording.Record("m", new LabelledMatrix("m", axis, axis, MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(
            new[,] { { 1e9, 2 }, { 3, 4 } }), Unit.TonneCO2, ValueStatus.Paper));
        var values = JsonNode.Parse(Recorded)!["values"]!.AsArray();
        Assert.Equal(["a/a/1000000000/t CO2", "a/b/2/t CO2", "b/a/3/t CO2", "b/b/4/t CO2"],
            values.Select(v => $"{v!["row"]}/{v["column"]}/{v["value"]!.GetValue<double>():0}/{v["unit"]}"));
    }

    [Theory]
    [InlineData(double.NaN, "\"NaN\"")]
    [InlineData(double.NegativeInfinity, "\"-Infinity\"")]
    [InlineData(0.1, "0.1")]
    public void A_number_is_kept_as_it_is(double value, string json)
    {
        Recording.Record("n", value);
        Assert.Equal($$"""{"name":"n","values":[{"value":{{json}}}]}""", Recorded);
    }

    [Fact]
    public void Without_a_kernel_that_lends_the_function_nothing_happens()
    {
        AppContext.SetData(Key, null);
        Recording.Record("n", "text");
        Assert.Empty(shown);
    }
}
