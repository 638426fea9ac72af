using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CarbonComp.Kernel.Benchmarks;

// Usage: CarbonComp.Kernel.Benchmarks [path of the published carboncomp] [path of python3]
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var program = Path.GetFullPath(args.ElementAtOrDefault(0) ?? Path.Combine("artifacts", "kernel", "carboncomp"));
var python = args.ElementAtOrDefault(1) ?? "python3";

// A session takes the console over for its cells.
var terminal = Console.Out;
WeavingCost.Print(terminal);

if (!File.Exists(program))
{
    Console.Error.WriteLine($"There is no {program}: publish the kernel first (dotnet publish src/CarbonComp.Kernel -c Release -o artifacts/kernel).");
    return 1;
}
var home = Directory.CreateTempSubdirectory("kernel-bench");
try
{
    using (var install = Process.Start(program, ["install", "--prefix", home.FullName]))
        install.WaitForExit();
    var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "kernels.py")]) { RedirectStandardOutput = true };
    start.Environment["JUPYTER_PATH"] = Path.Combine(home.FullName, "share", "jupyter");
    start.Environment["CARBONCOMP_DATA_DIR"] = Path.Combine(home.FullName, "data");
    start.Environment["PYTHONWARNINGS"] = "ignore";
    using var process = Process.Start(start)!;
    var text = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0)
        return process.ExitCode;
    using var json = JsonDocument.Parse(text);
    var (ours, theirs) = (json.RootElement.GetProperty(".net-csharp"), json.RootElement.GetProperty("python3"));
    terminal.WriteLine($"load average {json.RootElement.GetProperty("load").GetDouble():0.0} on {Environment.ProcessorCount} cores");
    terminal.WriteLine($"{"",-42}{"C# kernel",12}{"ipykernel",12}{"ratio",8}");
    foreach (var (name, label) in (ReadOnlySpan<(string, string)>)[
        ("first_result_s", "first result after process start, s"),
        ("first_result_processor_s", "  processor time up to then, s"),
        ("trivial_ms", "trivial cell, median, ms"),
        ("resident_mb", "resident after 1100 cells, MB"),
        ("resident_declaring_mb", "resident after 1000 declaring cells, MB"),
        ("declaring_ms", "declaring cell, median of the last 100, ms"),
        ("resident_after_output_mb", "resident after a flood of output, MB"),
        ("complete_ms", "complete a name after 100 cells, median, ms"),
        ("member_ms", "complete a member, median, ms"),
        ("interrupt_ms", "interrupt a tight loop, ms")])
    {
        var (a, b) = (ours.GetProperty(name).GetDouble(), theirs.GetProperty(name).GetDouble());
        terminal.WriteLine($"{label,-42}{a,12:0.00}{b,12:0.00}{a / b,8:0.00}");
    }
    return 0;
}
finally
{
    home.Delete(recursive: true);
}
