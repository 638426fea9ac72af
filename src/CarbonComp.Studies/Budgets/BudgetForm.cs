namespace CarbonComp.Studies;

/// <summary>The tables of a budget as people fill them: the one list from which template, reader and checks come.</summary>
internal static class BudgetForm
{
    private static readonly FormColumn Year = new("year", "year", "", "年份", "年", "年度") { Type = FieldType.Year };

    private static readonly FormColumn Region = new("region", "region", "", "地区", "区域", "城市", "市", "city", "cities", "province");

    // English and Chinese names of land, with the class of the coefficients that each counts as.
    private static readonly (string Class, string[] Names)[] Land =
    [
        ("cultivated land", ["Cultivated land", "cropland", "arable land", "耕地"]), ("forest", ["Forest land", "forest", "woodland", "林地", "森林"]),
        ("grassland", ["Grassland", "grass land", "草地", "牧草地"]), ("water", ["Water", "water bodies", "水域", "水域及水利设施用地"]),
        ("construction land", ["Construction land", "built-up land", "建设用地"]), ("unused land", ["Unused land", "bare land", "未利用地", "未利用土地"]),
    ];

    /// <summary>The class of the coefficients that each name of land counts as, in any case.</summary>
    public static IReadOnlyDictionary<string, string> CountsAs { get; } = Land.SelectMany(l => l.Names.Select(name => (Name: name, l.Class)))
        .ToDictionary(l => l.Name, l => l.Class, StringComparer.OrdinalIgnoreCase);

    /// <summary>The tables, in the order of the template.</summary>
    public static IReadOnlyList<FormTable> Tables { get; } =
    [
        new("regions", "The regions", "a region", ["name"],
            [new("code", "code", "", "代码", "行政区划代码") { Required = false, Otherwise = "name" }, new("name", "name", "", "region", "地区", "名称", "城市"),
                new("local_name", "local name", "", "中文名", "中文名称") { Required = false }], "地区", "区域")
        {
            Remark = "The code may be left out; with the codes or Chinese names of China's prefecture-level cities the map is found by itself.",
        },
        new("economy", "Economy and population", "a region in a year", ["year", "region"],
            [Year, Region, new("gdp", "GDP", "100 million yuan", "地区生产总值", "生产总值", "gross regional product"),
                new("population", "population", "10^4 persons", "常住人口", "人口", "residents")], "经济", "GDP and population", "GDP")
        {
            Remark = "GDP at current prices. At least two years: the first is the base of prices and of the revision by intensity.",
        },
        new("energy", "Energy use", "a region in a year", ["year", "region"],
            [Year, Region, new("value", "energy use", "10^4 tce", "energy", "能源消费总量", "能源消费量", "综合能源消费量")], "能源", "能源消费")
        {
            Optional = true,
            Remark = "All energy, industry and households, in standard coal. Where there is an inventory, a table emissions (a column a sector) "
                + "may stand instead.",
        },
        new("emissions", "Emissions by sector", "a region in a year", ["year", "region"], [Year, Region], "排放", "碳排放")
        {
            Optional = true,
            Classes = new("sector", "Mt CO2", [new("Agriculture", "Agriculture", "Mt CO2"), new("Industry", "Industry", "Mt CO2"),
                new("Services", "Services", "Mt CO2"), new("Households", "Households", "Mt CO2")], [], ""),
            Remark = "Instead of energy, where there is an inventory: a column a sector, of any names. They are taken as they are; breath is not added.",
        },
        new("land", "Land by class", "a region in a year", ["year", "region"], [Year, Region], "土地", "土地利用", "land use")
        {
            Classes = new("class", "km2", [.. Land.Select(l => new FormColumn(l.Names[0], l.Names[0], "km2"))], [.. CountsAs.Keys],
                "Name the column as the class that it counts as, or add its area to that class."),
            Remark = "A column a class, 0 where there is none of it. The names may be Chinese.",
        },
        new("prices", "Price level", "a year", ["year"], [Year, new("value", "price level", "1", "GDP deflator", "平减指数", "价格指数")], "价格")
        {
            Remark = "GDP deflator of the whole region, 1 in the first year.",
        },
        new("nation", "The nation", "the last year", ["year"],
            [Year, new("gdp", "GDP", "100 million yuan", "国内生产总值"), new("population", "population", "10^4 persons", "人口", "年末总人口")], "全国")
        {
            Remark = "For the price of equation JX 13: GDP per head of the nation in the last year.",
        },
        new("parameters", "Parameters", "a parameter", ["parameter"],
            [new("parameter", "parameter", "", "参数"), new("value", "value", "1", "数值") { UnitByRow = true }, new("unit", "unit", "", "单位"),
                new("status", "status", "", "状态"), new("source", "source", "", "来源") { Required = false },
                new("description", "description", "", "说明") { Required = false }], "参数")
        {
            Remark = "The constants of the method. Fill in the exchange rate and the Engel coefficient; the others are those of the source and may be changed.",
            Given =
            [
                ["sink_price_international_minimum", "10", "US$/t CO2", "paper", "JX eq. 13", "lowest price of sinks"],
                ["sink_price_international_maximum", "15", "US$/t CO2", "paper", "JX eq. 13", "highest price of sinks"],
                ["exchange_rate", "", "yuan/US$", "statistic", "", "mean rate of the last year"],
                ["growth_curve_a", "1", "1", "paper", "JX eq. 14", "a of equation 14"],
                ["growth_curve_b", "1", "1", "paper", "JX eq. 14", "b of equation 14"],
                ["engel", "", "%", "statistic", "", "Engel coefficient of the whole region in the last year; above 1 and below 100 %"],
            ],
        },
    ];

    /// <summary>A package in the form that the case reads: a row a class where the tables have a column a class.</summary>
    public static DataPackage InRows(DataPackage package)
    {
        DataTable Read(DataTable table) => Tables.FirstOrDefault(t => t.Name == table.Name)?.Classes is { } classes && !table.Has(classes.Field)
            ? table.Gathered(["year", "region"], classes.Field, "value") : table;
        return package.Resources.Select(Read).ToArray() is var read && read.SequenceEqual(package.Resources, ReferenceEqualityComparer.Instance) ? package
            : new(package.Name, package.Title, package.Folder, package.Sources, read);
    }
}
