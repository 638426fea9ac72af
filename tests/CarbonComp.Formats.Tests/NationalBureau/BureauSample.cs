using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Formats.Tests;

/// <summary>A small table in the layout of the Bureau; the numbers are made up and balance.</summary>
/// <param name="Sectors">How many sectors.</param>
internal sealed record BureauSample(int Sectors)
{
    /// <summary>Imports apart, in rows of their own.</summary>
    public bool Apart { get; init; }

    /// <summary>Numbers rounded to whole units, as a workbook may show them.</summary>
    public bool Whole { get; init; }

    /// <summary>More of the first product is imported than is used at home.</summary>
    public bool ReExported { get; init; }

    /// <summary>How many digits a code has.</summary>
    public int Digits { get; init; } = 2;

    private string Code(int i) => (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');

    public double Z(int i, int j) => Math.Round(20.5 + (i * 37 + j * 23 + Sectors) % 41 / 3.0, 4);

    public double Zm(int i, int j) => Math.Round(1.25 + (i * 11 + j * 7 + Sectors) % 13 / 4.0, 4);

    /// <summary>Final use: rural, urban, government, fixed capital, inventories; consumption, fixed capital, inventories where imports are apart.</summary>
    public double Y(int i, int c) => Math.Round(100.5 + (i * 53 + c * 29) % 61 / 3.0 - (c == Uses - 1 ? 110 : 0), 4);

    public double Ym(int i, int c) => Math.Round(2.5 + (i * 5 + c * 3 + Sectors) % 7 / 3.0, 4);

    public int Uses => Apart ? 3 : 5;

    public double Exports(int i) => Math.Round(30.75 + i * 3.1, 4) + (ReExported && i == 0 ? 900 : 0);

    public double Imports(int i) => Apart ? 0 : Math.Round(12.5 + i * 1.7, 4) + (ReExported && i == 0 ? 850 : 0);

    public double Error(int i) => Apart ? 0 : i % 2 == 0 ? 2.5 : -1.25;

    public double Output(int i) => All.Sum(j => Z(i, j)) + Enumerable.Range(0, Uses).Sum(c => Y(i, c)) + Exports(i) - Imports(i) + Error(i);

    public List<object?[]> Rows()
    {
        string[] codes = Apart ? ["TIU", "TC", "FU201", "FU202", "EX", "TFU", "GO"]
            : ["TIU", "FU101", "FU102", "THC", "FU103", "TC", "FU201", "FU202", "GCF", "EX", "TFU", "IM", "ERR", "GO"];
        object?[] Left(string code, string name, string local, string origin) => Apart ? [code, name, local, origin] : [code, name, local];
        object? Shown(double value) => Whole ? Math.Round(value) : value;
        double[] Side(int i, bool imported)
        {
            double[] y = [.. Enumerable.Range(0, Uses).Select(c => imported ? Ym(i, c) : Y(i, c))];
            var (inner, exports) = (All.Sum(j => imported ? Zm(i, j) : Z(i, j)), imported ? 0.5 : Exports(i));
            return Apart ? [inner, y[0], y[1], y[2], exports, y.Sum() + exports, inner + y.Sum() + exports]
                : [inner, y[0], y[1], y[0] + y[1], y[2], y[0] + y[1] + y[2], y[3], y[4], y[3] + y[4], exports, y.Sum() + exports,
                    Imports(i), Error(i), Output(i)];
        }
        object?[] Sector(int i, bool imported) => [.. Left(Code(i), $"Sector {i + 1}", $"部门{i + 1}", imported ? "Imports" : "Domestic"),
            .. All.Select(j => Shown(imported ? Zm(i, j) : Z(i, j))), .. Side(i, imported).Select(Shown)];
        object?[] Below(string code, string name, string local, Func<int, double> value, Func<int, object?> after) =>
            [.. Left(code, name, local, "TOT"), .. All.Select(j => Shown(value(j))), .. Enumerable.Range(0, codes.Length).Select(after)];
        double Inputs(int j) => All.Sum(i => Z(i, j) + (Apart ? Zm(i, j) : 0));
        double ValueAdded(int j) => Output(j) - Inputs(j);
        double[] shares = [0.5, 0.125, 0.25, 0.125];
        object? Nothing(int c) => "NA";
        return
        [
            [.. Left("Code", "Description", "DescriptionInChinese", "Origin"), .. All.Select(Code), .. codes],
            .. All.Select(i => Sector(i, false)), .. Apart ? All.Select(i => Sector(i, true)) : [],
            Below("TII", "Total intermediate input", "中间投入合计", Inputs, c => Shown(All.Sum(i => Side(i, false)[c] + (Apart ? Side(i, true)[c] : 0)))),
            .. shares.Select((share, k) => Below($"VA00{k + 1}", $"Component {k + 1}", "", j => share * ValueAdded(j), Nothing)),
            Below("TVA", "Total value-added", "增加值合计", ValueAdded, Nothing), Below("TI", "Total inputs", "总投入", Output, Nothing),
        ];
    }

    /// <summary>As the other formats are read.</summary>
    public static TableReading Reading(string path)
    {
        var read = NationalBureauTable.Read(path);
        return new(read.Table, read.Source, Vector<double>.Build.Dense(read.Table.Categories.Count), new Dictionary<string, Vector<double>>(), []);
    }

    private IEnumerable<int> All => Enumerable.Range(0, Sectors);
}
