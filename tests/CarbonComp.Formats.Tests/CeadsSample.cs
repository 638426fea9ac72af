namespace CarbonComp.Formats.Tests;

/// <summary>Made-up provinces in the layout of the CEADs workbooks.</summary>
internal sealed record CeadsSample(int Provinces, int Sectors, int Seed = 1)
{
    private static readonly string[] Uses = ["FU101", "FU102", "FU103", "FU201", "FU202"];

    public bool English { get; init; }
    public bool NumericCodes { get; init; }
    public bool WithEmissions { get; init; }
    public bool ErrorColumn { get; init; } = true;
    public int RowsAbove { get; init; }

    private int N => Provinces * Sectors;

    public int FirstRow => 5 + RowsAbove;

    public double Z(int i, int j) => (i * 31 + j * 17 + Seed) % 7 == 0 ? 0 : 0.5 / N * (1 + (i * 7 + j * 13 + Seed) % 100) / 100.0 * 2e6;

    public double Y(int i, int u) => u % 5 == 4 && i % 3 == 0 ? -120.25 : 1000.125 * (1 + (i + 3 * u + Seed) % 11);

    public double Exports(int i) => 250.5 * ((i + Seed) % 9);

    public double Error(int i) => ErrorColumn ? i % 4 * 1.75 : 0;

    public double Imports(int j) => 10.5 * ((j + Seed) % 6);

    public double Output(int i) => Enumerable.Range(0, N).Sum(j => Z(i, j)) + Enumerable.Range(0, 5 * Provinces).Sum(u => Y(i, u)) + Exports(i) + Error(i);

    public IEnumerable<object?[]> Rows()
    {
        var uses = 5 * Provinces;
        var (z0, u0) = (3, 3 + N + 1);
        var end = u0 + uses;
        var width = end + (ErrorColumn ? 4 : 3);
        object Code(int s) => NumericCodes ? (double)(s + 1) : $"{s + 1:00}";
        string Province(int p) => English ? $"Province {p + 1}" : $"省{p + 1}";
        for (var r = 0; r <= RowsAbove; r++)
        {
            var title = new object?[width];
            title[0] = English ? "Multi-regional input-output table" : "区域间投入产出表";
            yield return title;
        }
        object?[] provinces = new object?[width], names = new object?[width], codes = new object?[width];
        for (var j = 0; j < N; j++)
        {
            if (j % Sectors == 0) provinces[z0 + j] = Province(j / Sectors);
            (names[z0 + j], codes[z0 + j]) = (English ? $"Sector {j % Sectors + 1}" : $"部门{j % Sectors + 1}", Code(j % Sectors));
        }
        (names[u0 - 1], codes[u0 - 1]) = ("中间使用合计", "TIU");
        for (var u = 0; u < uses; u++)
        {
            if (u % 5 == 0) provinces[u0 + u] = Province(u / 5);
            (names[u0 + u], codes[u0 + u]) = ($"use {u % 5}", Uses[u % 5]);
        }
        string[] last = ErrorColumn ? ["EX", "TFU", "ERR", "GO"] : ["EX", "TFU", "GO"];
        for (var k = 0; k < last.Length; k++) (names[end + k], codes[end + k]) = (last[k], last[k]);
        yield return provinces;
        yield return names;
        yield return codes;

        var (bought, output) = (new double[N], new double[N]);
        for (var i = 0; i < N; i++)
        {
            var row = new object?[width];
            if (i % Sectors == 0) row[0] = Province(i / Sectors);
            (row[1], row[2]) = (names[z0 + i], Code(i % Sectors));
            double sold = 0, used = 0;
            for (var j = 0; j < N; j++)
            {
                var value = Z(i, j);
                (sold, bought[j]) = (sold + value, bought[j] + value);
                row[z0 + j] = value;
            }
            for (var u = 0; u < uses; u++)
            {
                used += Y(i, u);
                row[u0 + u] = Y(i, u);
            }
            output[i] = sold + used + Exports(i) + Error(i);
            (row[u0 - 1], row[end], row[end + 1]) = (sold, Exports(i), used + Exports(i));
            if (ErrorColumn) row[end + 2] = Error(i);
            row[width - 1] = output[i];
            yield return row;
        }
        object?[] Below(string code, Func<int, double> value)
        {
            var row = new object?[width];
            (row[1], row[2]) = (code, code);
            for (var j = 0; j < N; j++) row[z0 + j] = value(j);
            return row;
        }
        double Added(int j) => output[j] - bought[j] - Imports(j);
        var imports = Below("IM", Imports);
        for (var u = 0; u < uses; u++) imports[u0 + u] = 3.5 * u;
        yield return imports;
        yield return Below("TII", j => bought[j]);
        for (var v = 1; v <= 4; v++) yield return Below($"VA00{v}", j => Added(j) * v / 10);
        yield return Below("TVA", Added);
        yield return Below("TI", j => output[j]);
        if (WithEmissions) yield return Below("CO2 (Mt)", j => 0.25 * j);
    }
}
