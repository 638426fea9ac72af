using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CarbonComp.Kernel.Benchmarks;

// Usage: CarbonComp.Kernel.Benchmarks [path of the published carboncomp] [path of python3] [path of dotnet-interactive]
// The last is what "dotnet tool install Microsoft.dotnet-interactive --tool-path FOLDER" leaves in its folder.
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
    List<(string Name, string Label)> kernels = [(".net-csharp", "C# kernel"), ("python3", "ipykernel")];
    if (args.ElementAtOrDefault(2) is { } interactive)
    {
        kernels.Add(("dotnet-interactive", ".NET Interactive"));
        var spec = Directory.CreateDirectory(Path.Combine(home.FullName, "share", "jupyter", "kernels", "dotnet-interactive"));
        File.WriteAllText(Path.Combine(spec.FullName, "kernel.json"), JsonSerializer.Serialize(new
        {
            argv = (string[])[Path.GetFullPath(interactive), "jupyter", "--default-kernel", "csharp", "{connection_file}"],
            display_name = ".NET Interactive",
            language = "C#",
            // Its last release is for an older runtime than this project's.
            env = new { DOTNET_ROLL_FORWARD = "Major", DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT = "1", DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE = "1" },
        }));
    }
    var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "kernels.py"), .. kernels.Select(kernel => kernel.Name)]) { RedirectStandardOutput = true };
    start.Environment["JUPYTER_PATH"] = Path.Combine(home.FullName, "share", "jupyter");
    start.Environment["CARBONCOMP_DATA_DIR"] = Path.Combine(home.FullName, "data");
    start.Environment["PYTHONWARNINGS"] = "ignore";
    using var process = Process.Start(start)!;
    var text = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0)
        return process.ExitCode;
    using var json = JsonDocument.Parse(text);
    terminal.WriteLine($"load average {json.RootElement.GetProperty("load").GetDouble():0.0} on {Environment.ProcessorCount} cores");
    terminal.WriteLine($"{"",-42}" + string.Concat(kernels.Select((kernel, i) => $"{kernel.Label,18}" + (i == 0 ? "" : $"{"ours/it",9}"))));
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
        // None where nothing came in ten seconds.
        double? Of(string kernel) => json.RootElement.GetProperty(kernel).GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
        var ours = Of(kernels[0].Name);
        terminal.WriteLine($"{label,-42}" + string.Concat(kernels.Select((kernel, i) =>
            (Of(kernel.Name) is { } value ? $"{value,18:0.00}" : $"{"never",18}") + (i == 0 ? "" : $"{ours / Of(kernel.Name),9:0.00}"))));
    }
    return 0;
}
finally
{
    home.Delete(recursive: true);
}
