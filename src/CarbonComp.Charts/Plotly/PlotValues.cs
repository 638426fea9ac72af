using System.Text.Json;
using System.Text.Json.Serialization;

namespace CarbonComp.Charts;

/// <summary>The data of one direction of a trace: numbers, gaps between numbers, or labels.</summary>
[JsonConverter(typeof(PlotValuesConverter))]
internal sealed class PlotValues : IEquatable<PlotValues>
{
    private readonly Array values;

    private PlotValues(Array values) => this.values = values;

    /// <summary>The number of values.</summary>
    public int Count => values.Length;

    /// <summary>The numbers, gaps left out; empty for labels.</summary>
    public IEnumerable<double> Numbers => values switch
    {
        double[] numbers => numbers.Where(double.IsFinite),
        double?[] numbers => numbers.OfType<double>().Where(double.IsFinite),
        _ => [],
    };

    /// <summary>The labels; empty for numbers.</summary>
    public IReadOnlyList<string> Labels => values as string[] ?? [];

    /// <summary>Numbers; what is not finite is a gap.</summary>
    /// <param name="values">The numbers.</param>
    public static implicit operator PlotValues(double[] values) => new(values);

    /// <summary>Numbers with gaps.</summary>
    /// <param name="values">The numbers; null is a gap.</param>
    public static implicit operator PlotValues(double?[] values) => new(values);

    /// <summary>Labels, escaped as plotly wants them.</summary>
    /// <param name="values">The labels.</param>
    public static implicit operator PlotValues(string[] values) => new(values);

    /// <inheritdoc/>
    public bool Equals(PlotValues? other) => other is not null && values.GetType() == other.values.GetType()
        && values.Cast<object?>().SequenceEqual(other.values.Cast<object?>());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlotValues);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(values.Length, values.Length > 0 ? values.GetValue(0) : null);

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var value in values)
            if (value is string label) writer.WriteStringValue(label);
            else if (value is double number && double.IsFinite(number)) writer.WriteNumberValue(number);
            else writer.WriteNullValue();
        writer.WriteEndArray();
    }

    private sealed class PlotValuesConverter : JsonConverter<PlotValues>
    {
        public override PlotValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Figures are written, not read.");

        public override void Write(Utf8JsonWriter writer, PlotValues value, JsonSerializerOptions options) => value.Write(writer);
    }
}
