using BenchmarkDotNet.Running;
using CarbonComp.Benchmarks;

// "large-tables [order ...]" compares with numpy; anything else goes to BenchmarkDotNet.
if (args is ["large-tables", ..]) return LargeTables.Run([.. args.Skip(1)]);
BenchmarkSwitcher.FromAssembly(typeof(LargeTables).Assembly).Run(args);
return 0;
