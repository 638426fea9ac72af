using System.Globalization;
using CarbonComp.Kernel.Benchmarks;

// What the checks for an interrupt cost. Kernels are compared by kernels.py.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
// A session takes the console over for its cells.
WeavingCost.Print(Console.Out);
