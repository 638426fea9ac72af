using Vector = System.Numerics.Vector;

namespace CarbonComp.Numerics;

/// <summary>Sums over stretches of memory, as wide as the processor computes.</summary>
internal static class DenseVectors
{
    /// <summary>a'·b.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (width, sums, i) = (System.Numerics.Vector<double>.Count, System.Numerics.Vector<double>.Zero, 0);
        for (; i <= a.Length - width; i += width) sums += new System.Numerics.Vector<double>(a[i..]) * new System.Numerics.Vector<double>(b[i..]);
        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Adds factor·b to a.</summary>
    public static void AddScaled(Span<double> a, double factor, ReadOnlySpan<double> b)
    {
        var (width, by, i) = (System.Numerics.Vector<double>.Count, new System.Numerics.Vector<double>(factor), 0);
        for (; i <= a.Length - width; i += width) (new System.Numerics.Vector<double>(a[i..]) + by * new System.Numerics.Vector<double>(b[i..])).CopyTo(a[i..]);
        for (; i < a.Length; i++) a[i] += factor * b[i];
    }
}
