namespace CarbonComp;

/// <summary>A table, the emissions of its sectors, and what can be asked of the two.</summary>
/// <remarks>
/// It holds the table, the emission intensity and the Leontief system, which is factorized at the first question that needs it and serves all that
/// follow; nothing else. Every member calls one function of the same name beneath, which has the formula, the shapes and the source. It may be used
/// by several threads at once.
/// </remarks>
/// <example><c>var model = new EmbodiedCarbonModel(table, emissions); model.Transfers()</c></example>
public sealed class EmbodiedCarbonModel
{
    private readonly Lock turn = new();
    private ILeontiefInverse? leontief;

    /// <summary>The model of a table and emissions by region and sector.</summary>
    /// <param name="table">A table without competitive imports.</param>
    /// <param name="emissions">By region (rows) and sector (columns) of the table: a mass of CO2, not negative.</param>
    /// <exception cref="InputOutputException">Imports among the deliveries, negative emissions, or emissions of a sector without output.</exception>
    /// <exception cref="AxisException">Other regions or sectors than the table's.</exception>
    /// <exception cref="UnitException">Not a mass of CO2.</exception>
    public EmbodiedCarbonModel(MultiRegionalTable table, LabelledMatrix emissions) : this(table, Intensity.Of(emissions, table)) { }

    /// <inheritdoc cref="EmbodiedCarbonModel(MultiRegionalTable, LabelledMatrix)"/>
    /// <param name="table">A table without competitive imports.</param>
    /// <param name="emissions">By sector of all regions, in the table's order.</param>
    public EmbodiedCarbonModel(MultiRegionalTable table, LabelledVector emissions) : this(table, Intensity.Of(emissions, table)) { }

    /// <summary>The model of a table and an emission intensity.</summary>
    /// <param name="table">A table without competitive imports.</param>
    /// <param name="intensity">f, of the same table.</param>
    /// <param name="leontief">
    /// The table's system, where it was factorized before: with progress and cancellation, for a large table, or for several stressors of one table.
    /// </param>
    /// <exception cref="InputOutputException">Imports among the deliveries.</exception>
    /// <exception cref="AxisException">An intensity of other regions or sectors.</exception>
    public EmbodiedCarbonModel(MultiRegionalTable table, Intensity intensity, ILeontiefInverse? leontief = null)
    {
        LeontiefSystem.RequireDomesticUse(table);
        table.Axis.Require(intensity.Axis, "Intensity");
        if (leontief is not null && leontief.Order != table.Axis.Count)
            throw new InputOutputException($"The Leontief system has {leontief.Order} sectors and the table {table.Axis.Count}. Give the system of this "
                + $"table.");
        (Table, Intensity, this.leontief) = (table, intensity, leontief);
    }

    /// <summary>The table.</summary>
    public MultiRegionalTable Table { get; }

    /// <summary>f: emissions per unit of output.</summary>
    public Intensity Intensity { get; }

    /// <summary>B = (I − A)⁻¹, as products with it; factorized when it is first asked for.</summary>
    /// <exception cref="InputOutputException">The table is not productive; the message names the sectors that cause it.</exception>
    public ILeontiefInverse Leontief
    {
        // Not a Lazy, which would keep throwing the exception of a person who stopped it once.
        get
        {
            lock (turn) return leontief ??= LeontiefSystem.Of(Table);
        }
    }

    /// <summary>Transfers by region: rows emit, columns use.</summary>
    /// <param name="tolerance">The largest residual of a row that is accepted, as a share of its turnover.</param>
    /// <seealso cref="EmbodiedCarbon.Transfers(MultiRegionalTable, Intensity, ILeontiefInverse, double)"/>
    public TransferMatrix Transfers(double tolerance = TableReport.DefaultTolerance) => EmbodiedCarbon.Transfers(Table, Intensity, Leontief, tolerance);

    /// <summary>Transfers by emitting sector and region (rows) and region of use (columns).</summary>
    /// <param name="tolerance">The largest residual of a row that is accepted, as a share of its turnover.</param>
    /// <seealso cref="EmbodiedCarbon.TransfersBySector"/>
    public SectorTransfers TransfersBySector(double tolerance = TableReport.DefaultTolerance) =>
        EmbodiedCarbon.TransfersBySector(Table, Intensity, Leontief, tolerance);

    /// <summary>Emissions embodied in bilateral trade (EEBT): what each region emits at home for its deliveries to each other one.</summary>
    /// <param name="tolerance">The largest residual of a row that is accepted, as a share of its turnover.</param>
    /// <seealso cref="EmbodiedCarbon.BilateralTrade"/>
    public BilateralTradeEmissions BilateralTrade(double tolerance = TableReport.DefaultTolerance) =>
        EmbodiedCarbon.BilateralTrade(Table, Intensity, tolerance);

    /// <summary>Emissions that a unit of final use of each product causes along its chain.</summary>
    /// <seealso cref="LeontiefMultipliers.Emissions"/>
    public LabelledVector EmissionMultipliers() => LeontiefMultipliers.Emissions(Table, Intensity, Leontief);

    /// <summary>Output that a unit of final use of each product causes along its chain.</summary>
    /// <seealso cref="LeontiefMultipliers.Output"/>
    public LabelledVector OutputMultipliers() => LeontiefMultipliers.Output(Table, Leontief);

    /// <summary>Value added that a unit of final use of each product causes along its chain.</summary>
    /// <seealso cref="LeontiefMultipliers.ValueAdded"/>
    public LabelledVector ValueAddedMultipliers() => LeontiefMultipliers.ValueAdded(Table, Leontief);

    /// <summary>Imported inputs that a unit of final use of each product causes along its chain.</summary>
    /// <seealso cref="LeontiefMultipliers.ImportedInputs"/>
    public LabelledVector ImportedInputMultipliers() => LeontiefMultipliers.ImportedInputs(Table, Leontief);

    /// <summary>Emissions by final product of a region and region of use.</summary>
    /// <seealso cref="Footprint.ByProduct"/>
    public LabelledMatrix FootprintByProduct() => Footprint.ByProduct(Table, Intensity, Leontief);

    /// <summary>Emissions by emitting sector of a region and region of use.</summary>
    /// <seealso cref="Footprint.ByEmitter"/>
    public LabelledMatrix FootprintByEmitter() => Footprint.ByEmitter(Table, Intensity, Leontief);

    /// <summary>Emissions by kind of final product, wherever made, and region of use.</summary>
    /// <seealso cref="Footprint.BySector"/>
    public LabelledMatrix FootprintBySector() => Footprint.BySector(Table, Intensity, Leontief);

    /// <summary>Each region answers for what it emits.</summary>
    /// <seealso cref="Responsibility.Producer"/>
    public ResponsibilityShares ProducerResponsibility() => Responsibility.Producer(Transfers());

    /// <summary>Each region answers for what is emitted for its final use.</summary>
    /// <seealso cref="Responsibility.Consumer"/>
    public ResponsibilityShares ConsumerResponsibility() => Responsibility.Consumer(Transfers());

    /// <summary>Responsibility shared along the chain by value added (Lenzen, Murray, Sack and Wiedmann 2007).</summary>
    /// <seealso cref="Responsibility.Shared"/>
    public ResponsibilityShares SharedResponsibility() => Responsibility.Shared(Table, Intensity);

    /// <summary>The producer keeps a share of what it emits for others, the user takes the rest.</summary>
    /// <param name="kept">λ_rs from 0 to 1, producers as rows; <see cref="ValueAddedKept"/> by default.</param>
    /// <seealso cref="Responsibility.Benefit"/>
    public ResponsibilityShares BenefitResponsibility(LabelledMatrix? kept = null) => Responsibility.Benefit(Transfers(), kept ?? ValueAddedKept());

    /// <summary>Each region answers for the emissions that its primary inputs enable downstream.</summary>
    /// <seealso cref="Responsibility.Income"/>
    public ResponsibilityShares IncomeResponsibility() => Responsibility.Income(Table, Intensity, Leontief);

    /// <summary>The share of own value added in what a region (rows) delivers to another (columns).</summary>
    /// <seealso cref="Responsibility.ValueAddedKept"/>
    public LabelledMatrix ValueAddedKept() => Responsibility.ValueAddedKept(Table);

    /// <summary>Responsibility flows if the final user answers for everything.</summary>
    /// <seealso cref="ResponsibilityFlows.Consumer"/>
    public ResponsibilityFlows ConsumerResponsibilityFlows() => ResponsibilityFlows.Consumer(Transfers());

    /// <summary>Responsibility flows if responsibility is shared along the chain by value added.</summary>
    /// <seealso cref="ResponsibilityFlows.Shared"/>
    public ResponsibilityFlows SharedResponsibilityFlows() => ResponsibilityFlows.Shared(Table, Intensity);

    /// <summary>Responsibility flows if the producer keeps a share of what it emits for others.</summary>
    /// <param name="kept">λ_rs from 0 to 1, producers as rows; <see cref="ValueAddedKept"/> by default.</param>
    /// <seealso cref="ResponsibilityFlows.Benefit"/>
    public ResponsibilityFlows BenefitResponsibilityFlows(LabelledMatrix? kept = null) =>
        ResponsibilityFlows.Benefit(Transfers(), kept ?? ValueAddedKept());

    /// <summary>Emissions by where products are finally used and on which way they get there.</summary>
    /// <param name="bySector">Whether each sector of each region gets a row, or each region.</param>
    /// <seealso cref="DestinationDecomposition.Of(MultiRegionalTable, Intensity, ILeontiefInverse, bool)"/>
    public DestinationDecomposition EmissionsByDestination(bool bySector = false) =>
        DestinationDecomposition.Of(Table, Intensity, Leontief, bySector);

    /// <summary>Value added by where products are finally used and on which way they get there.</summary>
    /// <param name="bySector">Whether each sector of each region gets a row, or each region.</param>
    /// <seealso cref="DestinationDecomposition.OfValueAdded"/>
    public DestinationDecomposition ValueAddedByDestination(bool bySector = false) => DestinationDecomposition.OfValueAdded(Table, Leontief, bySector);

    /// <summary>Structural paths: the supply chains that cause the emissions of a final use, largest first.</summary>
    /// <param name="region">Whose final use; null for that of all regions and exports.</param>
    /// <param name="threshold">The share of the total from which on a chain is listed.</param>
    /// <param name="mostPaths">How many chains at most.</param>
    /// <param name="cancellation">Ends the search early with <see cref="OperationCanceledException"/>.</param>
    /// <seealso cref="StructuralPaths.Of"/>
    public StructuralPaths Paths(string? region = null, double threshold = 1e-3, int mostPaths = 10_000, CancellationToken cancellation = default) =>
        StructuralPaths.Of(Table, Intensity, Leontief, region, threshold, mostPaths, cancellation);

    /// <summary>Hypothetical extraction: what output and emissions would be without some sectors.</summary>
    /// <param name="sectors">Labels or codes along the table's axis: <c>"Hebei · Energy supply"</c>.</param>
    /// <exception cref="AxisException">No such sector.</exception>
    /// <seealso cref="HypotheticalExtraction.Of"/>
    public HypotheticalExtraction Extract(params IReadOnlyList<string> sectors) =>
        HypotheticalExtraction.Of(Table, Intensity, Leontief, [.. sectors.Select(Table.Axis.IndexOf)]);

    /// <summary>Hypothetical extraction of every sector of a region.</summary>
    /// <param name="region">Code, name or local name.</param>
    /// <exception cref="AxisException">No such region.</exception>
    /// <seealso cref="HypotheticalExtraction.OfRegion"/>
    public HypotheticalExtraction ExtractRegion(string region) => HypotheticalExtraction.OfRegion(Table, Intensity, Leontief, region);

    /// <summary>The model if emissions per unit of output were others. It shares table and system.</summary>
    /// <param name="intensity">f, of the same table: <c>Intensity.Of(emissions, model.Table)</c>.</param>
    public EmbodiedCarbonModel WhatIf(Intensity intensity) => new(Table, intensity, Leontief);

    /// <summary>The model if final use were another: outputs follow it, with the same coefficients. It shares the system.</summary>
    /// <param name="finalUse">By product (rows) and region of use (columns), money; see <see cref="MultiRegionalTable.FinalUseByProduct"/>.</param>
    /// <seealso cref="ScenarioTable.OfFinalUse"/>
    public EmbodiedCarbonModel WhatIf(LabelledMatrix finalUse) => With(ScenarioTable.OfFinalUse(Table, finalUse, Leontief), Leontief);

    /// <summary>The model if some sectors bought more or less of some products for a unit of output. It shares the factors of the system.</summary>
    /// <param name="changes">At least one: <c>new InputChange("Hebei · Energy supply", "Hebei · Manufacturing", 0.8)</c>.</param>
    /// <seealso cref="ScenarioTable.OfInputs"/>
    public EmbodiedCarbonModel WhatIf(params IReadOnlyList<InputChange> changes)
    {
        var (table, system) = ScenarioTable.OfInputs(Table, changes, Leontief);
        return With(table, system);
    }

    /// <summary>A description of the model in one line.</summary>
    public override string ToString() => $"Embodied carbon of {Table.Regions.Count} regions × {Table.Sectors.Count} sectors, "
        + $"{NumberFormat.Quantity(Intensity.Emissions.Sum(), Unit.TonneCO2)} ({Intensity.Status.Caption()})";

    private EmbodiedCarbonModel With(MultiRegionalTable table, ILeontiefInverse system) => new(table, Intensity.ForOutputOf(table), system);
}
