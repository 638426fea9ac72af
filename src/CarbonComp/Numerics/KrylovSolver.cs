namespace CarbonComp.Numerics;

// Solves M·X = B by products with M alone: restarted GMRES (Saad and Schultz 1986), all columns multiplied by M at once.
// In an input–output table an impulse dies away within a few rounds, so a few products replace the factors of a large system as
// long as B has few columns. The rate at which the residual falls shows early how many products are needed.
internal static class KrylovSolver
{
    // Each start gains that many digits, so two give a double its digits; more are needed only for an ill-conditioned system.
    private const double DigitsOfStart = 8;
    private const int MostStarts = 4, MostRounds = 40, LeastRounds = 3;

    // The solution and the number of products it took; null if it would take more than allowed, or does not converge. X and B are column by column.
    public static (double[] Solution, int Products)? Solve(Func<double[], double[]> multiply, double[] b, int order, double mostProducts)
    {
        var (x, residual, products) = (new double[b.Length], (double[])b.Clone(), 0);
        for (var start = 0; start < MostStarts; start++)
        {
            var allowed = start == 0 ? mostProducts / 2 : mostProducts - products;
            if (Correct(multiply, residual, order, allowed) is not { } rounds) return null;
            products += rounds + 1;
            var change = 0.0;
            for (var c = 0; c < b.Length; c += order)
            {
                Span<double> column = x.AsSpan(c, order), correction = residual.AsSpan(c, order);
                DenseVectors.AddScaled(column, 1, correction);
                var size = DenseVectors.Dot(column, column);
                if (size > 0) change = Math.Max(change, Math.Sqrt(DenseVectors.Dot(correction, correction) / size));
            }
            // The digits of this correction end below the last digit of a double.
            if (change <= 1e-7) return (x, products);
            var product = multiply(x);
            for (var i = 0; i < b.Length; i++) residual[i] = b[i] - product[i];
        }
        return null;
    }

    // Replaces B by a solution of eight digits; returns the number of products.
    private static int? Correct(Func<double[], double[]> multiply, double[] b, int order, double mostProducts)
    {
        var basis = new List<double[]> { new double[b.Length] };
        var columns = Enumerable.Range(0, b.Length / order).Select(c => new Column(b, basis[0], c * order, order)).ToArray();
        for (var k = 0; k < Math.Min(MostRounds, mostProducts); k++)
        {
            StopButton.Look();
            basis.Add(multiply(basis[k]));
            Parallel.ForEach(columns, column => column.Advance(basis));
            var worst = columns.Max(c => c.Residual);
            if (!double.IsFinite(worst)) return null;
            var digits = worst == 0 ? DigitsOfStart : -Math.Log10(worst);
            if (digits >= DigitsOfStart)
            {
                Parallel.ForEach(columns, column => column.Combine(basis, b));
                return k + 1;
            }
            if (k + 1 >= LeastRounds && !(digits * mostProducts >= DigitsOfStart * (k + 1))) return null;
        }
        return null;
    }

    // The Krylov space of one column: an orthonormal basis V and H with M·V = V·H.
    private sealed class Column
    {
        private readonly int first, order;
        private readonly double norm;
        private readonly List<double[]> hessenberg = [];
        private Vector<double> weights = Vector<double>.Build.Dense(1);

        public Column(double[] b, double[] basis, int first, int order)
        {
            (this.first, this.order) = (first, order);
            var column = b.AsSpan(first, order);
            norm = Math.Sqrt(DenseVectors.Dot(column, column));
            Residual = norm == 0 ? 0 : 1;
            if (norm > 0) DenseVectors.AddScaled(basis.AsSpan(first, order), 1 / norm, column);
        }

        // The norm of the residual relative to that of the column.
        public double Residual { get; private set; }

        // Makes the newest vector of the basis orthonormal to the others and finds the best solution of the space; done columns stay.
        public void Advance(List<double[]> basis)
        {
            if (Residual <= Math.Pow(10, -DigitsOfStart)) return;
            var size = basis.Count - 1;
            var next = basis[^1].AsSpan(first, order);
            var h = new double[size + 1];
            for (var j = 0; j < size; j++)
            {
                var earlier = basis[j].AsSpan(first, order);
                h[j] = DenseVectors.Dot(earlier, next);
                DenseVectors.AddScaled(next, -h[j], earlier);
            }
            h[size] = Math.Sqrt(DenseVectors.Dot(next, next));
            if (h[size] > 0) foreach (ref var value in next) value /= h[size];
            hessenberg.Add(h);
            var matrix = Matrix<double>.Build.Dense(size + 1, size, (i, j) => i < hessenberg[j].Length ? hessenberg[j][i] : 0);
            var target = Vector<double>.Build.Dense(size + 1, i => i == 0 ? norm : 0);
            weights = matrix.QR().Solve(target);
            Residual = (matrix * weights - target).L2Norm() / norm;
        }

        public void Combine(List<double[]> basis, double[] solution)
        {
            var column = solution.AsSpan(first, order);
            column.Clear();
            for (var j = 0; j < hessenberg.Count; j++) DenseVectors.AddScaled(column, weights[j], basis[j].AsSpan(first, order));
        }
    }
}
