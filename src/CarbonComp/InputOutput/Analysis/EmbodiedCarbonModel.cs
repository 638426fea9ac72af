namespace CarbonComp;

/// <summary>A table, the emissions of its sectors or another stressor, and what can be asked of the two.</summary>
/// <remarks>It holds the table, the emission intensity and the Leontief system, which is factorized at the first question that needs it and serves all
/// that follow; nothing else. Every member calls a function of <see cref="EmbodiedCarbon"/>, <see cref="LeontiefMultipliers"/>,
/// <see cref="Footprint"/>, <see cref="Responsibility"/>, <see cref="ResponsibilityFlows"/>, <see cref="DestinationDecomposition"/>,
/// <see cref="WangWeiZhu"/>, <see cref="BorinMancini"/>, <see cref="StructuralPaths"/>, <see cref="HypotheticalExtraction"/>,
/// <see cref="StructuralDecomposition"/> or <see cref="ScenarioTable"/>, which has the formula, the shapes and the source. A tolerance is the largest
/// residual of a row that is accepted, as a share of its turnover. It may be used by several threads at once.</remarks>
/// <example><c>var model = new EmbodiedCarbonModel(table, emissions); model.Transfers()</c></example>
public sealed class EmbodiedCarbonModel
{
    private readonly Lock turn = new();
    private readonly RequiredOutputs required;
    private ILeontiefInverse? leontief;

    /// <summary>The model of a table and of emissions by region (rows) and sector (columns), not negative; or of another stressor
    /// (<see cref="Intensity.Of(LabelledMatrix, MultiRegionalTable)"/>), which every result names.</summary>
    /// <exception cref="InputOutputException">Imports among the deliveries (<see cref="MultiRegionalTable.WithDomesticUseOnly"/>), negative emissions, or
    /// emissions of a sector without output.</exception>
    /// <exception cref="AxisException">Other regions or sectors than the table's.</exception>
    /// <exception cref="UnitException">A ratio, not an amount.</exception>
    public EmbodiedCarbonModel(MultiRegionalTable table, LabelledMatrix emissions) : this(table, Intensity.Of(emissions, table)) { }

    /// <summary>The model of a table and of emissions by sector of all regions, in the table's order.</summary>
    /// <inheritdoc cref="EmbodiedCarbonModel(MultiRegionalTable, LabelledMatrix)"/>
    public EmbodiedCarbonModel(MultiRegionalTable table, LabelledVector emissions) : this(table, Intensity.Of(emissions, table)) { }

    /// <summary>The model of a table and its emission intensity, and of the table's system where that was factorized before: with progress and
    /// cancellation, for a large table, or for several stressors of one table.</summary>
    /// <exception cref="InputOutputException">Imports among the deliveries, or a system of another size.</exception>
    /// <exception cref="AxisException">An intensity of other regions or sectors.</exception>
    public EmbodiedCarbonModel(MultiRegionalTable table, Intensity intensity, ILeontiefInverse? leontief = null)
    {
        intensity.RequireFor(table);
        if (leontief is not null && leontief.Order != table.Axis.Count)
            throw new InputOutputException(
                $"The Leontief system has {leontief.Order} sectors and the table {table.Axis.Count}. Give the system of this table.");
        (Table, Intensity, this.leontief, required) = (table, intensity, leontief, new());
    }

    private EmbodiedCarbonModel(EmbodiedCarbonModel original, Intensity intensity)
    {
        intensity.RequireFor(original.Table);
        (Table, Intensity, leontief, required) = (original.Table, intensity, original.Leontief, original.required);
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
    public TransferMatrix Transfers(double tolerance = TableReport.DefaultTolerance) =>
        EmbodiedCarbon.Transfers(Table, Intensity, required.Of(Table, Leontief, tolerance));

    /// <summary>Transfers by emitting sector and region (rows) and region of use (columns).</summary>
    public SectorTransfers TransfersBySector(double tolerance = TableReport.DefaultTolerance) =>
        EmbodiedCarbon.TransfersBySector(Table, Intensity, Leontief, tolerance);

    /// <summary>Transfers of several stressors, in the order given, for the solves of one.</summary>
    /// <example><c>model.TransfersOf(model.Intensity, Intensity.Of(water, table), Intensity.Of(jobs, table))</c></example>
    public IReadOnlyList<TransferMatrix> TransfersOf(params IReadOnlyList<Intensity> stressors) => EmbodiedCarbon.Transfers(Table, stressors, Leontief);

    /// <summary>Emissions embodied in bilateral trade (EEBT): what each region emits at home for its deliveries to each other one.</summary>
    public BilateralTradeEmissions BilateralTrade(double tolerance = TableReport.DefaultTolerance) =>
        EmbodiedCarbon.BilateralTrade(Table, Intensity, tolerance);

    /// <summary>Emissions that a unit of final use of each product causes along its chain.</summary>
    public LabelledVector EmissionMultipliers() => LeontiefMultipliers.Emissions(Table, Intensity, Leontief);

    /// <summary>Output that a unit of final use of each product causes along its chain.</summary>
    public LabelledVector OutputMultipliers() => LeontiefMultipliers.Output(Table, Leontief);

    /// <summary>Value added that a unit of final use of each product causes along its chain.</summary>
    public LabelledVector ValueAddedMultipliers() => LeontiefMultipliers.ValueAdded(Table, Leontief);

    /// <summary>Imported inputs that a unit of final use of each product causes along its chain.</summary>
    public LabelledVector ImportedInputMultipliers() => LeontiefMultipliers.ImportedInputs(Table, Leontief);

    /// <summary>Emissions by final product of a region and region of use.</summary>
    public LabelledMatrix FootprintByProduct() => Footprint.ByProduct(Table, Intensity, Leontief);

    /// <summary>Emissions by emitting sector of a region and region of use.</summary>
    public LabelledMatrix FootprintByEmitter() => Footprint.ByEmitter(Table, Intensity, Leontief);

    /// <summary>Emissions by kind of final product, wherever made, and region of use.</summary>
    public LabelledMatrix FootprintBySector() => Footprint.BySector(Table, Intensity, Leontief);

    /// <summary>Each region answers for what it emits.</summary>
    public ResponsibilityShares ProducerResponsibility() => Responsibility.Producer(Transfers());

    /// <summary>Each region answers for what is emitted for its final use.</summary>
    public ResponsibilityShares ConsumerResponsibility() => Responsibility.Consumer(Transfers());

    /// <summary>Responsibility shared along the chain by value added (Lenzen, Murray, Sack and Wiedmann 2007).</summary>
    public ResponsibilityShares SharedResponsibility() => Responsibility.Shared(Table, Intensity);

    /// <summary>The producer keeps a share λ_rs, <see cref="ValueAddedKept"/> by default, of what it emits for others; the user takes the rest.</summary>
    public ResponsibilityShares BenefitResponsibility(LabelledMatrix? kept = null) => Responsibility.Benefit(Transfers(), kept ?? ValueAddedKept());

    /// <summary>Each region answers for the emissions that its primary inputs enable downstream.</summary>
    public ResponsibilityShares IncomeResponsibility() => Responsibility.Income(Table, Intensity, Leontief);

    /// <summary>The share of own value added in what a region (rows) delivers to another (columns).</summary>
    public LabelledMatrix ValueAddedKept() => Responsibility.ValueAddedKept(Table);

    /// <summary>Responsibility flows if the final user answers for everything.</summary>
    public ResponsibilityFlows ConsumerResponsibilityFlows() => ResponsibilityFlows.Consumer(Transfers());

    /// <summary>Responsibility flows if responsibility is shared along the chain by value added.</summary>
    public ResponsibilityFlows SharedResponsibilityFlows() => ResponsibilityFlows.Shared(Table, Intensity);

    /// <summary>Responsibility flows if the producer keeps a share λ_rs, <see cref="ValueAddedKept"/> by default, of what it emits for others.</summary>
    public ResponsibilityFlows BenefitResponsibilityFlows(LabelledMatrix? kept = null) =>
        ResponsibilityFlows.Benefit(Transfers(), kept ?? ValueAddedKept());

    /// <summary>Emissions by where products are finally used and on which way they get there; a row for each region, or each sector of each region.</summary>
    public DestinationDecomposition EmissionsByDestination(bool bySector = false) =>
        DestinationDecomposition.Of(Table, Intensity, Leontief, bySector);

    /// <summary>Value added by where products are finally used and on which way they get there.</summary>
    public DestinationDecomposition ValueAddedByDestination(bool bySector = false) => DestinationDecomposition.OfValueAdded(Table, Leontief, bySector);

    /// <summary>Emissions in gross exports by exporting sector and importer: the sixteen terms of Wang, Wei and Zhu, or with a basis Borin and Mancini's
    /// six.</summary>
    public GrossExportDecomposition EmissionsInExports(ExportBasis? basis = null, IProgress<double>? progress = null,
        CancellationToken cancellation = default) => basis is { } b ? BorinMancini.Of(Table, Intensity, Leontief, b, progress, cancellation)
        : WangWeiZhu.Of(Table, Intensity, Leontief, progress, cancellation);

    /// <summary>Value added in gross exports by exporting sector and importer: the sixteen terms of Wang, Wei and Zhu, or with a basis Borin and
    /// Mancini's six. <see cref="KoopmanWangWei.Of"/> makes nine of the sixteen.</summary>
    public GrossExportDecomposition ValueAddedInExports(ExportBasis? basis = null, IProgress<double>? progress = null,
        CancellationToken cancellation = default) => basis is { } b ? BorinMancini.OfValueAdded(Table, Leontief, b, progress, cancellation)
        : WangWeiZhu.OfValueAdded(Table, Leontief, progress, cancellation);

    /// <summary>Structural paths: the supply chains that cause the emissions of a region's final use (of all regions and exports if none is named),
    /// largest first.</summary>
    public StructuralPaths Paths(string? region = null, double threshold = 1e-3, int mostPaths = 10_000, CancellationToken cancellation = default) =>
        StructuralPaths.Of(Table, Intensity, Leontief, region, threshold, mostPaths, cancellation);

    /// <summary>Hypothetical extraction: what output and emissions would be without some sectors, such as <c>"Hebei · Energy supply"</c>.</summary>
    /// <exception cref="AxisException">No such sector.</exception>
    public HypotheticalExtraction Extract(params IReadOnlyList<string> sectors) =>
        HypotheticalExtraction.Of(Table, Intensity, Leontief, [.. sectors.Select(Table.Axis.IndexOf)]);

    /// <summary>Hypothetical extraction of every sector of a region.</summary>
    /// <exception cref="AxisException">No such region.</exception>
    public HypotheticalExtraction ExtractRegion(string region) => HypotheticalExtraction.OfRegion(Table, Intensity, Leontief, region);

    /// <summary>Structural decomposition: what the change of emissions to a later year comes from.</summary>
    /// <param name="later">The model of that year: the same regions and sectors, the same currency.</param>
    /// <param name="priceLevel">Prices of its table in those of this one; 1 where both are in one year's prices.</param>
    /// <param name="form">Over which orders of the factors the effects are averaged.</param>
    /// <exception cref="AxisException">Other regions or sectors.</exception>
    /// <exception cref="InputOutputException">Another currency.</exception>
    public StructuralDecomposition ChangeTo(EmbodiedCarbonModel later, double priceLevel = 1, DecompositionForm form = DecompositionForm.TwoPolar) =>
        StructuralDecomposition.Of(Table, Intensity, Leontief, later.Table, later.Intensity, later.Leontief, form, priceLevel);

    /// <summary>The model if emissions per unit of output were others, of the same table. It shares table and system.</summary>
    public EmbodiedCarbonModel WhatIf(Intensity intensity) => new(this, intensity);

    /// <summary>The model if final use by product (rows) and region of use (columns) were another (<see cref="MultiRegionalTable.FinalUseByProduct"/>):
    /// outputs follow it, with the same coefficients. It shares the system.</summary>
    public EmbodiedCarbonModel WhatIf(LabelledMatrix finalUse) => With(ScenarioTable.OfFinalUse(Table, finalUse, Leontief), Leontief);

    /// <summary>The model if some sectors bought more or less of some products for a unit of output. It shares the factors of the system.</summary>
    /// <example><c>model.WhatIf(new InputChange("Hebei · Energy supply", "Hebei · Manufacturing", 0.8))</c></example>
    public EmbodiedCarbonModel WhatIf(params IReadOnlyList<InputChange> changes)
    {
        var (table, system) = ScenarioTable.OfInputs(Table, changes, Leontief);
        return With(table, system);
    }

    /// <summary>A description of the model in one line.</summary>
    public override string ToString() => $"{(Of.IsCarbonDioxide ? "Embodied carbon" : "Input–output model")} of {Table.Regions.Count} regions × "
        + $"{Table.Sectors.Count} sectors, {NumberFormat.Quantity(Intensity.Emissions.Sum(), Of.Unit)}{(Of.IsCarbonDioxide ? "" : $" of {Of.Name}")} "
        + $"({Intensity.Status.Caption()})";

    private Stressor Of => Intensity.Stressor;

    private EmbodiedCarbonModel With(MultiRegionalTable table, ILeontiefInverse system) => new(table, Intensity.ForOutputOf(table), system);
}
