namespace CarbonComp.Tests;
