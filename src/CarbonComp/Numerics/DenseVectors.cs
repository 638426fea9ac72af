using Lanes = System.Numerics.Vector<double>;

namespace CarbonComp.Numerics;

// Sums over stretches of memory, as wide as the processor computes.
internal static class DenseVectors
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (width, sums, i) = (Lanes.Count, Lanes.Zero, 0);
        for (; i <= a.Length - width; i += width) sums += new Lanes(a[i..]) * new Lanes(b[i..]);
        var sum = System.Numerics.Vector.Sum(sums);
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    // a + factor·b, in the place of a.
    public static void AddScaled(Span<double> a, double factor, ReadOnlySpan<double> b)
    {
        var (width, by, i) = (Lanes.Count, new Lanes(factor), 0);
        for (; i <= a.Length - width; i += width) (new Lanes(a[i..]) + by * new Lanes(b[i..])).CopyTo(a[i..]);
        for (; i < a.Length; i++) a[i] += factor * b[i];
    }
}
