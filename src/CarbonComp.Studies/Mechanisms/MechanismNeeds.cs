namespace CarbonComp.Studies;

/// <summary>What the mechanisms need that a case does not have, and what stands in for it.</summary>
internal static class MechanismNeeds
{
    private sealed record Need(string Mechanism, string Input, string Used, ValueStatus Status);

    public static Table Of(ProvincialMechanisms mechanisms, int year)
    {
        var china = mechanisms.China;
        var table = china.IsConstructed(year) ? ("constructed from the national table", ValueStatus.Constructed) : ("the given table", ValueStatus.Statistic);
        var absent = string.Join(", ", china.Regions(year).Where(p => !china.Emitters(year).Contains(p.Code)).Select(p => p.Name));
        var earlier = china.Years.Where(y => y < year).ToArray();
        Need[] needs =
        [
            new("all", "emissions by province and sector", $"inventories of {ProvincialAccounts.InventoryYear(year)}"
                + (absent.Length == 0 ? "" : $"; none for {absent}, which is left out"), china.EmitterEmissions(year).Status),
            new("BTH, PRC, PEC", "a table between provinces", table.Item1, table.Item2),
            new("BTH", "carbon densities of the provinces' land", "those that BTH prints for Beijing, Tianjin and Hebei", ValueStatus.Illustrative),
            new("BTH, JX", "Engel coefficients of the provinces", "the nation's of 2020 for all, so abilities alone tell them apart", ValueStatus.Illustrative),
            new("BTH", "a carbon price of the year", "the paper's of 2020", ValueStatus.Paper),
            new("JX", "emissions and land of an earlier year", earlier.Length == 0 ? "none: no revision by intensity" : string.Join(", ", earlier),
                china.EmitterEmissions(year).Status),
            new("JX", "emissions from energy and respiration", "inventories, which leave out respiration", ValueStatus.Statistic),
            new("JX", "prices of sinks, and the exchange rate", "15 US$/t at the round rate of the Jiangxi case", ValueStatus.Illustrative),
            new("PRC, PEC", "reduction costs", "estimated from value added, labour and emissions", ValueStatus.Constructed),
            new("PEC", "sinks by province", "land cover by satellite, harvests, and coefficients of the literature", ValueStatus.Constructed),
        ];
        return Table.OfRows(Invariant($"What the mechanisms need, and what stands in for it, {year}"), needs)
            .With("mechanism", n => n.Mechanism).With("needs", n => n.Input).With("here", n => n.Used).With("status", n => n.Status.Caption());
    }
}
