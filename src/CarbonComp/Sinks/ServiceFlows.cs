namespace CarbonComp;

/// <summary>Carbon sequestration service flows (CSSF): who sequesters for whom (<c>docs/methods.md#bth-14</c> to <c>#bth-16</c>).</summary>
/// <remarks>
/// A region whose supply is at least its demand may give service, one whose supply is smaller may receive it. The formulas do not bound the
/// flows by surplus and deficit; <see cref="Excesses"/> names the regions that exceed theirs.
/// </remarks>
public sealed record ServiceFlows : Tabular
{
    private ServiceFlows(RegionAxis regions, LabelledVector surplus, IReadOnlyList<ServiceLink> links, ServiceFlowOptions options, ValueStatus status) =>
        (Regions, Surplus, Links, Options, Status) = (regions, surplus, links, options, status);

    /// <summary>Flows on a map: distances from core to core, flow area as the overlap of a circle with the input region.</summary>
    /// <remarks>Supply (CSSS, positive) and demand (CSSD, not negative) are masses of CO2 along the map's regions.</remarks>
    /// <exception cref="AxisException">Supply or demand is not along the map's regions.</exception>
    /// <exception cref="UnitException">Not a mass of CO2 (storage in carbon is converted first).</exception>
    /// <exception cref="CarbonCompException">Supply that is not positive, negative demand, two cores at one place, or k outside 0 to 1.</exception>
    public static ServiceFlows Compute(RegionMap map, LabelledVector supply, LabelledVector demand, ServiceFlowOptions? options = null)
    {
        var choice = options ?? new();
        return Build(map.Regions, map.Distances(choice.Distance), (output, input, range) => map.AreaWithin(output, range, input, choice.Circle),
            supply, demand, choice, map.Status);
    }

    /// <summary>Flows on the cells of a raster: the flow area is that of the input region's cells whose centre lies in the circle.</summary>
    /// <inheritdoc cref="Compute(RegionMap, LabelledVector, LabelledVector, ServiceFlowOptions?)"/>
    public static ServiceFlows Compute(ZoneCells zones, LabelledVector supply, LabelledVector demand, ServiceFlowOptions? options = null)
    {
        var choice = options ?? new();
        var map = zones.Map ?? throw new CarbonCompException("The zones come from a raster, so their cores are not known. Burn them from a map of outlines.");
        if (choice.Circle != CircleShape.Geodesic) throw new CarbonCompException("Circles over cells are those on the Earth (CircleShape.Geodesic).");
        return Build(map.Regions, map.Distances(choice.Distance), (output, input, range) => zones.AreaWithin(map.Cores[output], range, input),
            supply, demand, choice, map.Status);
    }

    /// <summary>Flows without a map: distances and flow areas are given, as from a publication.</summary>
    /// <remarks>Distances from core to core, region × region; flow areas S_rs with output regions in rows, input regions in columns.</remarks>
    /// <inheritdoc cref="Compute(RegionMap, LabelledVector, LabelledVector, ServiceFlowOptions?)" path="/exception"/>
    public static ServiceFlows Compute(LabelledMatrix distances, LabelledMatrix flowAreas, LabelledVector supply, LabelledVector demand,
        ServiceFlowOptions? options = null)
    {
        var regions = distances.RegionsOf();
        regions.Require(flowAreas.RegionsOf(), "flow areas");
        var areas = flowAreas.In(Unit.SquareKilometre).Values;
        return Build(regions, distances, (output, input, _) => areas[output, input], supply, demand, options ?? new(),
            ValueStatuses.Weakest(distances.Status, flowAreas.Status));
    }

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>S − D of each region, t CO2: positive gives service, negative needs it.</summary>
    public LabelledVector Surplus { get; }

    /// <summary>Every pair of output and input region, also those whose range ends before the input region begins.</summary>
    public IReadOnlyList<ServiceLink> Links { get; }

    /// <summary>The choices.</summary>
    public ServiceFlowOptions Options { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => $"Carbon sequestration service flows: {Links.Count(l => l.Amount > 0)} of {Links.Count} pairs are reached; "
        + $"N is {(Options.Mass == AttractionMass.Storage ? "storage" : "demand")}, intensity {Options.Intensity}, "
        + Options.Distance switch
        {
            CoreDistance.WebMercator => "distances in Web Mercator",
            CoreDistance.EqualArea => "distances in the plane of the map",
            _ => "distances along great circles",
        };

    /// <summary>V, t CO2: rows sequester, columns are served (<c>docs/methods.md#service-sign</c>).</summary>
    public LabelledMatrix Amounts
    {
        get
        {
            var amounts = Matrix<double>.Build.Dense(Regions.Count, Regions.Count);
            foreach (var link in Links) amounts[Regions.IndexOf(link.Output.Code), Regions.IndexOf(link.Input.Code)] = link.Amount;
            return new("sequestration service", Regions, Regions, amounts, Unit.TonneCO2, Status);
        }
    }

    /// <summary>W_r = Σ_s V[s,r] − Σ_d V[r,d], t CO2: positive is served and owes, negative serves and is owed. Sums to zero.</summary>
    public LabelledVector NetServiceImports => (Amounts.ColumnSums() - Amounts.RowSums()).Named("net service imports");

    /// <summary>A sentence for each region that gives more than its surplus or receives more than its deficit.</summary>
    public IReadOnlyList<string> Excesses
    {
        get
        {
            var (given, received) = (Amounts.RowSums(), Amounts.ColumnSums());
            string Mt(double tonnes) => NumberFormat.Format(tonnes / 1e6, 2) + " Mt CO2";
            IEnumerable<string> Of(LabelledVector flow, string verb, string bound, int sign) => Regions
                .Select((region, i) => (region, Flow: flow[i], Most: Math.Max(0, sign * Surplus[i]))).Where(r => r.Flow > r.Most)
                .Select(r => $"{r.region} {verb} {Mt(r.Flow)}, more than its {bound} of {Mt(r.Most)}");
            return [.. Of(given, "gives", "surplus", 1), .. Of(received, "receives", "deficit", -1)];
        }
    }

    /// <summary>A row a region: surplus, given and received service, net service imports.</summary>
    public Table ByRegion() => Table.Of("Sequestration service by region", Surplus, Amounts.RowSums().Named("given"),
        Amounts.ColumnSums().Named("received"), NetServiceImports);

    /// <summary>A row a link that is reached.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, Links.Where(l => l.Amount > 0))
        .With("input region", l => l.Input.Name).With("output region", l => l.Output.Name)
        .With("distance", l => l.Distance, Unit.Kilometre).With("flow range", l => l.Range, Unit.Kilometre)
        .With("flow intensity", l => l.Intensity, Unit.Parse("t CO2/km2")).With("flow area", l => l.FlowArea, Unit.SquareKilometre)
        .With("amount", l => l.Amount, Unit.TonneCO2);

    private static ServiceFlows Build(RegionAxis regions, LabelledMatrix distances, Func<int, int, double, double> flowArea,
        LabelledVector supply, LabelledVector demand, ServiceFlowOptions options, ValueStatus status)
    {
        if (options.ImpactFactor is not (>= 0 and <= 1))
            throw new CarbonCompException($"The impact factor k is {options.ImpactFactor}; it must be between 0 and 1.");
        var surplus = SupplyDemandRatio.Surplus(supply, demand);
        regions.Require(surplus.Axis, supply.Name);
        var mass = (options.Mass == AttractionMass.Storage ? supply : demand).In(Unit.TonneCO2);
        var kilometres = distances.In(Unit.Kilometre).Values;
        var all = Enumerable.Range(0, regions.Count).ToArray();
        var links = from input in all.Where(i => surplus[i] < 0)
                    from output in all.Where(i => surplus[i] >= 0)
                    where options.Pairs(regions[output], regions[input])
                    select Link(output, input);
        return new(regions, surplus, [.. links], options, ValueStatuses.Weakest(status, supply.Status, demand.Status));

        ServiceLink Link(int output, int input)
        {
            if (mass[output] <= 0)
                throw new CarbonCompException($"{options.Mass} of {regions[output]} is zero, so its flow range is not defined. Leave its pairs out with "
                    + $"{nameof(ServiceFlowOptions.Pairs)}, or take the other N.");
            if (!(kilometres[output, input] > 0))
                throw new CarbonCompException($"The distance from {regions[output]} to {regions[input]} is not positive. Check the cores of the two.");
            var range = ServiceFlow.Range(kilometres[output, input], mass[input], mass[output]);
            var intensity = options.Intensity.Formula(surplus[output], mass[input], kilometres[output, input], range);
            var area = flowArea(output, input, range);
            if (area < 0) throw new CarbonCompException($"The flow area from {regions[output]} to {regions[input]} is negative.");
            return new(regions[output], regions[input], kilometres[output, input], range, intensity, area,
                ServiceFlow.Amount(area, intensity, options.ImpactFactor));
        }
    }
}
