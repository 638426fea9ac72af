using System.Text.Json.Nodes;
using CarbonComp.Kernel.Display;
using CarbonComp.Kernel.Engine;
using CarbonComp.Kernel.Weaving;

namespace CarbonComp.Kernel.Benchmarks;

/// <summary>What the checks for an interrupt cost in a cell's hot loops.</summary>
internal static class WeavingCost
{
    private static readonly (string Name, string Declare, string Call)[] Loops =
    [
        ("matrix product, 300 x 300", """
            static double Product(int n)
            {
                var a = new double[n, n]; var b = new double[n, n]; var c = new double[n, n];
                for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { a[i, j] = i + j; b[i, j] = i - j; }
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < n; j++)
                    {
                        double s = 0;
                        for (int k = 0; k < n; k++) s += a[i, k] * b[k, j];
                        c[i, j] = s;
                    }
                return c[n - 1, n - 1];
            }
            """, "Product(300)"),
        ("sum of 20 million", "static double Sum(int n) { double s = 0; for (int i = 1; i < n; i++) s += 1.0 / i; return s; }", "Sum(20_000_000)"),
        ("recursion, Fibonacci 32", "static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);", "Fib(32)"),
        ("LINQ over 5 million", "static long Odd(int n) => Enumerable.Range(0, n).Where(i => i % 2 == 1).Select(i => (long)i).Sum();", "Odd(5_000_000)"),
    ];

    public static void Print(TextWriter terminal)
    {
        terminal.WriteLine($"{"cost of the interrupt checks",-42}{"woven, ms",12}{"plain, ms",12}{"ratio",8}");
        foreach (var (name, declare, call) in Loops)
        {
            using var woven = new CSharpSession();
            using var plain = new CSharpSession { WeavesStops = false };
            var sessions = new[] { woven, plain };
            var best = new[] { double.MaxValue, double.MaxValue };
            foreach (var session in sessions)
                Run(session, declare);
            // In turns, so that a busy moment of the machine hits both; the best of them is the cost.
            for (var round = 0; round < 12; round++)
                for (var i = 0; i < sessions.Length; i++)
                    best[i] = Math.Min(best[i], Run(sessions[i], call));
            terminal.WriteLine($"{name,-42}{best[0],12:0.0}{best[1],12:0.0}{best[0] / best[1],8:0.00}");
        }
    }

    private static double Run(CSharpSession session, string code)
    {
        var output = new Silent();
        var result = session.Execute("var watch = System.Diagnostics.Stopwatch.StartNew(); "
            + (code.StartsWith("static", StringComparison.Ordinal) ? "\n" + code + "\n" : "_ = " + code + "; ") + "watch.Elapsed.TotalMilliseconds", 1, output);
        if (result.Error is { } error)
            throw new InvalidOperationException(string.Join('\n', error.Traceback));
        return output.Value;
    }

    private sealed class Silent : ICellOutput
    {
        public double Value { get; private set; }

        public void Stream(string name, string text) { }

        public void Display(MimeBundle bundle, string displayId, bool update) { }

        public void Result(MimeBundle bundle) => Value = double.Parse(bundle["text/plain"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);

        public void Clear(bool wait) { }

        public void SendComm(string messageType, JsonObject content, IReadOnlyList<byte[]> buffers, JsonObject? metadata = null) { }

        public bool IsAttended => false;

        public string ReadLine(string prompt, bool password, CancellationToken stop) => throw new InvalidOperationException();
    }
}
