namespace CarbonComp.Uncertainty;

// Random numbers that are a function of their place: (seed, stream, index, dimension). Whoever computes a run, in whatever order, finds the same ones.
// The mixing function is SplitMix64's (Steele, Lea and Flood 2014).
internal static class CounterRandom
{
    public static ulong Bits(long seed, int stream, long index, long dimension) =>
        Mix(Mix(Mix(Mix((ulong)seed) + (ulong)stream) + (ulong)index) + (ulong)dimension);

    // A number strictly between 0 and 1.
    public static double Unit(long seed, int stream, long index, long dimension) => ((Bits(seed, stream, index, dimension) >> 11) + 0.5) * (1.0 / (1L << 53));

    // A whole number from 0 to below the bound.
    public static int Below(int bound, long seed, int stream, long index, long dimension) =>
        (int)Math.BigMul(Bits(seed, stream, index, dimension), (ulong)bound, out _);

    // The numbers from 0 to below the count in random order.
    public static int[] Permutation(int count, long seed, int stream, long dimension)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (var i = count - 1; i > 0; i--)
        {
            var j = Below(i + 1, seed, stream, i, dimension);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }

    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
