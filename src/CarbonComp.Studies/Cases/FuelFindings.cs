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
            The IPCC's factors give {difference.Total / 1e6:+0.0;−0.0} Mt CO2 against the inventory:
            {difference[largest[0]] / 1e6:+0.0;−0.0} for {largest[0]}, {difference[largest[1]] / 1e6:+0.0;−0.0} for {largest[1]}.
            Gasoline, kerosene, diesel oil and natural gas agree within
            {100 * Refined.Max(f => Math.Abs(difference[f]) / inventory[f]):F0} %. A tonne of oil is much the same
            everywhere; coal and the gases of furnaces are not. What industry uses as raw material is left out
            on both sides: it is not burnt.
            """);
    }

    /// <summary>Emissions of one province by the factors of another, beside its own inventory.</summary>
    public static Remark WithFactorsOf(string province, string other, LabelledVector computed, LabelledVector published) => new("What it means.", $"""
        With factors from {province} the emissions of {other} come out
        {100 * (computed - published).Total / published.Total:+0.0;−0.0} % from its inventory. Near zero, one set of
        factors serves both. What is left is oxidation: a power station burns coal more completely than a
        stove, so a province's factor for coal depends on who burns it.
        """);
}
