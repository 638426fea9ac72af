using System.Diagnostics;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Commands;

/// <summary>Commands of other programs, which get all the arguments. So the kernel needs to know nothing of what they do.</summary>
/// <remarks>
/// For <c>carboncomp NAME</c>: a program in the folder <c>commands</c> beside this one, <c>PROGRAM.dll</c>, whose file <c>PROGRAM.commands</c> lists
/// the name; or a program <c>carboncomp-NAME</c> on the PATH. Those in the folder are the same for every platform.
/// </remarks>
internal static class OtherCommands
{
    private const string ListExtension = ".commands";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "commands");

    /// <summary>The names of the commands beside this program.</summary>
    public static IReadOnlyList<string> Names => [.. Beside.Select(command => command.Name).Order()];

    /// <summary>Runs the other program of that name to its end.</summary>
    /// <returns>Its exit code; <see langword="null"/> where there is no such program.</returns>
    public static int? Run(string[] args)
    {
        if (args is not [{ Length: > 0 } name, ..] || !name.All(char.IsAsciiLetterLower) || Start(name, args) is not { } start)
            return null;
        // It sees the same terminal, and its own signals.
        Console.CancelKeyPress += (_, e) => e.Cancel = true;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static IEnumerable<(string Name, string Program)> Beside => !Directory.Exists(Folder) ? []
        : from list in Directory.EnumerateFiles(Folder, "*" + ListExtension)
          from line in File.ReadLines(list)
          where line.Length > 0
          select (line, Path.ChangeExtension(list, ".dll"));

    private static ProcessStartInfo? Start(string name, string[] args)
    {
        if (Beside.FirstOrDefault(command => command.Name == name).Program is { } program)
            return new(DotnetProgram.Path, [program, .. args]) { UseShellExecute = false };
        var file = $"carboncomp-{name}{(OperatingSystem.IsWindows() ? ".exe" : "")}";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists) is { } found ? new(found, args) { UseShellExecute = false } : null;
    }
}
