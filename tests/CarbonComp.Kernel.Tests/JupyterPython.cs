using System.Diagnostics;

namespace CarbonComp.Kernel.Tests;

/// <summary>A Python that has a part of Jupyter.</summary>
internal static class JupyterPython
{
    /// <summary>The first that can import the module: the one that environment/test.sh chose, those on PATH, the system's.</summary>
    public static string? With(string module)
    {
        foreach (var candidate in (string?[])[Environment.GetEnvironmentVariable("CARBONCOMP_PYTHON"),
            "python3", "/usr/bin/python3", "/usr/local/bin/python3", "python"])
            if (!string.IsNullOrEmpty(candidate) && Has(candidate, module))
                return candidate;
        return null;
    }

    /// <summary>Whether this Python can import the module.</summary>
    public static bool Has(string python, string module)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import " + module]) { RedirectStandardOutput = true,
                RedirectStandardError = true })!;
            process.StandardOutput.ReadToEndAsync();
            process.StandardError.ReadToEndAsync();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
