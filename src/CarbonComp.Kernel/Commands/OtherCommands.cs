using System.Diagnostics;

namespace CarbonComp.Kernel.Commands;

/// <summary>Commands of other programs: for <c>carboncomp NAME</c>, a program <c>carboncomp-NAME</c> that gets all the arguments.</summary>
/// <remarks>They lie in the folder <c>commands</c> beside this program, or on the PATH. So the kernel needs to know nothing of what they do.</remarks>
internal static class OtherCommands
{
    private const string Prefix = "carboncomp-";
    private const string Folder = "commands";

    /// <summary>The names of the commands beside this program.</summary>
    public static IReadOnlyList<string> Names => Directory.Exists(Beside)
        ? [.. Directory.EnumerateFiles(Beside, Prefix + "*").Select(file => Path.GetFileNameWithoutExtension(file)[Prefix.Length..]).Distinct().Order()] : [];

    /// <summary>Runs the other program of that name to its end.</summary>
    /// <returns>Its exit code; <see langword="null"/> where there is no such program.</returns>
    public static int? Run(string[] args)
    {
        if (args is not [{ Length: > 0 } name, ..] || !name.All(char.IsAsciiLetterLower) || Find(name) is not { } program)
            return null;
        // It sees the same terminal, and its own signals.
        Console.CancelKeyPress += (_, e) => e.Cancel = true;
        using var process = Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string Beside => Path.Combine(AppContext.BaseDirectory, Folder);

    private static string? Find(string name)
    {
        var file = Prefix + name + (OperatingSystem.IsWindows() ? ".exe" : "");
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Prepend(Beside)
            .Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }
}
