namespace CarbonComp;

/// <summary>The routines of LU factors in single precision.</summary>
internal sealed class SinglePrecisionPanels(NativeLapack lapack) : IPanelRoutines<float>
{
    public int Factor(ref float panel, int rows, int columns, int leading, ref int pivots)
    {
        lapack.FactorSingle(ref rows, ref columns, ref panel, ref leading, ref pivots, out var info);
        return info >= 0 ? info : throw new LinearAlgebraException($"LAPACK refused argument {-info} of sgetrf.");
    }

    public void ExchangeRows(ref float block, int columns, int leading, int count, ref int pivots)
    {
        var (first, step) = (1, 1);
        lapack.ExchangeRowsSingle(ref columns, ref block, ref leading, ref first, ref count, ref pivots, ref step);
    }

    public void SolveUnitLower(ref float triangle, ref float block, int rows, int columns, int leading)
    {
        var (left, lower, plain, unit, one) = ((byte)'L', (byte)'L', (byte)'N', (byte)'U', 1f);
        lapack.SolveTriangleSingle(ref left, ref lower, ref plain, ref unit, ref rows, ref columns, ref one, ref triangle, ref leading, ref block, ref leading, 1, 1, 1, 1);
    }

    public void SubtractProduct(ref float left, ref float right, ref float from, int rows, int columns, int inner, int leading)
    {
        var (plain, minus, one) = ((byte)'N', -1f, 1f);
        lapack.MultiplySingle(ref plain, ref plain, ref rows, ref columns, ref inner, ref minus, ref left, ref leading, ref right, ref leading, ref one, ref from, ref leading, 1, 1);
    }
}
