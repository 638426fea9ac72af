namespace CarbonComp.Charts.Tests;
