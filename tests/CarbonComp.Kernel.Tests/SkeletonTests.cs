namespace CarbonComp.Kernel.Tests;
