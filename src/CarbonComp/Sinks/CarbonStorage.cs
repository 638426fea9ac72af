namespace CarbonComp;

/// <summary>Carbon stored in the land of each region (<c>docs/methods.md#bth-11</c>): <c>Σ_j area_j · (above + below + soil + dead)_j</c>.</summary>
/// <remarks>In carbon; <see cref="AsCarbonDioxide"/> gives 44/12 as much in CO2, for comparison with demand. It is a stock. Where a balance of one year
/// is drawn up, it is refused: there, <see cref="Since"/> over the years between, or an annual uptake, is what counts.</remarks>
public sealed record CarbonStorage : Tabular
{
    private CarbonStorage(Axis regions, LabelledMatrix byClass, LabelledVector areas, ValueStatus status) =>
        (Regions, ByClass, Areas, Status) = (regions, byClass, areas, status);

    /// <summary>Storage from a table of areas.</summary>
    /// <remarks>Areas of land classes (columns) in regions (rows). Where a class has another name among the pools, countsAs gives it.</remarks>
    /// <exception cref="UnitException">Not areas.</exception>
    /// <exception cref="CarbonCompException">A negative area, or a class without pools; the message names it.</exception>
    public static CarbonStorage Of(LabelledMatrix areas, CarbonPools pools, IReadOnlyDictionary<string, string>? countsAs = null)
    {
        var squareKilometres = areas.RequireNotNegative("An area cannot be negative.").In(Unit.SquareKilometre);
        var density = new LabelledVector("density", areas.Columns, areas.Columns.Labels.Select(name =>
            pools[countsAs?.GetValueOrDefault(name) ?? name].Total), Unit.TonneCarbonPerHectare, pools.Status);
        var stored = squareKilometres.ScaleColumns(density).Named("carbon storage");
        return new(areas.Rows, stored, squareKilometres.RowSums(), stored.Status);
    }

    /// <summary>The regions.</summary>
    public Axis Regions { get; }

    /// <summary>Area of each region, km2.</summary>
    public LabelledVector Areas { get; }

    /// <summary>t C by region and land class.</summary>
    public LabelledMatrix ByClass { get; }

    /// <summary>t C by region.</summary>
    public LabelledVector AsCarbon => ByClass.RowSums();

    /// <summary>t CO2 by region: carbon times 44/12.</summary>
    public LabelledVector AsCarbonDioxide => new(StockName, Regions, AsCarbon.Values * CarbonDioxide.PerCarbon, Unit.TonneCO2, Status);

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => "Carbon storage";

    /// <summary>Change since an earlier state of the same regions, t C; negative where carbon was lost.</summary>
    /// <exception cref="AxisException">Other regions.</exception>
    public LabelledVector Since(CarbonStorage earlier)
    {
        Regions.Require(earlier.Regions, "earlier carbon storage");
        return (AsCarbon - earlier.AsCarbon).Named("change of carbon storage");
    }

    /// <summary>A row a region: carbon, CO2, and carbon on a hectare.</summary>
    public override Columns ToColumns() => Columns.Of(Areas.Named("area"), AsCarbon.Named("carbon"), AsCarbonDioxide.Named("as CO2"))
        .With("mean density", AsCarbon.Values.Zip(Areas.Values, (carbon, area) =>
            area > 0 ? carbon / area * PerSquareKilometre.To(Unit.TonneCarbonPerHectare) : double.NaN), Unit.TonneCarbonPerHectare);

    /// <summary>Refuses a stock where a flow of one year is asked for.</summary>
    internal static void RequireFlow(LabelledVector annual)
    {
        if (annual.Name.StartsWith(StockName, StringComparison.Ordinal))
            throw new CarbonCompException($"{annual.Name} is a stock, what land holds. Give what it takes up in a year: absorption, fixation by crops, or the "
                + $"change of storage over the years between.");
    }

    private const string StockName = "carbon storage as CO2";

    private static Unit PerSquareKilometre { get; } = Unit.Parse("t C/km2");
}
