using System.Diagnostics;
using System.Globalization;

namespace CarbonComp.Benchmarks;

/// <summary>Transfers of large tables against a bare LAPACK solve and against the full inverse in numpy, all on the same OpenBLAS kernels.</summary>
/// <remarks>Processor time is printed beside elapsed time: on a machine that others use, only it compares.</remarks>
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
            var transfers = Best(() => EmbodiedCarbon.Transfers(table, intensity, 1e-3));
            var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1e9;
            var bare = Best(() => LeontiefSystem.Of(table, precision: LinearAlgebraPrecision.Full).RequiredOutput(table.FinalUse));
            Print($"n = {n}: transfers", transfers, transfers);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  (at most {memory:F2} GB so far)"));
            Print("  double-precision LAPACK solve", bare, transfers);
            if (Numpy(n, regions, diagnostics.CoreType) is { } numpy) Print("  full inverse and accounts in numpy", numpy, transfers);
        }
        return 0;
    }

    private static void Print(string what, (double Elapsed, double Processor) time, (double Elapsed, double Processor) ours) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {time.Elapsed:F2} s elapsed ({time.Elapsed / ours.Elapsed:F2} times ours), {time.Processor:F2} s of processor ({time.Processor / ours.Processor:F2} times ours)"));

    private static (double Elapsed, double Processor) Best(Action run)
    {
        var times = Enumerable.Range(0, Repetitions).Select(_ =>
        {
            var (watch, spent) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            run();
            return (Elapsed: watch.Elapsed.TotalSeconds, Processor: (Process.GetCurrentProcess().TotalProcessorTime - spent).TotalSeconds);
        }).ToArray();
        return (times.Min(t => t.Elapsed), times.Min(t => t.Processor));
    }

    // The script times itself, so that the interpreter's start does not count; the kernels are those that this process uses.
    private static (double Elapsed, double Processor)? Numpy(int order, int regions, string coreType)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "InputOutput", "full_inverse.py");
        var start = new ProcessStartInfo("/usr/bin/python3", [script, $"{order}", $"{regions}", $"{Repetitions}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (coreType.Length > 0) start.Environment["OPENBLAS_CORETYPE"] = coreType;
        try
        {
            using var python = Process.Start(start)!;
            var (text, trouble) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
            python.WaitForExit();
            if (python.ExitCode == 0 && text.Result.Split(' ') is [var elapsed, var processor])
                return (double.Parse(elapsed, CultureInfo.InvariantCulture), double.Parse(processor, CultureInfo.InvariantCulture));
            Console.WriteLine("numpy did not run: " + trouble.Result.Trim().Split('\n')[^1]);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Console.WriteLine("python3 did not start: " + missing.Message);
        }
        return null;
    }
}
