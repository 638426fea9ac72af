namespace CarbonComp.Studies;

/// <summary>What notebook 01 says of a province's fuel and emissions, computed from them.</summary>
public static class FuelFindings
{
    private static readonly string[] Coal = ["Raw coal", "Cleaned coal", "Other washed coal", "Briquettes", "Coke"];
    private static readonly string[] Refined = ["Gasoline", "Kerosene", "Diesel oil", "Natural gas"];

    /// <summary>The share of coal in energy and in emissions, branches × fuels, and the largest source.</summary>
    public static Remark OfCoal(string province, LabelledMatrix energy, LabelledMatrix emissions)
    {
        var total = emissions.ColumnSums();
        return new("What it means.", $"""
            Coal and coke are {100 * Coal.Sum(f => energy.Column(f).Total) / energy.Total:F0} % of the energy
            that is burnt in {province}, but {100 * Coal.Sum(f => total[f]) / total.Total:F0} % of the emissions.
            The largest source: {emissions.RowSums().ArgMax()}. What services and households use as electricity is
            counted where the electricity is made.
            """);
    }

    /// <summary>Emissions by fuel with the IPCC's factors beside those of an inventory.</summary>
    public static Remark BesideInventory(LabelledVector byFactors, LabelledVector inventory)
    {
        var difference = byFactors - inventory;
        string[] largest = [.. difference.Abs().Ranked().Take(2)];
        return new("What it means.", $"""
            With the IPCC's factors emissions are {Math.Abs(difference.Total) / 1e6:0.0} Mt CO2 {(difference.Total < 0 ? "lower" : "higher")} than in the
            inventory. The largest differences: {difference[largest[0]] / 1e6:+0.0;−0.0} Mt for {largest[0].ToLowerInvariant()} and
            {difference[largest[1]] / 1e6:+0.0;−0.0} Mt for {largest[1].ToLowerInvariant()}.
            Gasoline, kerosene, diesel oil and natural gas agree within
            {100 * Refined.Max(f => Math.Abs(difference[f]) / inventory[f]):F0} %. The carbon in a tonne of oil is much the same
            everywhere; that of coal and of furnace gases is not. What industry uses as raw material is left out
            on both sides: it is not burnt.
            """);
    }

    /// <summary>Emissions of one province by the factors of another, beside its own inventory.</summary>
    public static Remark WithFactorsOf(string province, string other, LabelledVector computed, LabelledVector published) => new("What it means.", $"""
        With factors from {province} the emissions of {other} differ by
        {100 * (computed - published).Total / published.Total:+0.0;−0.0} % from its inventory. The nearer to zero, the more the
        inventories share one set of factors. A difference for coal comes from oxidation as well: a power station burns
        coal more completely than a stove, so a province's factor depends on who burns it.
        """);
}
