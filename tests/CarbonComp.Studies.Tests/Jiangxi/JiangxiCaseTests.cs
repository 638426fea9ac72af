namespace CarbonComp.Studies.Tests;

public sealed class JiangxiCaseTests
{
    private static readonly JiangxiCase Jiangxi = JiangxiCase.Load(CaseFolder.Path("jiangxi-2010-2020"));
    private static readonly PublishedNumbers Printed = Jiangxi.Published;

    [Fact]
    public void The_facts_that_the_construction_uses_come_out_of_it()
    {
        void Same(string id, double ours) => Assert.True(Printed[id].Agrees(ours), $"{id}: printed {Printed[id].Printed}, {ours}");
        Same("s41-energy", Jiangxi.EmissionsBySource(2020).Column("energy").Total / 1e6);
        Same("s41-emissions-2010", Jiangxi.Model.Emissions(2010).Total / 1e6);
        Same("s41-yingtan-energy", Jiangxi.Energy(2020)["Yingtan"] / 1e6);
        Same("s41-ganzhou-energy-share-2010", 100 * Jiangxi.Energy(2010)["Ganzhou"] / Jiangxi.Energy(2010).Total);
        Same("s41-ganzhou-energy-share-2020", 100 * Jiangxi.Energy(2020)["Ganzhou"] / Jiangxi.Energy(2020).Total);
        Same("s41-nanchang-share", 100 * Jiangxi.Model.Emissions(2020)["Nanchang"] / Jiangxi.Model.Emissions(2020).Total);
        Same("s41-nanchang-intensity-2010", Jiangxi.Intensity(2010)["Nanchang"]);
        Same("s41-nanchang-intensity-2020", Jiangxi.Intensity(2020)["Nanchang"]);
        Same("s433-shangrao-intensity", Jiangxi.Energy(2020)["Shangrao"] / Jiangxi.Gdp(2020).In("10^4 yuan")["Shangrao"]);
        Same("s42-absorption-2020", Jiangxi.Model.Absorption(2020).Total / 1e6);
        Same("s33-forest-share", 100 * Jiangxi.Land(2020).Column("Forest land").Total / Jiangxi.Land(2020).Total);
        Same("s33-cropland-share", 100 * Jiangxi.Land(2020).Column("Cultivated land").Total / Jiangxi.Land(2020).Total);
        Same("s41-construction-2020", Jiangxi.Land(2020).In("ha").Column("Construction land").Total);
        Same("s33-construction-2010", Jiangxi.Land(2010).In("ha").Column("Construction land").Total);
        Same("s33-decrease-forest-land", (Jiangxi.Land(2010).In("ha").Column("Forest land").Total - Jiangxi.Land(2020).In("ha").Column("Forest land").Total));
    }

    [Theory]
    [InlineData(2010)]
    [InlineData(2015)]
    [InlineData(2020)]
    public void Budgets_sum_to_the_province_and_coefficients_have_mean_one(int year)
    {
        var budget = Jiangxi.Model.Budget(year);
        Assert.Equal(Jiangxi.Model.Emissions(year).Total - Jiangxi.Model.Absorption(year).Total, budget.Balance.Total, 1e-3);
        var weights = budget.Emissions.Values / budget.Emissions.Total;
        Assert.Equal(1, Jiangxi.Model.EconomicContribution(year).Values.DotProduct(weights), 10);
        Assert.Equal(1, Jiangxi.Model.EcologicalSupport(year).Values.DotProduct(weights), 10);
        Assert.Equal(ValueStatus.Constructed, budget.Status);
        Assert.All(Jiangxi.Energy(year).Values, e => Assert.True(e > 0));
        Assert.Equal(Jiangxi.Construction.Total(year), Jiangxi.Energy(year).Total, 1e-3);
    }

    [Theory]
    [InlineData(2010)]
    [InlineData(2015)]
    [InlineData(2020)]
    public void Land_has_the_areas_of_the_cities_and_of_the_classes(int year)
    {
        var land = Jiangxi.Land(year).In("ha");
        var (classes, areas) = (Jiangxi.Construction.ProvincialLand(year), Jiangxi.Package["regions"].Vector("area", Jiangxi.Regions));
        Assert.Equal(classes.Values, land.ColumnSums().Values, (a, b) => Math.Abs(a / b - 1) < 1e-9);
        Assert.Equal(areas.Values / areas.Total, land.RowSums().Values / land.Total, (a, b) => Math.Abs(a / b - 1) < 1e-9);
        Assert.All(land.Values.Enumerate(), v => Assert.True(v >= 0));
    }

    [Fact]
    public void What_the_fund_does_not_close_is_what_is_paid_less_what_is_received()
    {
        var settlement = Jiangxi.Settlement();
        Assert.Equal(settlement.Net.Total, settlement.FundBalance, 1e-3);
        Assert.Equal(settlement.Paid.Total - settlement.Received.Total, settlement.FundBalance, 1e-3);
        Assert.Equal(ValueStatus.Illustrative, settlement.Status); // exchange rate and Engel coefficient stand in
        var owed = Jiangxi.Compensation().Owed;
        Assert.All(Enumerable.Range(0, 11), i => Assert.Equal(Math.Sign(owed[i]), Math.Sign(settlement.Net[i])));
    }

    [Fact]
    public void One_switch_counts_everything_in_CO2()
    {
        var consistent = Jiangxi.With(BudgetCoefficients.Consistent);
        Assert.Equal(2.46 / 1.87, consistent.EmissionsBySource(2020).Column("energy").Total / Jiangxi.EmissionsBySource(2020).Column("energy").Total, 10);
        Assert.Equal(Jiangxi.Energy(2020).Values, consistent.Energy(2020).Values);
        Assert.Equal(Jiangxi.Model.Budget(2020).Balance.Total, ((double[])Jiangxi.CoefficientsCompared(2020).Columns["budget"])[0], 1e-3);
        Assert.Equal(consistent.Model.Budget(2020).Balance.Total, ((double[])Jiangxi.CoefficientsCompared(2020).Columns["budget"])[1], 1e-3);
    }

    [Fact]
    public void Energy_tells_printed_facts_from_what_was_divided()
    {
        var origin = Jiangxi.Construction.EnergyByOrigin(2020);
        Assert.Equal(Jiangxi.Energy(2020).Values, origin.RowSums().Values);
        Assert.Equal(["Nanchang", "Yingtan", "Ganzhou", "Shangrao"], origin.Rows.Labels.Where((_, i) => origin.Values[i, 0] > 0));
        Assert.Equal(0, Jiangxi.Construction.EnergyByOrigin(2015).Column("from printed facts").Total);
    }

    [Fact]
    public void A_case_lists_what_it_is_counted_from()
    {
        var columns = Jiangxi.Inputs().Columns;
        string[] inputs = (string[])columns["input"], statuses = (string[])columns["status"], sources = (string[])columns["source"];
        Assert.Contains("constructed", statuses[Array.IndexOf(inputs, "energy use")]);
        Assert.Contains("CEADs", sources[Array.IndexOf(inputs, "energy use")]);
        Assert.Contains("MODIS", sources[Array.IndexOf(inputs, "land by class")]);
        Assert.DoesNotContain("constructed", statuses[Array.IndexOf(inputs, "GDP, population")]);
        Assert.All((string[])BudgetCase.Load(CaseFolder.Path("template-province")).Inputs().Columns["status"], s => Assert.Contains("illustrative", s));
    }

    [Fact]
    public void The_weight_of_industry_is_the_printed_one_and_can_be_another()
    {
        Assert.Equal(58.17 / (183.42 / 1.87), Jiangxi.Construction.IndustryShare, 10);
        var other = JiangxiCase.Of(new JiangxiConstruction(Jiangxi.Package, industryShare: 0));
        Assert.Equal(Jiangxi.Energy(2020)["Yingtan"], other.Energy(2020)["Yingtan"]);
        Assert.NotEqual(Jiangxi.Energy(2020)["Xinyu"], other.Energy(2020)["Xinyu"]);
        Assert.Contains("2012", Assert.Throws<CarbonCompException>(() => Jiangxi.Energy(2012)).Message);
    }
}
