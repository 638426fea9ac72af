using System.Diagnostics;
using System.Globalization;

namespace CarbonComp.Benchmarks;

/// <summary>The peers' side of a comparison: a script that times itself, so that the interpreter's start does not count.</summary>
internal static class Python
{
    /// <summary>The numbers that a script beside the benchmarks prints; null, with a word, where it does not run.</summary>
    public static double[]? Run(string script, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "InputOutput", script), .. arguments]) {
            RedirectStandardOutput = true, RedirectStandardError = true };
        // The kernels that this process uses.
        if (LinearAlgebraDiagnostics.Current.CoreType is { Length: > 0 } coreType) start.Environment["OPENBLAS_CORETYPE"] = coreType;
        try
        {
            using var python = Process.Start(start)!;
            var (text, trouble) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
            python.WaitForExit();
            if (python.ExitCode == 0) return [.. text.Result.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
            Console.WriteLine($"{script} did not run: {trouble.Result.Trim().Split('\n')[^1]}");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Console.WriteLine("python3 did not start: " + missing.Message);
        }
        return null;
    }
}
