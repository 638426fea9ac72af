namespace CarbonComp.Emissions;

/// <summary>The CO2 emissions of one region and year by sector and source, as a published inventory gives them; t CO2.</summary>
/// <remarks>
/// Scope 1 of a sector is the sum of its sources: fuels, other energy and processes. What purchased heat and electricity emit
/// elsewhere (scope 2) is kept apart and is part of no sum here: it is scope 1 of the sector that supplies them.
/// </remarks>
public sealed record EmissionInventory : Tabular
{
    /// <summary>The source of emissions that no fuel causes, such as cement clinker.</summary>
    public const string ProcessSource = "Process";

    /// <summary>The source of emissions of energy that is not among the fuels.</summary>
    public const string OtherEnergySource = "Other energy";

    /// <summary>Creates the inventory.</summary>
    /// <remarks>
    /// Any unit of CO2, not negative: sources by sector (rows) and source (columns), <see cref="ProcessSource"/> among them; groups of households
    /// by the same sources; purchased heat and electricity by sectors and households, none where the publication has none.
    /// </remarks>
    /// <exception cref="AxisException">Rows that are not sectors, sources that differ, or no process source.</exception>
    /// <exception cref="UnitException">Numbers that are not CO2.</exception>
    /// <exception cref="CarbonCompException">A negative number.</exception>
    public EmissionInventory(Region region, int year, LabelledMatrix sources, LabelledMatrix households,
        LabelledVector? purchasedHeat = null, LabelledVector? purchasedElectricity = null)
    {
        const string demand = "Emissions cannot be negative.";
        (Region, Year) = (region, year);
        Sectors = sources.Rows as SectorAxis ?? throw new AxisException($"The rows of an inventory are sectors, not {sources.Rows.Kinds}.");
        sources.Columns.Require(households.Columns, "Emissions of households");
        sources.Columns.IndexOf(ProcessSource);
        Sources = sources.In(Unit.TonneCO2).RequireNotNegative(demand);
        HouseholdSources = households.In(Unit.TonneCO2).RequireNotNegative(demand);
        PurchasedHeat = purchasedHeat?.In(Unit.TonneCO2).RequireNotNegative(demand);
        PurchasedElectricity = purchasedElectricity?.In(Unit.TonneCO2).RequireNotNegative(demand);
    }

    /// <summary>The region.</summary>
    public Region Region { get; }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The sectors; households are not among them.</summary>
    public SectorAxis Sectors { get; }

    /// <summary>Emissions by sector (rows) and source (columns), t CO2.</summary>
    public LabelledMatrix Sources { get; }

    /// <summary>Emissions of groups of households (rows) by source (columns), t CO2.</summary>
    public LabelledMatrix HouseholdSources { get; }

    /// <summary>Scope 2, heat, by sectors and households, t CO2; part of no sum. None where the publication has none.</summary>
    public LabelledVector? PurchasedHeat { get; }

    /// <summary>Scope 2, electricity, by sectors and households, t CO2; part of no sum. None where the publication has none.</summary>
    public LabelledVector? PurchasedElectricity { get; }

    /// <summary>Scope 1 by sector, t CO2: the sum of each sector's sources.</summary>
    public LabelledVector Scope1 => Sources.RowSums().Named("scope 1 emissions");

    /// <summary>Scope 1 of households, t CO2.</summary>
    public LabelledVector Households => HouseholdSources.RowSums().Named("emissions of households");

    /// <summary>Emissions of sectors by fuel, without processes and other energy, t CO2.</summary>
    public LabelledMatrix Fuels => Sources.ForColumns(FuelAxis);

    /// <summary>Emissions by fuel of sectors and households together, t CO2.</summary>
    public LabelledVector ByFuel => (Fuels.ColumnSums() + HouseholdSources.ForColumns(FuelAxis).ColumnSums()).Named("emissions by fuel");

    /// <summary>Process emissions by sector, t CO2.</summary>
    public LabelledVector Process => Sources.Column(ProcessSource).Named("process emissions");

    /// <summary>Scope 1 of all sectors and households, t CO2.</summary>
    public double Total => Scope1.Total + Households.Total;

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Sources.Status, HouseholdSources.Status);

    /// <inheritdoc/>
    public override string Caption => Invariant($"CO2 emissions of {Region} in {Year}, scope 1 by sector");

    /// <summary>One row per sector, then households: fuels, processes and their sum.</summary>
    public override Columns ToColumns() => new Columns(new Column("sector", Sectors.Labels.Concat(HouseholdSources.Rows.Labels).ToArray()))
        .With("fuels and other energy", Both(m => m.RowSums().Values - m.Column(ProcessSource).Values), Unit.TonneCO2)
        .With("processes", Both(m => m.Column(ProcessSource).Values), Unit.TonneCO2).With("scope 1", Both(m => m.RowSums().Values), Unit.TonneCO2);

    private CategoryAxis FuelAxis => new("fuel", Sources.Columns.Labels.Except([ProcessSource, OtherEnergySource]));

    private IEnumerable<double> Both(Func<LabelledMatrix, IEnumerable<double>> part) => [.. part(Sources), .. part(HouseholdSources)];
}
