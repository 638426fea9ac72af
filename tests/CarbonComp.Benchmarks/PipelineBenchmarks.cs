using BenchmarkDotNet.Attributes;

namespace CarbonComp.Benchmarks;

/// <summary>The thirteen-city study from emissions to money, table and map given; beside it the one Leontief solve it holds.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly BeijingTianjinHebei study = BeijingTianjinHebei.Load(Path.Combine(Root(), "data", "bth-2020"));
    private MultiRegionalTable table = null!;
    private RegionMap map = null!;
    private LabelledMatrix distances = null!, areas = null!, landCover = null!, emissions = null!;
    private CarbonPools pools = null!;
    private IReadOnlyDictionary<string, string> countsAs = null!;
    private LabelledVector population = null!, rural = null!, gdp = null!, engel = null!;

    /// <summary>Reads the case; the polygons' overlaps are the map's, computed once for given ranges.</summary>
    [GlobalSetup]
    public void Setup()
    {
        (table, _) = study.ConstructTable();
        map = study.Map(Path.Combine(Root(), "environment", "node_modules", "echarts", "map", "json"));
        (landCover, pools, countsAs, emissions) = (study.LandCover, study.Pools, study.CountsAs, study.Emissions);
        (population, rural, gdp, engel) = (study.Population, study.RuralPopulation, study.Gdp, study.Engel);
        distances = map.Distances();
        var links = Services(CarbonStorage.Of(landCover, pools, countsAs).AsPrinted(), Demand(), fromMap: true).Links;
        var overlaps = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(13, 13);
        foreach (var link in links) overlaps[study.Cities.IndexOf(link.Output.Code), study.Cities.IndexOf(link.Input.Code)] = link.FlowArea;
        areas = new("flow areas", study.Cities, study.Cities, overlaps, Unit.SquareKilometre, ValueStatus.Constructed);
    }

    /// <summary>Emissions to money, flow areas given.</summary>
    [Benchmark]
    public double EmissionsToMoney() => Evaluate(fromMap: false);

    /// <summary>Emissions to money, flow areas cut out of the map's polygons.</summary>
    [Benchmark]
    public double EmissionsToMoneyWithMap() => Evaluate(fromMap: true);

    /// <summary>The solve alone, for scale.</summary>
    [Benchmark(Baseline = true)]
    public double LeontiefSolveAlone() => LeontiefSystem.Of(table).RequiredOutput(table.FinalUse)[0, 0];

    private double Evaluate(bool fromMap)
    {
        var transfers = new EmbodiedCarbonModel(table, emissions).Transfers().Within(study.Cities);
        var services = Services(CarbonStorage.Of(landCover, pools, countsAs).AsPrinted(), Demand(), fromMap);
        var standard = CompensationStandard.Of(study.Price, CompensationCoefficient.GrowthCurve(CompensationCoefficient.AbilityOf(gdp, population), engel));
        return FlowZoningCompensation.Of(transfers, services, standard).Bidirectional.Net[0];
    }

    private LabelledVector Demand() => SequestrationDemand.ByRegion(
        PerCapitaEmissions.Of(emissions.ForRows(study.Cities), population, rural, "Agriculture"), population, rural);

    private ServiceFlows Services(LabelledVector storage, LabelledVector demand, bool fromMap) =>
        fromMap ? ServiceFlows.Compute(map, storage, demand) : ServiceFlows.Compute(distances, areas, storage, demand);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CarbonComp.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Run the benchmarks from within the project's folder.");
    }
}
