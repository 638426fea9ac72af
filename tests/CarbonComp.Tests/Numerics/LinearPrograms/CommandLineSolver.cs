using System.Diagnostics;
using System.Globalization;

namespace CarbonComp.Tests.LinearAlgebra.LinearPrograms;

/// <summary>Another program that solves linear programs: given MPS, says the status and the smallest objective.</summary>
internal sealed record CommandLineSolver(string Command, string Package, Func<string, string[]> Arguments, Func<string, string, (SolutionStatus, double)> Read)
{
    /// <summary>GLPK's own program, in exact rational arithmetic.</summary>
    public static CommandLineSolver Glpsol { get; } = new("glpsol", "glpk-utils",
        file => ["--freemps", file, "--nopresol", "--exact", "--write", file + ".out"], (output, file) =>
        {
            var result = File.ReadAllText(file + ".out");
            if (output.Contains("HAS NO PRIMAL FEASIBLE", StringComparison.Ordinal)
                || output.Contains("PROBLEM HAS NO FEASIBLE SOLUTION", StringComparison.Ordinal))
                return (SolutionStatus.Infeasible, double.NaN);
            if (output.Contains("UNBOUNDED", StringComparison.Ordinal)) return (SolutionStatus.Unbounded, double.NaN);
            return (SolutionStatus.Optimal, After(result, "Objective:  OBJ = "));
        });

    public static CommandLineSolver LpSolve { get; } = new("lp_solve", "lp-solve", file => ["-fmps", file, "-S4", "-e", "1e-9"], (output, _) =>
        output.Contains("infeasible", StringComparison.Ordinal) ? (SolutionStatus.Infeasible, double.NaN)
        : output.Contains("unbounded", StringComparison.Ordinal) ? (SolutionStatus.Unbounded, double.NaN)
        // It counts 1e30 as infinite and may call a variable of that size optimal.
        : After(output, "Value of objective function:") is var objective && Math.Abs(objective) >= 1e29 ? (SolutionStatus.Unbounded, double.NaN)
        : (SolutionStatus.Optimal, objective));

    public bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, Command)));

    public (SolutionStatus Status, double Objective) Solve(LinearProgram program)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, MpsFormat.Write(program));
            using var process = Process.Start(new ProcessStartInfo(Command, Arguments(file)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return Read(output, file);
        }
        finally
        {
            File.Delete(file);
            File.Delete(file + ".out");
        }
    }

    private static double After(string text, string mark)
    {
        var start = text.IndexOf(mark, StringComparison.Ordinal);
        Assert.True(start >= 0, text);
        var number = text[(start + mark.Length)..].TrimStart().Split(' ', '\n')[0];
        return double.Parse(number, CultureInfo.InvariantCulture);
    }
}
