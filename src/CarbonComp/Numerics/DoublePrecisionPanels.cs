namespace CarbonComp;

/// <summary>The routines of LU factors in double precision.</summary>
internal sealed class DoublePrecisionPanels(NativeLapack lapack) : IPanelRoutines<double>
{
    public int Factor(ref double panel, int rows, int columns, int leading, ref int pivots)
    {
        lapack.Factor(ref rows, ref columns, ref panel, ref leading, ref pivots, out var info);
        return info >= 0 ? info : throw new LinearAlgebraException($"LAPACK refused argument {-info} of dgetrf.");
    }

    public void ExchangeRows(ref double block, int columns, int leading, int count, ref int pivots)
    {
        var (first, step) = (1, 1);
        lapack.ExchangeRows(ref columns, ref block, ref leading, ref first, ref count, ref pivots, ref step);
    }

    public void SolveUnitLower(ref double triangle, ref double block, int rows, int columns, int leading)
    {
        var (left, lower, plain, unit, one) = ((byte)'L', (byte)'L', (byte)'N', (byte)'U', 1.0);
        lapack.SolveTriangle(ref left, ref lower, ref plain, ref unit, ref rows, ref columns, ref one, ref triangle, ref leading, ref block, ref leading, 1, 1, 1, 1);
    }

    public void SubtractProduct(ref double left, ref double right, ref double from, int rows, int columns, int inner, int leading)
    {
        var (plain, minus, one) = ((byte)'N', -1.0, 1.0);
        lapack.Multiply(ref plain, ref plain, ref rows, ref columns, ref inner, ref minus, ref left, ref leading, ref right, ref leading, ref one, ref from, ref leading, 1, 1);
    }
}
