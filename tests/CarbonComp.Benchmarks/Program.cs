using BenchmarkDotNet.Running;
using CarbonComp.Benchmarks;

// "sampled-pipeline [data/bth-2020]" evaluates the thirteen cities 10,000 times beside numpy,
// "large-tables [order ...]" compares with numpy, "large-tables 313x42" runs a nation's counties once, "wiod FOLDER [year]" a world table,
// "workbooks [31x42]" reads and writes one of China's provinces, "maps [cells ...]" sums maps by region beside GDAL; anything else goes to BenchmarkDotNet.
if (args is ["large-tables", ..]) return LargeTables.Run([.. args.Skip(1)]);
if (args is ["wiod", ..]) return WorldTable.Run([.. args.Skip(1)]);
if (args is ["workbooks", ..]) return Workbooks.Run([.. args.Skip(1)]);
if (args is ["maps", ..]) return Maps.Run([.. args.Skip(1)]);
if (args is ["sampled-pipeline", ..]) return SampledPipeline.Run(args.ElementAtOrDefault(1) ?? "data/bth-2020");
BenchmarkSwitcher.FromAssembly(typeof(LargeTables).Assembly).Run(args);
return 0;
