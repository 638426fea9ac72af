using BenchmarkDotNet.Attributes;

namespace CarbonComp.Benchmarks;

/// <summary>The size of the Beijing–Tianjin–Hebei study: fourteen regions, seven sectors. The whole pipeline has five milliseconds.</summary>
public class ThirteenCities
{
    private readonly MultiRegionalTable table;
    private readonly Intensity intensity;

    public ThirteenCities() => (table, intensity) = RandomSystem.Of(14, 7);

    [Benchmark]
    public TransferMatrix Transfers() => new EmbodiedCarbonModel(table, intensity).Transfers(1e-3);

    [Benchmark]
    public PrintedTransfers AsPrinted() => PrintedTransfers.Of(table, intensity, 1e-3);

    [Benchmark]
    public BilateralTradeEmissions BilateralTrade() => EmbodiedCarbon.BilateralTrade(table, intensity, 1e-3);

    [Benchmark]
    public DestinationDecomposition ByDestination() => new EmbodiedCarbonModel(table, intensity).EmissionsByDestination();
}
