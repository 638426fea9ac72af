using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests.InputOutput;

/// <summary>A supply and use table of two industries and two products, worked by hand.</summary>
/// <remarks>Farms make 80 of food and 20 of energy, works 120 of energy alone. Food is bought by works (30), energy by farms (35) and works (25); final
/// use is 50 of food and 80 of energy. Value added is what is left: 65 and 65.</remarks>
public class SupplyUseTests
{
    private static readonly Matrix<double> Supply = Matrix<double>.Build.DenseOfArray(new double[,] { { 80, 20 }, { 0, 120 } });
    private static readonly Matrix<double> Use = Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 30 }, { 35, 25 } });
    private static readonly Matrix<double> FinalUse = Matrix<double>.Build.DenseOfArray(new double[,] { { 50 }, { 80 } });
    private static readonly Vector<double> Added = Vector<double>.Build.Dense([65, 65]);

    [Fact]
    public void Fixed_product_sales_give_industries_their_shares_of_each_product()
    {
        // Farms have all of food and 20/140 = 1/7 of energy.
        var z = SupplyUse.Intermediate(Supply, Use, SupplyUseConstruct.FixedProductSales);
        Near([5, 30 + 25 / 7.0, 30, 150 / 7.0], [z[0, 0], z[0, 1], z[1, 0], z[1, 1]]);
        var y = SupplyUse.FinalUse(Supply, FinalUse, SupplyUseConstruct.FixedProductSales);
        Near([50 + 80 / 7.0, 480 / 7.0], [y[0, 0], y[1, 0]]);
        // Rows and columns give industry output, 100 and 120.
        Near([100, 120], z.RowSums() + y.Column(0));
        Near([100, 120], z.ColumnSums() + SupplyUse.Inputs(Supply, Added, SupplyUseConstruct.FixedProductSales));
    }

    [Fact]
    public void Industry_technology_gives_each_product_the_recipe_of_its_makers()
    {
        // Four fifths of what farms do is food; works make energy alone.
        var z = SupplyUse.Intermediate(Supply, Use, SupplyUseConstruct.IndustryTechnology);
        Near([0, 30, 28, 7 + 25], [z[0, 0], z[0, 1], z[1, 0], z[1, 1]]);
        Assert.Equal(FinalUse, SupplyUse.FinalUse(Supply, FinalUse, SupplyUseConstruct.IndustryTechnology));
        var added = SupplyUse.Inputs(Supply, Added, SupplyUseConstruct.IndustryTechnology);
        Near([52, 78], added);
        // Rows and columns give product output, 80 and 140.
        Near([80, 140], z.RowSums() + FinalUse.Column(0));
        Near([80, 140], z.ColumnSums() + added);
    }

    [Fact]
    public void Without_secondary_products_both_are_the_use_table()
    {
        var pure = Matrix<double>.Build.DenseOfDiagonalArray([80, 140]);
        foreach (var construct in Enum.GetValues<SupplyUseConstruct>())
            Assert.True((SupplyUse.Intermediate(pure, Use, construct) - Use).Enumerate().Max(Math.Abs) < 1e-12);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var none = Matrix<double>.Build.DenseOfArray(new double[,] { { 80, 0 }, { 0, 0 } });
        Assert.Contains("1 products are used and not supplied, the first number 2", Assert.Throws<InputOutputException>(() =>
            SupplyUse.Intermediate(none, Use, SupplyUseConstruct.FixedProductSales)).Message);
        Assert.Contains("product 2 by industry 1 is -1", Assert.Throws<InputOutputException>(() => SupplyUse.Transformation(
            Matrix<double>.Build.DenseOfArray(new double[,] { { 1, -1 } }), SupplyUseConstruct.IndustryTechnology)).Message);
        Assert.Contains("Use has a row a product", Assert.Throws<InputOutputException>(() =>
            SupplyUse.Intermediate(Supply.SubMatrix(0, 1, 0, 2), Use, SupplyUseConstruct.IndustryTechnology)).Message);
    }

    private static void Near(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, 1e-12));
}
