namespace CarbonComp.Abatement;

/// <summary>Positions of the coefficients of the quadratic distance function, and its value and slopes as linear forms in them.</summary>
/// <remarks>
/// <c>D = α0 + Σα_n x_n + β1 y + γ1 b + ½ΣΣα_nn' x_n x_n' + ½β2 y² + ½γ2 b² + Σδ_n x_n y + Ση_n x_n b + μ y b</c>,
/// α_nn' = α_n'n is one coefficient.
/// </remarks>
internal sealed class QuadraticForm
{
    private QuadraticForm(string[] inputs)
    {
        var n = Inputs = inputs.Length;
        Names = [
            "α0", .. inputs.Select(i => $"α {i}"), "β1", "γ1",
            .. from i in Enumerable.Range(0, n) from j in Enumerable.Range(i, n - i) select $"α {inputs[i]} × {inputs[j]}",
            "β2", "γ2", .. inputs.Select(i => $"δ {i}"), .. inputs.Select(i => $"η {i}"), "μ",
        ];
    }

    public static QuadraticForm Of(ProductionUnits units) => new([.. units.Inputs.Select(i => i.Name)]);

    public int Inputs { get; }

    public IReadOnlyList<string> Names { get; }

    public int ValueAdded => 1 + Inputs;

    public int Emissions => ValueAdded + 1;

    public int ValueAddedSquared => Emissions + 1 + Inputs * (Inputs + 1) / 2;

    public int EmissionsSquared => ValueAddedSquared + 1;

    public int InputByEmissions(int n) => EmissionsSquared + 1 + Inputs + n;

    public int InputByValueAdded(int n) => EmissionsSquared + 1 + n;

    public int ValueAddedByEmissions => InputByEmissions(Inputs);

    public LinearTerm[] Distance(double[] x, double y, double b)
    {
        var terms = new List<LinearTerm> { new(0, 1), new(ValueAdded, y), new(Emissions, b) };
        for (var n = 0; n < Inputs; n++)
        {
            terms.Add(new(1 + n, x[n]));
            for (var m = n; m < Inputs; m++) terms.Add(new(InputByInput(n, m), (n == m ? 0.5 : 1) * x[n] * x[m]));
            terms.Add(new(InputByValueAdded(n), x[n] * y));
            terms.Add(new(InputByEmissions(n), x[n] * b));
        }
        return [.. terms, new(ValueAddedSquared, y * y / 2), new(EmissionsSquared, b * b / 2), new(ValueAddedByEmissions, y * b)];
    }

    public LinearTerm[] ByEmissions(double[] x, double y, double b) =>
        [new(Emissions, 1), new(EmissionsSquared, b), .. x.Select((v, n) => new LinearTerm(InputByEmissions(n), v)), new(ValueAddedByEmissions, y)];

    public LinearTerm[] ByValueAdded(double[] x, double y, double b) =>
        [new(ValueAdded, 1), new(ValueAddedSquared, y), .. x.Select((v, n) => new LinearTerm(InputByValueAdded(n), v)), new(ValueAddedByEmissions, b)];

    public LinearTerm[] ByInput(int n, double[] x, double y, double b) =>
        [new(1 + n, 1), .. x.Select((v, m) => new LinearTerm(InputByInput(n, m), v)), new(InputByValueAdded(n), y), new(InputByEmissions(n), b)];

    private int InputByInput(int n, int m)
    {
        var (i, j) = n <= m ? (n, m) : (m, n);
        // Rows of the upper triangle one after another.
        return Emissions + 1 + i * Inputs - i * (i - 1) / 2 + (j - i);
    }
}
