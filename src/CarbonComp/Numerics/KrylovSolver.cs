using System.Numerics;
using System.Runtime.InteropServices;

namespace CarbonComp;

/// <summary>Solves M·X = B in single precision by GMRES (Saad and Schultz 1986), each column in a Krylov space of its own, all multiplied by M at once.</summary>
/// <remarks>
/// For the systems of input–output tables, whose coefficients let an impulse die away in a few rounds, some products with M take
/// the place of its factors, as long as there are few columns. How many it takes shows after a few of them.
/// </remarks>
internal static class KrylovSolver
{
    // Two corrections of such a solution give a double its digits.
    private const double Target = 2e-6, DigitsOfDouble = 16;
    private const int LeastRounds = 3;

    /// <summary>Solves in place.</summary>
    /// <param name="lapack">Who multiplies.</param>
    /// <param name="matrix">M, column by column.</param>
    /// <param name="b">B, column by column; the solution afterwards, unless given up.</param>
    /// <param name="columns">How many right-hand sides.</param>
    /// <param name="order">Rows of M.</param>
    /// <param name="transposed">Whether M' is meant.</param>
    /// <param name="limit">How many products with M there are at most.</param>
    /// <param name="most">How many of them all digits of a double may take, by the rate at which the residual falls.</param>
    /// <returns>Rounds it took; null where it would take too many, and B is as it was.</returns>
    public static int? Solve(NativeLapack lapack, float[] matrix, float[] b, int columns, int order, bool transposed, int limit, double most)
    {
        var norms = new float[columns];
        var basis = new List<float[]> { new float[b.Length] };
        // Column by column: R of the Arnoldi relation's QR factors, its rotations, and the turned right-hand side.
        var (r, cosines, sines, turned) = (new float[columns][,], new float[columns][], new float[columns][], new float[columns][]);
        for (var c = 0; c < columns; c++)
        {
            var column = b.AsSpan(c * order, order);
            norms[c] = MathF.Sqrt(Dot(column, column));
            (r[c], cosines[c], sines[c], turned[c]) = (new float[limit, limit], new float[limit], new float[limit], new float[limit + 1]);
            turned[c][0] = norms[c];
            if (norms[c] > 0) Add(basis[0].AsSpan(c * order, order), 1 / norms[c], column);
        }
        var residuals = new double[columns];
        for (var k = 0; k < limit; k++)
        {
            StopButton.Look();
            var next = Product(lapack, matrix, basis[k], columns, order, transposed);
            var round = k;
            Parallel.For(0, columns, c => residuals[c] = norms[c] == 0 ? 0
                : Advance(basis, next, round, c * order, order, r[c], cosines[c], sines[c], turned[c]) / norms[c]);
            var worst = residuals.Max();
            if (!double.IsFinite(worst)) return null;
            if (worst <= Target)
            {
                Parallel.For(0, columns, c => Combine(basis, round + 1, b.AsSpan(c * order, order), c * order, r[c], turned[c]));
                return k + 1;
            }
            // Products for all digits by the rate so far; none gained, or lost, is too slow.
            if (k + 1 >= LeastRounds && !(-Math.Log10(worst) * most >= DigitsOfDouble * (k + 1))) return null;
            basis.Add(next);
        }
        return null;
    }

    private static float[] Product(NativeLapack lapack, float[] matrix, float[] vectors, int columns, int order, bool transposed)
    {
        var product = new float[vectors.Length];
        var (turn, plain, n, m, one, zero) = (transposed ? (byte)'T' : (byte)'N', (byte)'N', order, columns, 1f, 0f);
        lapack.MultiplySingle(ref turn, ref plain, ref n, ref m, ref n, ref one, ref matrix[0], ref n, ref vectors[0], ref n, ref zero, ref product[0], ref n, 1, 1);
        return product;
    }

    // One step of Arnoldi and of the QR factors; returns the norm of the residual, and leaves the next vector normed.
    private static double Advance(List<float[]> basis, float[] next, int k, int at, int order, float[,] r, float[] cosines, float[] sines, float[] turned)
    {
        var w = next.AsSpan(at, order);
        for (var j = 0; j <= k; j++)
        {
            var v = basis[j].AsSpan(at, order);
            r[j, k] = Dot(v, w);
            Add(w, -r[j, k], v);
        }
        var below = MathF.Sqrt(Dot(w, w));
        for (var j = 0; j < k; j++)
            (r[j, k], r[j + 1, k]) = (cosines[j] * r[j, k] + sines[j] * r[j + 1, k], cosines[j] * r[j + 1, k] - sines[j] * r[j, k]);
        var length = MathF.Sqrt(r[k, k] * r[k, k] + below * below);
        if (length == 0)
        {
            // The space stopped growing the round before: nothing is added.
            (cosines[k], turned[k + 1]) = (1, turned[k]);
            return Math.Abs(turned[k]);
        }
        (cosines[k], sines[k], r[k, k]) = (r[k, k] / length, below / length, length);
        (turned[k], turned[k + 1]) = (cosines[k] * turned[k], -sines[k] * turned[k]);
        // A space that does not grow holds the solution.
        if (below > 0) Scale(w, 1 / below);
        return Math.Abs(turned[k + 1]);
    }

    private static void Combine(List<float[]> basis, int rounds, Span<float> solution, int at, float[,] r, float[] turned)
    {
        solution.Clear();
        if (turned[0] == 0 && r[0, 0] == 0) return;
        var weights = new float[rounds];
        for (var i = rounds - 1; i >= 0; i--)
        {
            var sum = turned[i];
            for (var j = i + 1; j < rounds; j++) sum -= r[i, j] * weights[j];
            weights[i] = r[i, i] == 0 ? 0 : sum / r[i, i];
        }
        for (var j = 0; j < rounds; j++) Add(solution, weights[j], basis[j].AsSpan(at, solution.Length));
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < x.Length; i++) sum += x[i] * y[i];
        var rest = Vector.Sum(sum);
        for (var i = x.Length * Vector<float>.Count; i < a.Length; i++) rest += a[i] * b[i];
        return rest;
    }

    private static void Add(Span<float> to, float factor, ReadOnlySpan<float> from)
    {
        var target = MemoryMarshal.Cast<float, Vector<float>>(to);
        var source = MemoryMarshal.Cast<float, Vector<float>>(from);
        var times = new Vector<float>(factor);
        for (var i = 0; i < target.Length; i++) target[i] += times * source[i];
        for (var i = target.Length * Vector<float>.Count; i < to.Length; i++) to[i] += factor * from[i];
    }

    private static void Scale(Span<float> values, float factor)
    {
        foreach (ref var value in values) value *= factor;
    }
}
