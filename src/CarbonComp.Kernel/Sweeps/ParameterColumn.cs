using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>A parameter as a column of the results: whole numbers, numbers or texts, by all its values.</summary>
internal sealed class ParameterColumn
{
    private readonly IReadOnlyList<string> values;
    private readonly bool isWhole;
    private readonly bool isNumber;

    public ParameterColumn(string name, IEnumerable<string> values)
    {
        this.values = [.. values];
        isWhole = this.values.All(value => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
        isNumber = this.values.All(value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number));
        Field = isWhole ? new DataField<long>(name) : isNumber ? new DataField<double>(name) : new DataField(name, typeof(string), isNullable: false);
    }

    public DataField Field { get; }

    /// <summary>The value of a run as text.</summary>
    public string this[int run] => values[run - 1];

    /// <summary>Writes the values for these runs.</summary>
    public Task Write(ParquetRowGroupWriter group, IReadOnlyList<int> runs)
    {
        if (isWhole)
            return group.WriteAsync<long>(Field, runs.Select(run => long.Parse(this[run], CultureInfo.InvariantCulture)).ToArray());
        if (isNumber)
            return group.WriteAsync<double>(Field, runs.Select(run => double.Parse(this[run], CultureInfo.InvariantCulture)).ToArray());
        return group.WriteAsync(Field, (IReadOnlyCollection<string>)[.. runs.Select(run => this[run])]);
    }
}
