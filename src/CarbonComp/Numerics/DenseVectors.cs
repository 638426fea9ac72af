using System.Numerics;

namespace CarbonComp;

/// <summary>Sums over stretches of memory, as wide as the processor computes.</summary>
internal static class DenseVectors
{
    /// <summary>a'·b.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (width, sums, i) = (Vector<double>.Count, Vector<double>.Zero, 0);
        for (; i <= a.Length - width; i += width) sums += new Vector<double>(a[i..]) * new Vector<double>(b[i..]);
        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Adds factor·b to a.</summary>
    public static void AddScaled(Span<double> a, double factor, ReadOnlySpan<double> b)
    {
        var (width, by, i) = (Vector<double>.Count, new Vector<double>(factor), 0);
        for (; i <= a.Length - width; i += width) (new Vector<double>(a[i..]) + by * new Vector<double>(b[i..])).CopyTo(a[i..]);
        for (; i < a.Length; i++) a[i] += factor * b[i];
    }
}
