using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

/// <summary>What a construction does with trade abroad, own supply and inventories that are known by region.</summary>
public class RegionalControlsTests
{
    private static readonly SectorAxis Sectors = SectorAxis.Of("steel", "haircuts");
    private static readonly RegionAxis Regions = RegionAxis.Of("North", "South");

    // Output 100 and 50; imported inputs 6 of steel and 2 of haircuts; inventories of steel run down by 3.
    private static readonly NationalTable Nation = new(Sectors, new CategoryAxis("final use", "consumption", "inventories"),
        M(new double[,] { { 30, 10 }, { 8, 5 } }), M(new double[,] { { 4, 2 }, { 1, 1 } }), M(new double[,] { { 43, -3 }, { 35, 0 } }),
        Vector<double>.Build.Dense([20.0, 2.0]), Vector<double>.Build.Dense([57.0, 32.0]), Vector<double>.Build.Dense([100.0, 50.0]), ValueStatus.Illustrative);

    private static Matrix<double> M(double[,] values) => Matrix<double>.Build.DenseOfArray(values);

    private static LabelledMatrix Known(string name, double[,] values) => new(name, Regions, Sectors, M(values), Unit.Yuan, ValueStatus.Illustrative);

    private static RegionalControls Controls(LabelledMatrix? exports = null, LabelledMatrix? imports = null) => new(
        Known("value added", new double[,] { { 40, 8 }, { 17, 24 } }),
        [new("consumption", "residents", new LabelledVector("residents", Regions, [1, 2], Unit.Person, ValueStatus.Illustrative), 3, Unit.Person),
            FinalUseProxy.LikeOtherDemand("inventories")], exports, imports);

    private static MultiRegionalTable Construct(RegionalControls controls, ConstructionOptions? options = null)
    {
        var distances = new LabelledMatrix("distance", Regions, Regions, M(new double[,] { { 0, 100 }, { 100, 0 } }), Unit.Kilometre, ValueStatus.Illustrative);
        return SubnationalTable.Construct(Nation, controls, distances, (options ?? new()) with { Rest = null }).Table;
    }

    [Fact]
    public void Imports_by_region_replace_the_nations_coefficients_and_the_table_balances()
    {
        // North buys nothing abroad, South all.
        var table = Construct(Controls(imports: Known("imports", new double[,] { { 0, 0 }, { 6, 2 } })));
        Assert.True(table.Validate(1e-9).IsBalanced);
        Assert.Equal([0, 0], table.ImportedInputs.Take(2));
        Assert.Equal(8, table.ImportedInputs.Sum(), 1e-9);
        // The nation's own products are used as in the nation.
        for (var i = 0; i < 2; i++)
            Assert.Equal(Nation.Intermediate.Row(i).Sum(), table.Intermediate.Row(i).Sum() + table.Intermediate.Row(2 + i).Sum(), 1e-9);
        // All of a product that South's sectors use is imported in the same share.
        var use = SelfSupply.Of(table).Demand;
        Assert.True(use["South", "steel"] < SelfSupply.Of(Construct(Controls())).Demand["South", "steel"]);
    }

    [Fact]
    public void Imports_beyond_what_a_region_needs_are_refused_by_name()
    {
        var small = Controls(imports: Known("imports", new double[,] { { 6, 0 }, { 0, 2 } }))
            with { ValueAdded = Known("value added", new double[,] { { 1, 1 }, { 56, 31 } }) };
        var wrong = Assert.Throws<InputOutputException>(() => Construct(small));
        Assert.Contains("Imports of steel by North are 6", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("Imports cannot exceed what is needed", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exports_by_region_leave_the_rest_to_the_nation()
    {
        var table = Construct(Controls(exports: Known("exports", new double[,] { { 20, 0 }, { 0, 2 } })));
        Assert.Equal([20, 0, 0, 2], table.Exports);
        Assert.True(table.Validate(1e-9).IsBalanced);
    }

    [Fact]
    public void Inventories_go_with_all_other_demand_for_the_product()
    {
        var (table, s) = (Construct(Controls()), 2);
        double Used(int region, int category) => Enumerable.Range(0, 2).Sum(from => table.FinalUseByCategory[from * s, region * 2 + category]);
        double Inputs(int region) => Enumerable.Range(0, 2).Sum(from => Enumerable.Range(0, s).Sum(j => table.Intermediate[from * s, region * s + j]));
        var (north, south) = (Used(0, 0) + Inputs(0), Used(1, 0) + Inputs(1));
        Assert.Equal(-3 * north / (north + south), Used(0, 1), 1e-9);
        Assert.Equal(-3, Used(0, 1) + Used(1, 1), 1e-9);
    }

    [Fact]
    public void The_pool_supplies_at_home_what_lambda_to_the_delta_leaves()
    {
        LabelledVector Deltas(double steel, double haircuts) => new("δ", Sectors, [steel, haircuts], Unit.One, ValueStatus.Illustrative);
        LabelledMatrix Share(LabelledVector deltas) => SelfSupply.Of(Construct(Controls(), new()
        {
            RegionalPurchaseCoefficient = RegionalPurchaseCoefficient.SupplyDemandPool, ProductDeltas = deltas,
        })).Share;
        // With δ = 0 nothing is hauled both ways: one of the two regions supplies all that it needs itself.
        var closed = Share(Deltas(0, 0));
        Assert.Equal(1, Math.Max(closed["North", "steel"], closed["South", "steel"]), 1e-9);
        var open = Share(Deltas(0.5, 0));
        Assert.True(open["North", "steel"] < closed["North", "steel"]);
        Assert.Equal(closed["North", "haircuts"], open["North", "haircuts"], 1e-9);
        Assert.Throws<AxisException>(() => Share(new("δ", SectorAxis.Of("a", "b"), [0, 0], Unit.One, ValueStatus.Illustrative)));
    }
}
