using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Interactive.Tests;

/// <summary>Vectors and matrices of any labels, units and statuses.</summary>
internal static class Samples
{
    private static readonly string[] Labels = ["Beijing", "唐山市", "Heat (purchased)", "Sector (1)", "a, b", "石油 (tce)", "x (t CO2, paper)", "-1.5", "été",
        "unit of output"];
    private static readonly string[] Names = ["gdp", "地区生产总值", "energy use (2020)", "share (1)", "emissions (t CO2)", "emissions (statistic)", "1,5"];
    private static readonly string[] Units = ["t CO2", "Mt CO2", "100 million yuan", "万人", "t CO2/km2", "yuan/t CO2", "1", "%", "-", "tce", "吨标准煤"];
    private static readonly Gen<double> Numbers = Gen.OneOf(Gen.Choose(-1000, 1000).Select(i => (double)i),
        Gen.Choose(-1_000_000, 1_000_000).Select(i => i / 7e5), Gen.Elements(0.0, 1e-300, 1e300, double.Epsilon, 0.1));

    public static Gen<ValueStatus> Status { get; } = Gen.Elements(Enum.GetValues<ValueStatus>());

    public static Arbitrary<LabelledVector> Vectors { get; } =
        (from axis in Axes("city")
         from numbers in Numbers.ArrayOf(axis.Count)
         from name in Gen.Elements(Names)
         from unit in Gen.Elements(Units)
         from status in Status
         select new LabelledVector(name, axis, numbers, Unit.Parse(unit), status)).ToArbitrary();

    public static Arbitrary<LabelledMatrix> Matrices { get; } =
        (from rows in Axes("sector")
         from columns in Axes("fuel")
         from numbers in Numbers.ArrayOf(rows.Count * columns.Count)
         from name in Gen.Elements(Names)
         from unit in Gen.Elements(Units)
         from status in Status
         select new LabelledMatrix(name, rows, columns, Matrix<double>.Build.Dense(rows.Count, columns.Count, numbers), Unit.Parse(unit),
             status)).ToArbitrary();

    private static Gen<Axis> Axes(string kind) =>
        from size in Gen.Choose(1, Labels.Length)
        from labels in Gen.Shuffle(Labels)
        select (Axis)new CategoryAxis(kind, labels.Take(size));
}
