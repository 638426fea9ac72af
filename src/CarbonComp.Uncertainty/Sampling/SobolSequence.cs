using System.Numerics;

namespace CarbonComp.Uncertainty;

/// <summary>Sobol's sequence with the direction numbers of Joe and Kuo (2008), plain or scrambled.</summary>
/// <remarks>
/// A point is a function of its index, so that workers need no common state. Points are in natural order, not in the Gray code's: the first 2ᵐ are the
/// same in both. Owen's scrambling (1997) exchanges the halves of every interval of every level at random; the points stay as even, and means become
/// unbiased.
/// </remarks>
public static class SobolSequence
{
    private const int Stream = 3;

    /// <summary>The highest number of dimensions: 53.</summary>
    public const int MostDimensions = SobolDirections.Dimensions;

    /// <summary>A point of the plain sequence, in [0, 1); the first is the origin.</summary>
    /// <exception cref="UncertaintyException">An index below 0 or from 2³², or another number of dimensions than 1 to 53.</exception>
    public static double[] Point(long index, int dimensions)
    {
        Require(index, dimensions);
        return [.. Enumerable.Range(0, dimensions).Select(d => Plain((uint)index, d) * Step)];
    }

    /// <summary>A point of the sequence scrambled by a seed, strictly between 0 and 1.</summary>
    /// <inheritdoc cref="Point(long, int)"/>
    public static double[] Point(long index, int dimensions, long seed)
    {
        Require(index, dimensions);
        return [.. Enumerable.Range(0, dimensions).Select(d => (Scrambled(Plain((uint)index, d), seed, d) + 0.5) * Step)];
    }

    private const double Step = 1.0 / (1L << SobolDirections.Bits);

    private static uint Plain(uint index, int dimension)
    {
        var directions = SobolDirections.Numbers[dimension];
        var sum = 0u;
        for (; index != 0; index &= index - 1) sum ^= directions[BitOperations.TrailingZeroCount(index)];
        return sum;
    }

    // Each digit is turned or not by a random bit that belongs to the digits before it.
    private static uint Scrambled(uint value, long seed, int dimension)
    {
        var key = CounterRandom.Bits(seed, Stream, dimension, 0);
        var result = 0u;
        for (var digit = 0; digit < SobolDirections.Bits; digit++)
        {
            var before = digit == 0 ? 0 : (ulong)(value >> (SobolDirections.Bits - digit));
            // The level is part of the place: 0 and 00 are different intervals.
            var turn = (uint)(CounterRandom.Mix(key + (before | 1UL << digit)) >> 63);
            result |= ((value >> (SobolDirections.Bits - 1 - digit) & 1) ^ turn) << (SobolDirections.Bits - 1 - digit);
        }
        return result;
    }

    private static void Require(long index, int dimensions)
    {
        if (dimensions is < 1 or > MostDimensions)
            throw new UncertaintyException($"A Sobol sequence here has 1 to {MostDimensions} dimensions; {dimensions} are asked for. "
                + "Take fewer inputs (screen them by Morris's method), or a Latin hypercube.");
        if (index is < 0 or > uint.MaxValue) throw new UncertaintyException($"A Sobol sequence has no point {index}. It has points 0 to {uint.MaxValue}.");
    }
}
