namespace CarbonComp.Studies;

/// <summary>A provincial inventory divided among cities, and how it was divided.</summary>
/// <param name="Emissions">t CO2, rows cities, columns sectors; constructed.</param>
/// <param name="FirstGuess">What the proxies alone would give, t CO2: each sector divided in their proportion.</param>
/// <param name="TotalsFactor">By how much the cities' totals were scaled to add up to the province's.</param>
/// <param name="Fit">The bi-proportional fit of the sectors that take up the cities' totals.</param>
public sealed record DownscaledInventory(LabelledMatrix Emissions, LabelledMatrix FirstGuess, double TotalsFactor, BiproportionalFit Fit) : Tabular
{
    /// <inheritdoc/>
    public override string Caption => "Inventory of the province divided among its cities";

    /// <inheritdoc/>
    public override ValueStatus Status => Emissions.Status;

    /// <summary>For each city: emissions, what the proxies alone gave, and the ratio of both. Proxies are value added and population.</summary>
    public override Columns ToColumns()
    {
        var (fitted, guess) = (Emissions.RowSums(), FirstGuess.RowSums());
        return new(
            new Column(Emissions.Rows.Kind, Emissions.Rows.Labels.ToArray()),
            new Column("emissions", fitted.Values.ToArray(), Unit.TonneCO2),
            new Column("by value added and population alone", guess.Values.ToArray(), Unit.TonneCO2),
            new Column("ratio", fitted.Values.PointwiseDivide(guess.Values).ToArray(), Unit.One));
    }
}
