using System.Collections.Frozen;

namespace CarbonComp.Formats;

/// <summary>The sectors, sources and provinces of CEADs' emission inventories, in every spelling of the workbooks.</summary>
internal static class CeadsInventoryNames
{
    /// <summary>Positions among the columns, which are the fuels, then these.</summary>
    public const int OtherEnergy = 17, Process = 18, Heat = 19, Electricity = 20, Total = 21, ColumnCount = 22;

    /// <summary>Row 0 is the total, 1 to 45 are the sectors, then urban and rural households.</summary>
    public const int SectorCount = 45, RowCount = 48;

    /// <summary>As emission factors name them.</summary>
    public static readonly string[] Fuels =
    [
        "Raw coal", "Cleaned coal", "Other washed coal", "Briquettes", "Coke", "Coke oven gas", "Other gas", "Other coking products", "Crude oil",
        "Gasoline", "Kerosene", "Diesel oil", "Fuel oil", "LPG", "Refinery gas", "Other petroleum products", "Natural gas",
    ];

    private static readonly string[] SectorNames =
    [
        "Farming, Forestry, Animal Husbandry, Fishery and Water Conservancy", "Coal Mining and Dressing", "Petroleum and Natural Gas Extraction",
        "Ferrous Metals Mining and Dressing", "Nonferrous Metals Mining and Dressing", "Nonmetal Minerals Mining and Dressing",
        "Other Minerals Mining and Dressing", "Logging and Transport of Wood and Bamboo", "Food Processing", "Food Production",
        "Beverage Production", "Tobacco Processing", "Textile Industry", "Garments and Other Fiber Products",
        "Leather, Furs, Down and Related Products", "Timber Processing, Bamboo, Cane, Palm Fiber & Straw Products", "Furniture Manufacturing",
        "Papermaking and Paper Products", "Printing and Record Medium Reproduction", "Cultural, Educational and Sports Articles",
        "Petroleum Processing and Coking", "Raw Chemical Materials and Chemical Products", "Medical and Pharmaceutical Products",
        "Chemical Fiber", "Rubber Products", "Plastic Products", "Nonmetal Mineral Products", "Smelting and Pressing of Ferrous Metals",
        "Smelting and Pressing of Nonferrous Metals", "Metal Products", "Ordinary Machinery", "Equipment for Special Purposes",
        "Transportation Equipment", "Electric Equipment and Machinery", "Electronic and Telecommunications Equipment",
        "Instruments, Meters, Cultural and Office Machinery", "Other Manufacturing Industry", "Scrap and waste",
        "Production and Supply of Electric Power, Steam and Hot Water", "Production and Supply of Gas", "Production and Supply of Tap Water",
        "Construction", "Transportation, Storage, Post and Telecommunication Services", "Wholesale, Retail Trade and Catering Services", "Others",
    ];

    private static readonly string[] HouseholdNames = ["Urban", "Rural"];

    // As the provinces are coded and named in the project's packages.
    private static readonly Region[] Provinces =
    [
        new("110000", "Beijing", "北京市"), new("120000", "Tianjin", "天津市"), new("130000", "Hebei", "河北省"), new("140000", "Shanxi", "山西省"),
        new("150000", "Inner Mongolia", "内蒙古自治区"), new("210000", "Liaoning", "辽宁省"), new("220000", "Jilin", "吉林省"),
        new("230000", "Heilongjiang", "黑龙江省"), new("310000", "Shanghai", "上海市"), new("320000", "Jiangsu", "江苏省"), new("330000", "Zhejiang", "浙江省"),
        new("340000", "Anhui", "安徽省"), new("350000", "Fujian", "福建省"), new("360000", "Jiangxi", "江西省"), new("370000", "Shandong", "山东省"),
        new("410000", "Henan", "河南省"), new("420000", "Hubei", "湖北省"), new("430000", "Hunan", "湖南省"), new("440000", "Guangdong", "广东省"),
        new("450000", "Guangxi", "广西壮族自治区"), new("460000", "Hainan", "海南省"), new("500000", "Chongqing", "重庆市"), new("510000", "Sichuan", "四川省"),
        new("520000", "Guizhou", "贵州省"), new("530000", "Yunnan", "云南省"), new("540000", "Tibet", "西藏自治区"), new("610000", "Shaanxi", "陕西省"),
        new("620000", "Gansu", "甘肃省"), new("630000", "Qinghai", "青海省"), new("640000", "Ningxia", "宁夏回族自治区"), new("650000", "Xinjiang", "新疆维吾尔自治区"),
    ];

    private static readonly FrozenDictionary<string, int> Columns = Fuels.Index().Select(f => (f.Item, f.Index)).Concat(
    [
        ("Other energy", OtherEnergy), ("Process", Process), ("Scope 2 heat", Heat), ("Scope 2 electricity", Electricity),
        ("Scope 1 total", Total), ("Total", Total),
    ]).ToFrozenDictionary(c => Key(c.Item1), c => c.Item2);

    private static readonly FrozenDictionary<string, int> Rows = SectorNames.Concat(HouseholdNames).Index().Select(s => (s.Item, s.Index + 1)).Concat(
    [
        ("Total Consumption", 0), ("Total Emissions", 0),
    ]).ToFrozenDictionary(r => Key(r.Item1), r => r.Item2);

    private static readonly FrozenDictionary<string, Region> ByProvince = Provinces.ToFrozenDictionary(p => Key(p.Name));

    public static Region Nation { get; } = new("100000", "China", "中国");

    /// <summary>The 45 sectors, coded by their place in the inventory.</summary>
    public static SectorAxis Sectors { get; } = new(SectorNames.Select((name, i) => new Sector(FormattableString.Invariant($"{i + 1:00}"), name)));

    public static CategoryAxis Households { get; } = CategoryAxis.Of("household",
        HouseholdNames.Select((name, i) => (FormattableString.Invariant($"{SectorCount + i + 1}"), name, "")));

    public static CategoryAxis SectorsAndHouseholds { get; } = CategoryAxis.Of("sector or household",
        Sectors.Select(s => (s.Code, s.Name, "")).Concat(Households.Codes.Zip(Households.Labels, (code, name) => (code, name, ""))));

    public static CategoryAxis Sources { get; } = new("source", Fuels.Append(EmissionInventory.OtherEnergySource).Append(EmissionInventory.ProcessSource));

    /// <summary>Letters and digits only: <c>Raw_Coal</c>, <c>RawCoal</c> and <c>Raw Coal</c> are one.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>The column that a heading names, or −1.</summary>
    public static int Column(string heading) => Columns.GetValueOrDefault(Key(heading), -1);

    public static string ColumnName(int column) => column switch
    {
        < OtherEnergy => Fuels[column],
        OtherEnergy => "Other Energy",
        Process => "Process",
        Heat => "Scope 2 Heat",
        Electricity => "Scope 2 Electricity",
        _ => "Scope 1 Total",
    };

    /// <summary>The row that a name belongs to, or −1.</summary>
    public static int Row(string name) => Rows.GetValueOrDefault(Key(name), -1);

    public static string RowName(int row) => row == 0 ? "Total Emissions" : SectorsAndHouseholds.Labels[row - 1];

    /// <summary>The province that a sheet is named after; none where no province has this name.</summary>
    public static Region? Province(string name) => ByProvince.GetValueOrDefault(Key(name));

    /// <summary>The name in Chinese without the ending for the kind of place, as it begins the names of cities.</summary>
    public static IEnumerable<string> ChineseStems { get; } = Provinces.Select(p => p.LocalName[..(p.LocalName.StartsWith("内蒙古", StringComparison.Ordinal)
        || p.LocalName.StartsWith("黑龙江", StringComparison.Ordinal) ? 3 : 2)]);
}
