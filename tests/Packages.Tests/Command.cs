using System.Diagnostics;

namespace CarbonComp.Packages.Tests;

/// <summary>Programs that a test starts.</summary>
internal static class Command
{
    /// <summary>Runs a program to its end; fails the test when it fails.</summary>
    /// <param name="change">Changes its environment.</param>
    /// <returns>What it printed.</returns>
    public static string Run(string program, IEnumerable<string> arguments, Action<IDictionary<string, string?>>? change = null, string? folder = null)
    {
        var (code, output, errors) = Ended(program, arguments, change, folder);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)} ended with {code}:\n{output}\n{errors}");
        return output;
    }

    /// <summary>Runs a program to its end.</summary>
    public static (int Code, string Output, string Errors) Ended(string program, IEnumerable<string> arguments, Action<IDictionary<string, string?>>? change,
        string? folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? Repository.Root,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        change?.Invoke(start.Environment);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
