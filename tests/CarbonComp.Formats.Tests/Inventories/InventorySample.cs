namespace CarbonComp.Formats.Tests;

/// <summary>The cells of a sheet in the layout of CEADs' inventories; the numbers are made up.</summary>
internal sealed record InventorySample(int Seed)
{
    public const int FirstSector = 4, Fuels = 17, Process = 21, Total = 22;

    private static readonly string[] Headings =
    [
        "Raw Coal", "Cleaned Coal", "Other Washed Coal", "Briquettes", "Coke", "Coke Oven Gas", "Other Gas", "Other Coking Products", "Crude Oil", "Gasoline",
        "Kerosene", "Diesel Oil", "Fuel Oil", "LPG", "Refinery Gas", "Other Petroleum Products", "Natural Gas", "Scope 2 Heat", "Scope 2 Electricity",
        "Other Energy", "Process", "Scope 1 Total",
    ];

    private static readonly string[] Sectors =
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
        "Urban", "Rural",
    ];

    /// <summary>The spelling of 2018 and 2019 instead of that of the years before.</summary>
    public bool Underscores { get; init; }

    /// <summary>An edition with fuels, processes and total only.</summary>
    public bool Short { get; init; }

    /// <summary>Emissions of a sector (from 0; 45 and 46 are households) and column (from 0, as in the headings without the total), Mt.</summary>
    public double Value(int sector, int column) => column switch
    {
        19 => 0,
        20 => sector == 26 ? 3.25 + Seed : 0,
        _ => (sector * 7 + column * 5 + Seed) % 4 == 0 ? 0 : Math.Round(0.01 + (sector * 31 + column * 17 + Seed * 13) % 97 / 7.0, 6),
    };

    public double Scope1(int sector) => Enumerable.Range(0, 21).Where(c => c is not (17 or 18)).Sum(c => Value(sector, c));

    public List<object?[]> Rows()
    {
        int[] columns = Short ? [.. Enumerable.Range(0, Fuels), 20, 21] : [.. Enumerable.Range(0, 22)];
        double Cell(int sector, int column) => column == 21 ? Scope1(sector) : Value(sector, column);
        object?[] Row(string? name, Func<int, object?> cell) => [name, .. columns.Select(cell)];
        string Heading(int c) => Short && c == 21 ? "Total" : Underscores ? (c == 1 ? "CleanedCoal" : Headings[c].Replace(' ', '_')) : Headings[c];
        return
        [
            Row(Underscores ? "Emission_Inventory" : null, Heading), Row(Underscores ? "unit" : null, _ => "Mt CO2"), [null],
            Row(Underscores ? "TotalEmissions" : "Total Consumption", c => Enumerable.Range(0, 47).Sum(s => Cell(s, c))),
            .. Sectors.Select((name, s) => Row(Underscores ? name : name.PadRight(60), c => Cell(s, c))),
        ];
    }

    /// <summary>A sheet that says what the workbook is.</summary>
    public static (string, IEnumerable<object?[]>) Note => ("NOTE", [["Unit/单位", "Mt\n百万吨"]]);

    /// <summary>The workbook of a nation with its two sheets of sums.</summary>
    public static (string Name, IEnumerable<object?[]> Rows)[] Nation(params int[] years)
    {
        var samples = years.ToDictionary(y => y, y => new InventorySample(y % 100));
        var rows = years.ToDictionary(y => y, y => samples[y].Rows());
        return
        [
            Note, ("sum", [[null, .. Headings], .. years.Select(y => (object?[])[(double)y, .. rows[y][3][1..]])]),
            ("Sum-Sec-Scope 1", [[null, .. years.Select(y => (object?)(double)y)], [null], [null],
                .. Enumerable.Range(3, 48).Select(r => (object?[])[rows[years[0]][r][0], .. years.Select(y => rows[y][r][Total])])]),
            .. years.Select(y => ($"{y}", (IEnumerable<object?[]>)rows[y])),
        ];
    }
}
