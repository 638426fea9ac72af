namespace CarbonComp.Studies.Tests;

/// <summary>The template as it stands, and filled by somebody else.</summary>
public sealed class TemplateProvinceTests : IDisposable
{
    private readonly CaseCopy province = new("template-province");

    public void Dispose() => province.Dispose();

    [Fact]
    public void The_template_opens_and_computes()
    {
        var study = BudgetCase.Load(province.Folder);
        Assert.Equal([2015, 2020], study.Years);
        foreach (var year in study.Years)
        {
            var weights = study.Model.Emissions(year).Values / study.Model.Emissions(year).Total;
            Assert.Equal(1, study.Model.EconomicContribution(year).Values.DotProduct(weights), 10);
            Assert.Equal(1, study.Model.EcologicalSupport(year).Values.DotProduct(weights), 10);
        }
        Assert.Equal(study.Gdp(2020)["Northport"] / 1.08, study.RealGdp(2020)["Northport"], 9);
        var settlement = study.Settlement();
        Assert.Equal(settlement.Paid.Total - settlement.Received.Total, settlement.FundBalance, 1e-3);
        Assert.Equal(ValueStatus.Illustrative, settlement.Status);
        Assert.Equal(study.Regions.Count, study.Map("nowhere").Outlines.Count);
    }

    [Fact]
    public void A_package_without_energy_is_told_what_to_add()
    {
        province.Edit("datapackage.json", "\"name\": \"energy\"", "\"name\": \"fuel\"");
        Assert.Contains("template-province", Assert.Throws<DataException>(() => BudgetCase.Load(province.Folder)).Message);
    }

    [Fact]
    public void One_year_has_a_budget_but_no_compensation()
    {
        foreach (var file in new[] { "economy.csv", "energy.csv", "land.csv", "prices.csv" }) province.EditLines(file, lines =>
            lines.Where(l => !l.StartsWith("2015", StringComparison.Ordinal)));
        var study = BudgetCase.Load(province.Folder);
        Assert.True(study.Model.Budget(2020).Balance.Total > 0);
        Assert.Contains("two years", Assert.Throws<CarbonCompException>(() => study.Compensation()).Message);
    }

    [Fact]
    public void Figures_in_other_units_of_the_yearbook_give_the_same_budget()
    {
        var before = BudgetCase.Load(province.Folder);
        province.Edit("datapackage.json", "\"unit\": \"10^4 tce\"", "\"unit\": \"万吨标煤\"");
        province.Edit("datapackage.json", "\"unit\": \"km2\"", "\"unit\": \"ha\"");
        province.EditLines("land.csv", lines => lines.Select((l, i) => i == 0 ? l : l + "00"));
        var after = BudgetCase.Load(province.Folder);
        Assert.Equal(before.Model.Budget(2020).Balance.Values, after.Model.Budget(2020).Balance.Values, (a, b) => Math.Abs(a / b - 1) < 1e-12);
    }

    [Fact]
    public void Regions_may_have_Chinese_names()
    {
        foreach (var file in new[] { "regions.csv", "economy.csv", "energy.csv", "land.csv" })
            province.EditLines(file, lines => lines.Select(l => l.Replace("Northport", "北港市").Replace("Hillford", "山渡")));
        province.Edit("boundaries.geojson", "\"Northport\"", "\"北港市\"");
        var study = BudgetCase.Load(province.Folder);
        Assert.Equal(study.Energy(2015)[0], study.Energy(2015)["北港市"]);
        Assert.Equal(6, study.Map("nowhere").Outlines.Count); // 山渡 by its code
        Assert.Contains("北港市", $"{study.Model.Budget(2020)}");
    }

    [Fact]
    public void Domestic_prices_of_sinks_are_read_where_they_are_given()
    {
        CompensationReading domestic = new() { Market = SinkMarket.Domestic }, closed = new() { Market = SinkMarket.Domestic, Range = PriceRange.Closed };
        Assert.Contains("no parameter \"sink_price_domestic_minimum\"", Assert.Throws<DataException>(() => BudgetCase.Load(province.Folder).Price(domestic))
            .Message);
        province.Edit("parameters.csv", "exchange_rate,7,",
            "sink_price_domestic_minimum,30,yuan/t CO2,a\nsink_price_domestic_maximum,50,yuan/t CO2,b\nexchange_rate,7,");
        var study = BudgetCase.Load(province.Folder);
        var income = study.Gdp(2020).In(Unit.Yuan).Total / study.Population(2020).Total / (1000000e8 / 1400000000);
        Assert.Equal(30 + 20 * income, study.Price(domestic).PerTonneCO2, 1e-9);
        Assert.Equal(30 + 20 * Math.Min(1, income), study.Price(closed).PerTonneCO2, 1e-9);
        Assert.Equal(study.Settlement().Net.Total * study.Price(domestic).PerTonneCO2 / study.Price().PerTonneCO2, study.Settlement(domestic).Net.Total, 1e-3);
    }

    [Fact]
    public void Outlines_of_other_regions_are_refused_with_what_the_file_has()
    {
        province.Edit("boundaries.geojson", "\"Hillford\", \"id\": \"990200\"", "\"Hilford\", \"id\": \"2\"");
        var message = Assert.Throws<CarbonCompException>(() => BudgetCase.Load(province.Folder).Map("nowhere")).Message;
        Assert.Contains("/boundaries.geojson: there is no outline of Hillford.", message);
        Assert.Contains("Hilford", message);
        Assert.Contains("delete the file", message);
    }

    [Fact]
    public void Without_outlines_and_without_codes_of_the_map_it_says_what_to_do()
    {
        File.Delete(province.At("boundaries.geojson"));
        var study = BudgetCase.Load(province.Folder);
        Assert.Contains("Run environment/run.sh", Assert.Throws<CarbonCompException>(() => study.Map(province.Folder)).Message);
        Directory.CreateDirectory(province.At("province"));
        File.WriteAllText(Path.Combine(province.At("province"), "a.json"), "{\"type\": \"FeatureCollection\", \"features\": []}");
        Assert.Contains("has all of Northport, Hillford", Assert.Throws<CarbonCompException>(() => study.Map(province.Folder)).Message);
    }
}
