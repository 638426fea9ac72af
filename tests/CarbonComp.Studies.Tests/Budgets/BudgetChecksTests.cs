namespace CarbonComp.Studies.Tests;

/// <summary>What is said to those who fill the tables of a budget wrongly: file, row, region, and what to do.</summary>
public sealed class BudgetChecksTests : IDisposable
{
    private readonly CaseCopy province = new("template-province");

    public void Dispose() => province.Dispose();

    [Theory]
    // Years and regions that are missing, or stand in one table only.
    [InlineData("economy.csv", "2020,Riverton,2100,4000000\n", "", "economy.csv: there is no row for Riverton in 2020; other regions have one. Add it")]
    [InlineData("energy.csv", "2015,Hillford,330\n", "", "energy.csv: there is no row for Hillford in 2015; other regions have one. Add it")]
    [InlineData("land.csv", "2015,Northport,Water,620\n", "",
        "land.csv: there is no row for Water of Northport in 2015; other rows have this class. Add it, with 0 where there is none")]
    [InlineData("prices.csv", "2020,1.08\n", "", "prices.csv: there is no row for 2020, which economy has. Add it")]
    [InlineData("nation.csv", "2020,", "2019,", "nation.csv: there is no row for 2020, the last year of economy.")]
    [InlineData("energy.csv", "2020,Southdale,330\n", "2020,Southdale,330\n2010,Northport,1500\n",
        "energy.csv: it has rows for 2010, which economy has not. Add 2010 to economy, or remove these rows.")]
    [InlineData("regions.csv", "990600,Southdale,\n", "",
        "economy.csv, line 7 (2015, Southdale), field region: \"Southdale\" is missing from regions.csv, field name. Correct the spelling")]
    [InlineData("energy.csv", "2020,Riverton", "2020,River Town",
        "energy.csv, line 10 (2020, River Town), field region: \"River Town\" is missing from regions.csv")]
    [InlineData("land.csv", "2015,Northport,Forest land", "2015,Northport,Jungle",
        "land.csv, line 3 (2015, Northport, Jungle), field class: the value is Jungle. This class has no absorption coefficient. Write one of")]
    [InlineData("land.csv", "2015,Northport,Forest land", "2015,Northport,Forest",
        "land.csv: there is no row for Forest land of Northport in 2015; other rows have this class. Add it, with 0 where there is none, or correct the "
            + "spelling.")]
    // Numbers that cannot be.
    [InlineData("economy.csv", "2015,Eastmoor,980", "2015,Eastmoor,0",
        "economy.csv, line 6 (2015, Eastmoor), field gdp: the value is 0. GDP must be positive. Give")]
    [InlineData("economy.csv", ",2900000", ",-1",
        "economy.csv, line 7 (2015, Southdale), field population: the value is -1. Population must be positive. Give")]
    [InlineData("energy.csv", "2020,Southdale,330", "2020,Southdale,0",
        "energy.csv, line 13 (2020, Southdale), field value: the value is 0. Energy use must be positive: a region without emissions has no coefficients. "
            + "Give")]
    [InlineData("land.csv", "2015,Northport,Water,620", "2015,Northport,Water,-620",
        "land.csv, line 5 (2015, Northport, Water), field value: the value is -620. An area cannot be negative; give 0")]
    [InlineData("prices.csv", "2020,1.08", "2020,0", "prices.csv, line 3 (2020), field value: the value is 0. A price level must be positive")]
    [InlineData("nation.csv", "2020,1000000,", "2020,0,", "nation.csv, line 2 (2020), field gdp: the value is 0. The nation's GDP must be positive.")]
    // Parameters.
    [InlineData("parameters.csv", "engel,30,%", "engel,130,%",
        "parameters.csv, line 7 (engel), field value: the value is 130. It is read in %. An Engel coefficient lies between 0 and 1, or 0 and 100 %")]
    [InlineData("parameters.csv", "engel,30,%", "engel,0,%", "parameters.csv, line 7 (engel), field value: the value is 0. It is read in %. An Engel")]
    [InlineData("parameters.csv", "engel,30,%", "engel,100,%", "parameters.csv, line 7 (engel), field value: the value is 100. It is read in %. An Engel")]
    [InlineData("parameters.csv", "engel,30,%", "engel,45,1",
        "the value is 45. It is read in 1. An Engel coefficient lies between 0 and 1, or 0 and 100 %, and none is below 1 %. Write 30 with the unit %, or "
            + "0.3 with the unit 1.")]
    [InlineData("parameters.csv", "engel,30,%", "engel,0.45,%",
        "the value is 0.45. It is read in %. An Engel coefficient lies between 0 and 1, or 0 and 100 %, and none is below 1 %. Write 30 with the unit %, or "
            + "0.3 with the unit 1.")]
    [InlineData("parameters.csv", "engel,30,%", "engel,30,", "parameters.csv, line 7 (engel), field value: the row has no unit. Fill its cell")]
    [InlineData("parameters.csv", "engel,30,%", "angel,30,%", "parameters.csv: there is no parameter \"engel\".")]
    [InlineData("parameters.csv", "exchange_rate,7,", "rate,7,", "parameters.csv: there is no parameter \"exchange_rate\".")]
    [InlineData("parameters.csv", "exchange_rate,7,yuan/US$", "exchange_rate,7,yuan",
        "parameters.csv, line 4 (exchange_rate), field value: yuan cannot be read as yuan/US$: they measure different things. Correct the unit.")]
    [InlineData("parameters.csv", "exchange_rate,7,", "exchange_rate,0,",
        "parameters.csv, line 4 (exchange_rate), field value: the value is 0. It is read in yuan/US$. An exchange rate is positive")]
    [InlineData("parameters.csv", "minimum,10,", "minimum,20,",
        "parameters.csv, line 3 (sink_price_international_maximum), field value: the value is 15. It is read in US$/t CO2. The highest price is below the "
            + "lowest")]
    [InlineData("parameters.csv", "growth_curve_a,1,", "growth_curve_a,-1,", "parameters.csv, line 5 (growth_curve_a), field value: the value is -1.")]
    // Units.
    [InlineData("datapackage.json", "\"unit\": \"10^4 tce\"", "\"unit\": \"km2\"",
        "energy.csv, field value: its unit is km2, which does not measure energy use. Write the unit of your figures into datapackage.json: tce,")]
    [InlineData("datapackage.json", ",\n            \"unit\": \"10^4 tce\"", "",
        "datapackage.json, resource \"energy\", field value: it holds numbers, but no unit is given.")]
    [InlineData("datapackage.json", "\"unit\": \"10^4 tce\"", "\"unit\": \"tce\"",
        "energy.csv, line 2 (2015, Northport), field value: the value is 1850. For 5,200,000 persons that is 0.000356 tce a head; people use 0.05 to 200. Is "
            + "a unit in datapackage.json wrong? Energy is read in tce, population in person")]
    [InlineData("economy.csv", "2015,Hillford,820,2600000", "2015,Hillford,820,260",
        "economy.csv, line 3 (2015, Hillford), field gdp: the value is 820. For 260 persons that is 4.42E+03 times the nation's GDP per head of 2020. Is a "
            + "unit in datapackage.json wrong? GDP is read in")]
    [InlineData("nation.csv", ",1400000000", ",140000", "times the nation's GDP per head of 2020.")]
    // Domestic prices may be given, both or neither.
    [InlineData("parameters.csv", "exchange_rate,7,", "sink_price_domestic_minimum,30,yuan/t CO2,of somebody\nexchange_rate,7,",
        "parameters.csv: it has sink_price_domestic_minimum alone. Give sink_price_domestic_minimum and sink_price_domestic_maximum, or neither.")]
    [InlineData("parameters.csv", "exchange_rate,7,",
        "sink_price_domestic_minimum,30,yuan/t CO2,a\nsink_price_domestic_maximum,20,yuan/t CO2,b\nexchange_rate,7,",
            "parameters.csv, line 5 (sink_price_domestic_maximum), field value: the value is 20. It is read in yuan/t CO2. The highest price is below the "
                + "lowest")]
    // What spreadsheets do to numbers.
    [InlineData("prices.csv", "year,value\n2015,1\n2020,1.08", "year,value,,\n2015,1,,\n2020,1.08,,",
        "prices.csv, line 1: column 3 has no name. Delete it where it is empty")]
    [InlineData("prices.csv", "2020,1.08", "2020,1,08", "prices.csv, line 3 (2020): the line has 3 cells, the heading 2. Write numbers with a decimal point")]
    [InlineData("prices.csv", "2020,1.08", "2020,\"1,08\"",
        "prices.csv, line 3 (2020), field value: \"1,08\" is not a number. Write plain digits with a decimal point")]
    [InlineData("economy.csv", "2015,Northport,3200", "2015,Northport,3,200",
        "economy.csv, line 2 (2015, Northport): the line has 5 cells, the heading 4. Write numbers with a decimal point and without thousands separators")]
    [InlineData("economy.csv", "5200000", "\"5,200,000\"",
        "economy.csv, line 2 (2015, Northport), field population: \"5,200,000\" is not a whole number. Write digits only, without spaces or thousands "
            + "separators")]
    [InlineData("economy.csv", "2015,Northport", "2015年,Northport",
        "economy.csv, line 2 (2015年, Northport), field year: \"2015年\" is not a year. Write its four digits")]
    [InlineData("land.csv", "2015,Northport,Water,620", "2015,Northport,Water,",
        "land.csv, line 5 (2015, Northport, Water), field value: the cell is empty. Give a value")]
    [InlineData("energy.csv", "2020,Southdale,330\n", "2020,Southdale,330\n,,\n",
        "energy.csv, line 14: the line has no values, only commas. Delete the whole row")]
    public void What_cannot_be_is_refused_where_it_stands(string file, string text, string with, string says)
    {
        province.Edit(file, text, with);
        Assert.Contains(says, province.Complaint());
    }

    [Fact]
    public void A_year_that_one_table_has_not_is_named()
    {
        province.EditLines("land.csv", lines => lines.Where(l => !l.StartsWith("2015", StringComparison.Ordinal)));
        Assert.Contains("land.csv: there is no row for 2015, which economy has.", province.Complaint());
    }

    [Fact]
    public void A_region_that_absorbs_nothing_is_named()
    {
        province.EditLines("land.csv", lines => lines.Select(l => l.StartsWith("2020,Marshfield", StringComparison.Ordinal)
            && !l.Contains("Construction", StringComparison.Ordinal) ? l[..(l.LastIndexOf(',') + 1)] + "0" : l));
        Assert.Contains("land.csv, line 56 (2020, Marshfield, Cultivated land), field value: the value is 0. Marshfield absorbs nothing in 2020",
            province.Complaint());
    }

    [Fact]
    public void Hectares_read_as_square_kilometres_do_not_fit_the_map()
    {
        province.EditLines("land.csv", lines => lines.Select((l, i) => i == 0 ? l : l + "00"));
        var message = Assert.Throws<DataException>(() => BudgetCase.Load(province.Folder).Map("nowhere")).Message;
        Assert.Contains("land.csv, field value: the land of Northport adds up to 760,000 km2, ", message);
        Assert.Contains("of its outline on the map. Is the unit in datapackage.json right (km2)?", message);
    }

    [Fact]
    public void A_file_of_another_country_or_none_is_named()
    {
        province.SaveWithSemicolons("economy.csv");
        Assert.Contains("economy.csv, line 1: the cells are separated by semicolons, not by commas. Say so in datapackage.json", province.Complaint());
        File.Delete(province.At("economy.csv"));
        Assert.Contains("datapackage.json, resource \"economy\": the file \"economy.csv\" is missing.", province.Complaint());
    }
}
