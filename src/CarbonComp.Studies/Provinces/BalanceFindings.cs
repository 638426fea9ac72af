namespace CarbonComp.Studies;

/// <summary>What notebook 24 says of its results, computed from them.</summary>
public static class BalanceFindings
{
    private const string Read = "How to read it.", Means = "What it means.";

    /// <summary>How much of the emissions domestic demand causes, beside PEC's abstract.</summary>
    public static Remark DomesticDemand(ChinaProvinces china, ProvincialBalances balances)
    {
        CarbonGainsAndLosses[] all = [.. china.Years.Select(year => balances.Of(year))];
        double Own(CarbonGainsAndLosses b) => 100 * b.OwnEmissions.Total / b.ForDomesticDemand.Total;
        return new(Read, $"""
            Domestic demand causes {all.Min(b => b.DomesticShare.In("%").Value):F0} to {all.Max(b => b.DomesticShare.In("%").Value):F0} % of the emissions;
            the abstract has over 70 % in every year. Of that {all.Min(Own):F0} to {all.Max(Own):F0} % are caused
            by the province's own use, in the abstract the main part.
            How much provinces supply themselves depends on how the table is constructed (20).
            """);
    }

    /// <summary>What crops fix, and what counts as a sink beside PEC's abstract.</summary>
    public static Remark Sinks(ChinaProvinces china, ProvincialSinks sinks, int year)
    {
        double[] Fixed(CropCoefficients? by = null) => [.. china.Years.Select(y => Mt(sinks.Crops.Fixation(y, by).AsCarbonDioxide.Sum()))];
        var (alone, chinese) = (Fixed(), Fixed(sinks.Crops.ChineseCoefficients));
        string Beside(SinkChoice choice) => Nation(sinks, year, choice) switch { < 2500 => "less", > 2600 => "more", _ => "as much" };
        return new(Read, $"""
            Crops alone fix {alone.Min():F0} to {alone.Max():F0} Mt a year, and {chinese.Min():F0} to {chinese.Max():F0} by the
            coefficients of eight crops that are used in China. {sinks.Crops.Fixation(year).Missing} have no coefficients and are left out.
            Beside the abstract's 2500–2600 Mt, land alone is {Beside(SinkChoice.Land)} in {year}, with crops it is {Beside(SinkChoice.LandAndCrops)},
            with grass as well {Beside(SinkChoice.LandCropsAndGrass)}. Which crops, coefficients and land the abstract counts, it does not say.
            """);
    }

    /// <summary>Gross sinks beside the net exchange of land with the air.</summary>
    public static Remark NetExchange(ProvincialSinks sinks, int year)
    {
        var (low, high) = (CarbonDioxide.FromCarbon(190), CarbonDioxide.FromCarbon(260));   // 0.19 and 0.26 Pg C, in Mt
        var gross = Nation(sinks, year, SinkChoice.LandCropsAndGrass);
        return new(Means, $"""
            0.19 to 0.26 Pg C are {low:F0} to {high:F0} Mt CO2. Land alone comes to {Nation(sinks, year, SinkChoice.Land):F0} Mt in {year}; with crops and grass
            it is {gross:F0}, {gross / high:F1} to {gross / low:F1} times what land keeps.
            So a surplus that rests on crops is one of gross fixation, not of carbon that stays out of the air.
            """);
    }

    /// <summary>Who has a surplus within itself by what counts as a sink, beside PEC's four examples.</summary>
    public static Remark Within(ChinaProvinces china, ProvincialBalances balances, ProvincialSinks sinks, int year, SinkChoice counted)
    {
        var (full, grass) = (balances.Of(year, counted), balances.Of(year, SinkChoice.LandCropsAndGrass));
        string Type(string province) => grass.IntraRegionalTypeOf(province).ToString().ToLowerInvariant();
        return new(Means, $"""
            With sinks of {ProvincialSinks.NameOf(counted)}, {full.Within(CarbonBalanceType.Surplus)} take up more than they emit for themselves in {year}.
            Of the abstract's four examples these come out with land alone: {balances.AgreeingWithin(year, SinkChoice.Land)};
            with what is counted here: {china.Years.Select(y => Invariant($"{balances.AgreeingWithin(y, counted).Count} in {y}"))}.
            What grass takes up decides on the north: at {sinks.Crops.Grass.Value:F2} t C/ha, measured on one plateau, its two examples are
            {Type("Inner Mongolia")} and {Type("Xinjiang")};
            sinks equal own emissions at {balances.GrassForBalance(year, "Inner Mongolia").Value:F2} t C/ha in Inner Mongolia
            and {balances.GrassForBalance(year, "Xinjiang").Value:F2} in Xinjiang.
            """);
    }

    /// <summary>Who takes up more than it emits for itself.</summary>
    public static Remark Surpluses(CarbonGainsAndLosses byLand) => new(Read, $"""
        By land alone {byLand.Within(CarbonBalanceType.Surplus).Count} of {byLand.Regions.Count} provinces take up more
        than they emit for themselves; all sinks together are {100 * byLand.Sinks.Total / byLand.OwnEmissions.Total:F0} %
        of these emissions.
        """);

    private static double Nation(ProvincialSinks sinks, int year, SinkChoice choice) => Mt(sinks.Total(year, choice).Sum());

    private static double Mt(Quantity quantity) => quantity.In("Mt CO2").Value;
}
