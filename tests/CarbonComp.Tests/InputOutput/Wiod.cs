using System.Globalization;
using System.IO.Compression;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

/// <summary>The World Input–Output Database, release 2013, 41 regions × 35 industries, in the folder that <c>CARBONCOMP_WIOD</c> names.</summary>
internal static class Wiod
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("CARBONCOMP_WIOD") ?? "";

    /// <summary>Why a year cannot be tested; null where it can.</summary>
    public static string? Missing(int year) => Folder.Length > 0 && File.Exists(FileOf(year, "Z")) ? null
        : "The WIOD tables are not part of the project. Put them into a folder and name it in CARBONCOMP_WIOD.";

    /// <summary>The table as published, rounded to whole millions of dollars: its rows do not balance exactly.</summary>
    public static MultiRegionalTable Table(int year)
    {
        var (_, z) = Read(FileOf(year, "Z"), skip: 1);
        var (_, y) = Read(FileOf(year, "FD"), skip: 1);
        var (labels, xva) = Read(FileOf(year, "xva"), skip: 3);
        var regions = RegionAxis.Of(labels.Select(l => l.Split('.')[0]).Distinct());
        var sectors = SectorAxis.Of(labels.Select(l => l.Split('.')[1]).Distinct());
        var none = Vector<double>.Build.Dense(labels.Count);
        return new(regions, sectors, z * 1e6, y * 1e6, none, none, xva.Column(1) * 1e6, xva.Column(0) * 1e6, ValueStatus.Statistic,
            new CategoryAxis("final use", "households", "non-profit organisations", "government", "fixed capital", "inventories"), unit: Unit.Parse("US$"));
    }

    /// <summary>Made-up emissions, to check sums with.</summary>
    public static Intensity Emissions(MultiRegionalTable table) => Intensity.Of(new LabelledVector("emissions", table.Axis,
        table.Output.Select((x, i) => x * 1e-6 * (1 + i * 37 % 11)), Unit.TonneCO2, ValueStatus.Illustrative), table);

    private static string FileOf(int year, string part) => Path.Combine(Folder, $"wiot_{year}_{part}.csv.gz");

    private static (IReadOnlyList<string> Labels, Matrix<double> Values) Read(string file, int skip)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        reader.ReadLine();
        var (labels, rows) = (new List<string>(), new List<double[]>());
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            labels.Add(cells[0]);
            rows.Add([.. cells.Skip(skip).Select(c => double.Parse(c, CultureInfo.InvariantCulture))]);
        }
        return (labels, Matrix<double>.Build.DenseOfRowArrays(rows));
    }
}
