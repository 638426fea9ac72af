namespace CarbonComp.Zoning;

/// <summary>Values put into ordered classes: class 1 holds the smallest.</summary>
public sealed record Classification : Tabular
{
    internal Classification(string method, LabelledVector values, IReadOnlyList<int> classes, int count, IReadOnlyList<string>? names = null)
    {
        (Method, Values, Classes, Count) = (method, values, classes, count);
        Names = names ?? [.. Enumerable.Range(1, count).Select(Interval)];
    }

    /// <summary>How the classes were made.</summary>
    public string Method { get; }

    /// <summary>The values.</summary>
    public LabelledVector Values { get; }

    /// <summary>The class of each value, from 1, in the order of the axis.</summary>
    public IReadOnlyList<int> Classes { get; }

    /// <summary>The number of classes; with fixed bounds some may be empty.</summary>
    public int Count { get; }

    /// <summary>The name of each class, in order: its bounds if they are fixed, else its smallest and largest value.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public override ValueStatus Status => Values.Status;

    /// <inheritdoc/>
    public override string Caption => $"{Values.Name} in {Count} classes, {Method}";

    /// <summary>The class of a label (code, name or local name), from 1.</summary>
    public int this[string label] => Classes[Values.Axis.IndexOf(label)];

    /// <summary>The labels of a class, counted from 1.</summary>
    public IReadOnlyList<string> Members(int number) => [.. Values.Axis.Labels.Where((_, i) => Classes[i] == number)];

    /// <summary>Sum of squared distances of the values from the mean of their class: what natural breaks make smallest.</summary>
    public double WithinSumOfSquares => Groups().Where(g => g.Length > 0).Sum(SumOfSquares);

    /// <summary>Share of the values' variance that the classes explain, 0 to 1; 1 where the values do not vary.</summary>
    public double GoodnessOfVarianceFit => SumOfSquares([.. Values.Values]) is var all and > 0 ? 1 - WithinSumOfSquares / all : 1;

    /// <summary>A row a class: smallest and largest value, how many, which.</summary>
    public Table Legend() => Table.OfRows(Caption, Groups().Index(), Status).With("class", g => g.Index + 1)
        .With("from", g => g.Item.DefaultIfEmpty(double.NaN).Min(), Values.Unit).With("to", g => g.Item.DefaultIfEmpty(double.NaN).Max(), Values.Unit)
        .With("number", g => g.Item.Length).With("members", g => string.Join(", ", Members(g.Index + 1)));

    /// <summary>A row a label: value and class.</summary>
    public override Columns ToColumns() => Values.ToColumns().With("class", Classes);

    // Names of classes that end at these bounds: below 0.6, 0.6–1.8, 1.8 and above.
    internal static IReadOnlyList<string> Between(IReadOnlyList<double> bounds, string unit)
    {
        string[] texts = [.. bounds.Select(b => Invariant($"{b:0.####}").Replace('-', '−'))];
        return [$"below {texts[0]}{unit}", .. texts.Zip(texts.Skip(1), (low, high) => $"{low}–{high}{unit}"), $"{texts[^1]}{unit} and above"];
    }

    private string Interval(int number)
    {
        var members = Group(number);
        if (members.Length == 0) return Invariant($"class {number}");
        var decimals = NumberFormat.Decimals(Values.Values);
        string low = NumberFormat.Format(members.Min(), decimals), high = NumberFormat.Format(members.Max(), decimals);
        return (low == high ? low : $"{low} to {high}") + Operands.Suffix(Values.Unit);
    }

    private double[] Group(int number) => [.. Values.Values.Where((_, i) => Classes[i] == number)];

    private IEnumerable<double[]> Groups() => Enumerable.Range(1, Count).Select(Group);

    private static double SumOfSquares(double[] values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean));
    }
}
