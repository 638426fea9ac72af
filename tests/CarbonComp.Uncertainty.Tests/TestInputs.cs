namespace CarbonComp.Uncertainty.Tests;

internal static class TestInputs
{
    public static UncertainInputs Uniform(int count, double lowest = 0, double highest = 1) =>
        new(Enumerable.Range(1, count).Select(i => new UncertainInput($"x{i}", Distribution.Uniform(lowest, highest), "a test function's")));

    public static UncertainInput Of(string name, Distribution distribution) => new(name, distribution, "made up for the test");
}
