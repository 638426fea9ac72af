using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>What statistics say of China's provinces: GDP, residents, final use, output and foreign trade by sector, as
/// <c>data/provincial-statistics</c> holds them.</summary>
/// <remarks>Final use, output and trade by sector are known for 2007, 2012 and 2017. Between these years shares are interpolated in time; after the last,
/// they are the last year's, trade by the growth of each province's total.</remarks>
public sealed class ProvincialStatistics
{
    // The sectors that tables of every year fit into.
    private const string Common = "30";

    private static readonly Dictionary<string, string[]> Categories = new()
    {
        ["FU101"] = ["rural_consumption"], ["FU102"] = ["urban_consumption"], ["FU103"] = ["government_consumption"],
        ["TC"] = ["rural_consumption", "urban_consumption", "government_consumption"], ["FU201"] = ["fixed_capital"],
    };

    private readonly DataPackage package;
    private readonly SectorConcordances concordances;
    private readonly int[] benchmarks;

    /// <summary>The statistics of a data package.</summary>
    /// <param name="package">The package <c>data/provincial-statistics</c>.</param>
    /// <param name="provinces">The provinces.</param>
    /// <param name="concordances">The classifications of sectors.</param>
    /// <exception cref="DataException">A table or a value is missing; the message names file and row.</exception>
    public ProvincialStatistics(DataPackage package, RegionAxis provinces, SectorConcordances concordances)
    {
        (this.package, this.concordances, Provinces) = (package, concordances, provinces);
        benchmarks = YearsOf("benchmarks");
        Years = YearsOf("accounts");
    }

    /// <summary>The provinces.</summary>
    public RegionAxis Provinces { get; }

    /// <summary>The years with GDP and residents.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>GDP by province, revised after the fifth economic census.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public LabelledVector Gdp(int year) => Rows("accounts", year).Vector("gdp", Provinces);

    /// <summary>Residents by province at the end of the year.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public LabelledVector Population(int year) => Rows("accounts", year).Vector("population", Provinces);

    /// <summary>What each province spends of a category of final use: its GDP times the ratio of the category to GDP, interpolated.</summary>
    /// <param name="category">A category of the national tables: FU101, FU102, FU103, TC or FU201.</param>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <exception cref="AxisException">Another category.</exception>
    public LabelledVector FinalUse(string category, int year)
    {
        var gdp = Gdp(year);
        var fields = Categories.GetValueOrDefault(category) ?? throw new AxisException(
            $"Final use \"{category}\" is known of no province. There are: {string.Join(", ", Categories.Keys)}.");
        Matrix<double> Ratio(int benchmark)
        {
            var rows = Rows("final-use", benchmark);
            var spent = fields.Select(f => rows.Vector(f, Provinces)).Aggregate((a, b) => a + b);
            return (spent / Gdp(benchmark)).Values.ToColumnMatrix();
        }
        var spent = Interpolated(year, Ratio).Column(0).PointwiseMultiply(gdp.Values);
        return new($"{string.Join(" and ", fields).Replace('_', ' ')} by expenditure", Provinces, spent, gdp.Unit, gdp.Status);
    }

    /// <summary>How a sector's output, exports or imports are divided among provinces.</summary>
    /// <param name="field"><c>output</c>, <c>exports</c>, <c>intermediate_imports</c>, <c>consumption_imports</c> or <c>capital_imports</c>.</param>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <param name="classification">The sectors; where a year's are others, a sector takes the shares of the common one it belongs to.</param>
    /// <returns>Provinces × sectors, shares that add up to one in a sector, or to zero where nothing was traded; constructed.</returns>
    public LabelledMatrix Shares(string field, int year, string classification)
    {
        var sectors = concordances.Sectors(classification);
        var shares = Interpolated(year, benchmark => ToOne(In(field, benchmark, classification)));
        if (field != "output" && year > benchmarks[^1])
        {
            var growth = Trade(year) / Trade(benchmarks[^1]);
            shares = ToOne(Matrix<double>.Build.DenseOfDiagonalVector(growth.Values) * shares);
        }
        return new($"shares of {field.Replace('_', ' ')}", Provinces, sectors, shares, Unit.One, ValueStatus.Constructed);
    }

    /// <summary>Goods traded abroad, exports and imports together.</summary>
    /// <param name="year">2017, 2018 or 2020.</param>
    public LabelledVector Trade(int year) => Rows("trade-totals", year).Vector("trade", Provinces);

    private Matrix<double> In(string field, int benchmark, string classification)
    {
        var own = package["benchmarks"].Where("year", Text(benchmark)).Texts("classification")[0];
        var known = package[$"industries-{Text(benchmark)}"].Matrix(field, Provinces, concordances.Sectors(own));
        if (own == classification) return known.Values;
        var common = TableAggregation.Aggregate(known, sectors: concordances.Between(own, Common)).Values;
        var to = concordances.Between(classification, Common);
        return Matrix<double>.Build.DenseOfColumnVectors(Enumerable.Range(0, to.From.Count).Select(i => common.Column(to[i])));
    }

    private Matrix<double> Interpolated(int year, Func<int, Matrix<double>> at)
    {
        var (before, after) = (benchmarks.LastOrDefault(b => b <= year, benchmarks[0]), benchmarks.FirstOrDefault(b => b >= year, benchmarks[^1]));
        if (before == after) return at(before);
        var weight = (year - before) / (double)(after - before);
        return at(before) * (1 - weight) + at(after) * weight;
    }

    private static Matrix<double> ToOne(Matrix<double> values)
    {
        var sums = values.ColumnSums();
        return values.MapIndexed((_, j, v) => sums[j] == 0 ? 0 : v / sums[j], Zeros.Include);
    }

    private DataTable Rows(string resource, int year) => package[resource].Where("year", Text(year));

    private int[] YearsOf(string resource) =>
        [.. package[resource].Texts("year").Distinct().Select(y => int.Parse(y, NumberStyles.None, CultureInfo.InvariantCulture))];

    private static string Text(int year) => Invariant($"{year}");
}
