namespace CarbonComp.Kernel.Sweeps;

/// <summary>The seed of a run: from the sweep's seed and the run's number alone, never from the worker.</summary>
internal static class Seeds
{
    /// <summary>The parameter that gets it, where the notebook has one of that name and the table does not set it.</summary>
    public const string Parameter = "seed";

    /// <summary>A non-negative 31-bit number: two rounds of SplitMix64 (Steele, Lea and Flood 2014) over both.</summary>
    public static int Of(int seed, int run) => (int)(Mix(Mix((uint)seed) + (uint)run) >> 33);

    private static ulong Mix(ulong state)
    {
        var z = state + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
