using CarbonComp.Tests.Data;

namespace CarbonComp.Tests.Cases;

/// <summary>The template as it stands, and what happens to those who fill it wrongly.</summary>
public sealed class TemplateProvinceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("province").FullName;

    public TemplateProvinceTests()
    {
        foreach (var file in Directory.GetFiles(CaseFolder.Path("template-province"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_template_opens_and_computes()
    {
        var study = BudgetCase.Load(folder);
        Assert.Equal([2015, 2020], study.Years);
        Assert.Null(study.Construction);
        Assert.Null(study.Published);
        foreach (var year in study.Years)
        {
            var weights = study.Emissions(year).Values / study.Emissions(year).Total;
            Assert.Equal(1, study.EconomicContribution(year).Values.DotProduct(weights), 10);
            Assert.Equal(1, study.EcologicalSupport(year).Values.DotProduct(weights), 10);
        }
        Assert.Equal(study.Gdp(2020)["Northport"] / 1.08, study.RealGdp(2020)["Northport"], 9);
        var settlement = study.Settlement();
        Assert.Equal(settlement.Paid.Total - settlement.Received.Total, settlement.FundBalance, 1e-3);
        Assert.Equal(ValueStatus.Illustrative, settlement.Status);
        Assert.Equal(study.Regions.Count, study.Map("nowhere").Outlines.Count);
    }

    [Theory]
    // A city absent in one year; a year absent from one table; numbers that cannot be; a parameter outside its range.
    [InlineData("economy.csv", "2020,Riverton,2100,4000000\n", "", "economy.csv", "Riverton in 2020")]
    [InlineData("energy.csv", "2015,Hillford,330\n", "", "energy.csv", "Hillford in 2015")]
    [InlineData("prices.csv", "2020,1.08\n", "", "prices.csv", "2020")]
    [InlineData("nation.csv", "2020,", "2019,", "nation.csv", "2020")]
    [InlineData("economy.csv", "2015,Eastmoor,980", "2015,Eastmoor,0", "economy.csv, line 6", "GDP must be positive")]
    [InlineData("economy.csv", ",2900000", ",-1", "economy.csv, line 7", "Population must be positive")]
    [InlineData("energy.csv", "2020,Southdale,330", "2020,Southdale,0", "energy.csv, line 13", "Energy use must be positive")]
    [InlineData("land.csv", "2015,Northport,Water,620", "2015,Northport,Water,-620", "land.csv, line 5", "cannot be negative")]
    [InlineData("land.csv", "2015,Northport,Water,620\n", "", "land.csv", "Northport")]
    [InlineData("land.csv", "Forest land", "Jungle", "Jungle", "no absorption coefficient")]
    [InlineData("prices.csv", "2020,1.08", "2020,0", "prices.csv, line 3", "price level must be positive")]
    [InlineData("parameters.csv", "engel,30,%", "engel,130,%", "parameters.csv, line 7 (engel), field value", "between 0 and 1")]
    [InlineData("parameters.csv", "engel,30,%", "engel,0,%", "parameters.csv, line 7 (engel), field value", "between 0 and 1")]
    [InlineData("parameters.csv", "engel,30,%", "angel,30,%", "parameters.csv", "engel")]
    [InlineData("parameters.csv", "exchange_rate,7,", "rate,7,", "parameters.csv", "exchange_rate")]
    [InlineData("nation.csv", "2020,1000000,", "2020,0,", "nation.csv, line 2", "must be positive")]
    [InlineData("regions.csv", "990600,Southdale,\n", "", "economy.csv", "Southdale")]
    public void What_cannot_be_is_refused_with_file_and_row(string file, string text, string with, string place, string says)
    {
        var path = Path.Combine(folder, file);
        var before = File.ReadAllText(path);
        Assert.Contains(text, before);
        File.WriteAllText(path, before.Replace(text, with));
        var message = Assert.ThrowsAny<CarbonCompException>(() => BudgetCase.Load(folder)).Message;
        Assert.Contains(place, message);
        Assert.Contains(says, message);
    }

    [Fact]
    public void A_region_that_absorbs_nothing_is_named()
    {
        var path = Path.Combine(folder, "land.csv");
        File.WriteAllLines(path, File.ReadAllLines(path).Select(l => l.StartsWith("2020,Marshfield", StringComparison.Ordinal) && !l.Contains("Construction", StringComparison.Ordinal) ? l[..(l.LastIndexOf(',') + 1)] + "0" : l));
        var message = Assert.Throws<DataException>(() => BudgetCase.Load(folder)).Message;
        Assert.Contains("land.csv", message);
        Assert.Contains("Marshfield absorbs nothing in 2020", message);
    }

    [Fact]
    public void Years_of_one_table_only_are_named()
    {
        var path = Path.Combine(folder, "energy.csv");
        File.AppendAllText(path, "2010,Northport,1500\n");
        Assert.Contains("rows for 2010", Assert.Throws<DataException>(() => BudgetCase.Load(folder)).Message);
    }

    [Fact]
    public void A_package_without_energy_is_told_what_to_add()
    {
        var path = Path.Combine(folder, "datapackage.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"name\": \"energy\"", "\"name\": \"fuel\""));
        Assert.Contains("template-province", Assert.Throws<DataException>(() => BudgetCase.Load(folder)).Message);
    }

    [Fact]
    public void One_year_has_a_budget_but_no_compensation()
    {
        foreach (var file in new[] { "economy.csv", "energy.csv", "land.csv", "prices.csv" })
            File.WriteAllLines(Path.Combine(folder, file), File.ReadAllLines(Path.Combine(folder, file)).Where(l => !l.StartsWith("2015", StringComparison.Ordinal)));
        var study = BudgetCase.Load(folder);
        Assert.True(study.Budget(2020).Balance.Total > 0);
        Assert.Contains("two years", Assert.Throws<CarbonCompException>(() => study.Compensation()).Message);
    }
}
