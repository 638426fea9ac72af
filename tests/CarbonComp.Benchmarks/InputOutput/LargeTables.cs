using System.Diagnostics;
using System.Globalization;

namespace CarbonComp.Benchmarks;

/// <summary>Transfers of large tables against a bare LAPACK solve and against the full inverse in numpy, all on the same OpenBLAS kernels.</summary>
internal static class LargeTables
{
    private const int Repetitions = 3;

    public static int Run(string[] arguments)
    {
        var diagnostics = LinearAlgebraDiagnostics.Current;
        Console.WriteLine(diagnostics.ToString());
        foreach (var regions in arguments.Length == 0 ? [20, 50] : arguments.Select(a => int.Parse(a, CultureInfo.InvariantCulture) / 100))
        {
            var (table, intensity) = RandomSystem.Of(regions, 100);
            var n = table.Axis.Count;
            var (transfers, memory) = (Best(() => EmbodiedCarbon.Transfers(table, intensity, 1e-3)), Process.GetCurrentProcess().PeakWorkingSet64 / 1e9);
            var bare = Best(() => LeontiefSystem.Of(table, precision: LinearAlgebraPrecision.Full).RequiredOutput(table.FinalUse));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"n = {n}: transfers {transfers:F2} s ({memory:F2} GB at most so far), double-precision LAPACK solve {bare:F2} s, ratio {transfers / bare:F2}"));
            if (Numpy(n, regions, diagnostics.CoreType) is { } numpy)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"n = {n}: full inverse and accounts in numpy {numpy:F2} s, {numpy / transfers:F1} times as long"));
        }
        return 0;
    }

    private static double Best(Action run) => Enumerable.Range(0, Repetitions).Select(_ =>
    {
        var watch = Stopwatch.StartNew();
        run();
        return watch.Elapsed.TotalSeconds;
    }).Min();

    // The script times itself, so that the interpreter's start does not count; the kernels are those that this process uses.
    private static double? Numpy(int order, int regions, string coreType)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "InputOutput", "full_inverse.py");
        var start = new ProcessStartInfo("/usr/bin/python3", [script, $"{order}", $"{regions}", $"{Repetitions}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (coreType.Length > 0) start.Environment["OPENBLAS_CORETYPE"] = coreType;
        try
        {
            using var python = Process.Start(start)!;
            var (text, trouble) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
            python.WaitForExit();
            if (python.ExitCode == 0) return double.Parse(text.Result, CultureInfo.InvariantCulture);
            Console.WriteLine("numpy did not run: " + trouble.Result.Trim().Split('\n')[^1]);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Console.WriteLine("python3 did not start: " + missing.Message);
        }
        return null;
    }
}
