using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

/// <summary>The teaching table of the R package decompr (Quast and Kummritz): three countries, three sectors; its currency is taken for yuan.</summary>
internal static class Leather
{
    // Z (9 × 9), final use by Argentina, Turkey, Germany, and output.
    private const string Numbers = """
        16.1 5.1 1.8 3.2 4.3 0.4 3.1 2.8 4.9 21.5 6.1 8.4 77.7
        2.4 8 3.2 0.1 3.2 1.6 1.2 3.9 11.5 16.2 1.9 5.1 58.3
        0.9 0.5 4 0 0.1 0.3 0 0.4 0.5 11 0.5 0.8 19
        1.1 1.9 0.2 18 13.2 6.1 9 3.1 8.9 7.5 29.5 14.2 112.7
        0.3 2.8 0.1 6.1 28.1 6.3 2.1 2.5 25.6 8.9 24.9 16.9 124.6
        0 0.1 0.3 4.1 3.2 8.9 0.2 0 1.8 1.2 18.5 4.9 43.2
        1.2 4.2 0.3 4.1 1.2 0.6 29 19.5 17.9 9.2 17.9 51.2 156.3
        1.3 1.1 0 3.2 4.8 2.6 5.1 29.1 24.1 7.9 10.1 38.5 127.8
        2.1 1.4 3 4.1 3.1 3.9 11.3 8.1 51.3 25.1 35.2 68.4 217
        """;

    public static RegionAxis Countries { get; } = RegionAxis.Of("Argentina", "Turkey", "Germany");

    public static SectorAxis Sectors { get; } = SectorAxis.Of("Agriculture", "Textile and leather", "Transport equipment");

    public static MultiRegionalTable Table { get; } = Build();

    /// <summary>Emissions 10, 20, …, 90, as REFERENCE 5 has them.</summary>
    public static Intensity Intensity { get; } = Intensity.Of(new LabelledVector("emissions", Table.Axis,
        Enumerable.Range(1, 9).Select(i => 10.0 * i), Unit.TonneCO2, ValueStatus.Illustrative), Table);

    public static EmbodiedCarbonModel Model { get; } = new(Table, Intensity);

    public static double[][] Rows(string numbers) => [.. numbers.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];

    private static MultiRegionalTable Build()
    {
        var all = Matrix<double>.Build.DenseOfRowArrays(Rows(Numbers));
        var (z, y, x) = (all.SubMatrix(0, 9, 0, 9), all.SubMatrix(0, 9, 9, 3), all.Column(12));
        var none = Vector<double>.Build.Dense(9);
        return new(Countries, Sectors, z, y, none, none, x - z.ColumnSums(), x, ValueStatus.Illustrative);
    }
}
