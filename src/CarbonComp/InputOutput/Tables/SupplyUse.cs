using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.InputOutput;

/// <summary>Symmetric tables of supply and use (Eurostat 2008, Manual of Supply, Use and Input-Output Tables, chapter 11)
/// (<c>docs/methods.md#supply-use</c>).</summary>
/// <remarks>
/// Supply V is industry × product, use U product × industry, final use Y product × use, value added w and stressors by industry. Industry output is
/// <c>g = V1</c>, product output <c>q = V'1</c>.
/// Fixed product sales: <c>T = V·q̂⁻¹, Z = T·U, Y_I = T·Y</c>, with w and g as they are: every row and column sums to industry output where
/// supply and use balance, and nothing becomes negative.
/// Industry technology: <c>T = ĝ⁻¹·V, Z = U·T, w_P = w·T</c>, with Y and q as they are. Where each product is made in one industry both give U itself.
/// </remarks>
public static class SupplyUse
{
    /// <summary>The matrix T: market shares of industries in products, or of products in industries' output.</summary>
    /// <param name="supply">V, industry × product, not negative.</param>
    /// <param name="construct">Which.</param>
    /// <returns>Industry × product. Columns (market shares) or rows (product mixes) sum to one, or to zero where nothing is made.</returns>
    /// <exception cref="InputOutputException">A supply that is negative or no number.</exception>
    public static Matrix<double> Transformation(Matrix<double> supply, SupplyUseConstruct construct)
    {
        if (supply.Find(v => !(v >= 0 && double.IsFinite(v)), Zeros.Include) is { } wrong)
            throw new InputOutputException($"Supply of product {wrong.Item2 + 1} by industry {wrong.Item1 + 1} is {wrong.Item3}. It must be zero or positive.");
        var byProduct = construct == SupplyUseConstruct.FixedProductSales;
        var output = byProduct ? supply.ColumnSums() : supply.RowSums();
        return supply.MapIndexed((i, p, v) => v == 0 ? 0 : v / output[byProduct ? p : i]);
    }

    /// <summary>Intermediate flows: industry × industry, or product × product.</summary>
    /// <param name="supply">V, industry × product.</param>
    /// <param name="use">U, product × industry.</param>
    /// <param name="construct">The assumption.</param>
    /// <exception cref="InputOutputException">Matrices that do not fit each other, a negative supply, or a product that is used and not supplied.</exception>
    public static Matrix<double> Intermediate(Matrix<double> supply, Matrix<double> use, SupplyUseConstruct construct)
    {
        if (use.RowCount != supply.ColumnCount || use.ColumnCount != supply.RowCount)
            throw new InputOutputException($"Supply is {supply.RowCount} × {supply.ColumnCount} (industries × products), "
                + $"use {use.RowCount} × {use.ColumnCount}. Use has a row a product and a column an industry.");
        var transformation = Transformation(supply, construct);
        if (construct == SupplyUseConstruct.IndustryTechnology) return use * transformation;
        RequireSupply(supply, use);
        return transformation * use;
    }

    /// <summary>Final use: of industries' output, or of products as it is.</summary>
    /// <param name="supply">V, industry × product.</param>
    /// <param name="finalUse">Y, product × use.</param>
    /// <param name="construct">The assumption.</param>
    /// <exception cref="InputOutputException">Matrices that do not fit each other, a negative supply, or a product that is used and not supplied.</exception>
    public static Matrix<double> FinalUse(Matrix<double> supply, Matrix<double> finalUse, SupplyUseConstruct construct)
    {
        if (finalUse.RowCount != supply.ColumnCount)
            throw new InputOutputException($"Supply has {supply.ColumnCount} products, final use {finalUse.RowCount}. Both list the same.");
        var transformation = Transformation(supply, construct);
        if (construct == SupplyUseConstruct.IndustryTechnology) return finalUse;
        RequireSupply(supply, finalUse);
        return transformation * finalUse;
    }

    /// <summary>Value added, or a stressor: by industry as it is, or by product.</summary>
    /// <param name="supply">V, industry × product.</param>
    /// <param name="byIndustry">w, by industry.</param>
    /// <param name="construct">The assumption.</param>
    /// <exception cref="InputOutputException">A vector of another length, or a negative supply.</exception>
    public static Vector<double> Inputs(Matrix<double> supply, Vector<double> byIndustry, SupplyUseConstruct construct)
    {
        if (byIndustry.Count != supply.RowCount)
            throw new InputOutputException($"Supply has {supply.RowCount} industries, the vector {byIndustry.Count}. Both list the same.");
        return construct == SupplyUseConstruct.FixedProductSales ? byIndustry : Transformation(supply, construct).LeftMultiply(byIndustry);
    }

    /// <summary>What is used of a product that nobody supplies would vanish from the table.</summary>
    private static void RequireSupply(Matrix<double> supply, Matrix<double> use)
    {
        var made = supply.ColumnSums();
        int[] missing = [.. Enumerable.Range(0, made.Count).Where(p => made[p] == 0 && use.Row(p).AbsoluteMaximum() > 0)];
        if (missing.Length > 0) throw new InputOutputException($"{missing.Length} products are used and not supplied, the first number {missing[0] + 1}. "
            + "Give their supply, or take their uses out of the table.");
    }
}
