namespace CarbonComp;

/// <summary>What LU factors are made of panel by panel, in one precision. Blocks of a matrix, column by column, go by reference to their first element.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal interface IPanelRoutines<T>
{
    /// <summary>getrf: the panel's own factors; 0, or the number of the pivot that vanishes.</summary>
    int Factor(ref T panel, int rows, int columns, int leading, ref int pivots);

    /// <summary>laswp: the panel's row exchanges in other columns.</summary>
    void ExchangeRows(ref T block, int columns, int leading, int count, ref int pivots);

    /// <summary>trsm: <c>L⁻¹</c> times the block to the right, L unit lower triangular.</summary>
    void SolveUnitLower(ref T triangle, ref T block, int rows, int columns, int leading);

    /// <summary>gemm: takes the product of the panel and the block to its right off what is left.</summary>
    void SubtractProduct(ref T left, ref T right, ref T from, int rows, int columns, int inner, int leading);
}
