using System.Diagnostics;

namespace CarbonComp.Formats.Tests;

/// <summary>GDAL's Python binding, which tests compare with and nothing else needs.</summary>
internal static class Gdal
{
    // The first Python that has it: the one that environment/test.sh chose, one on PATH, the system's.
    private static readonly Lazy<string?> Python = new(() => new[] { Environment.GetEnvironmentVariable("CARBONCOMP_PYTHON"), "python3", "/usr/bin/python3" }
        .FirstOrDefault(p => !string.IsNullOrEmpty(p) && Start(p, "-c", "from osgeo import gdal, ogr, osr; import numpy").Code == 0));

    /// <summary>Runs a script of this folder; skips the test where GDAL is missing.</summary>
    public static string Run(string script, params string[] arguments)
    {
        Assert.SkipUnless(Python.Value is not null, "GDAL's Python binding is missing: install Debian's python3-gdal.");
        var (code, output, errors) = Start(Python.Value!, [Path.Combine(AppContext.BaseDirectory, "Rasters", script), .. arguments]);
        return code == 0 ? output : throw new InvalidOperationException(errors);
    }

    private static (int Code, string Output, string Errors) Start(string python, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, arguments)
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.Result);
        }
        catch (System.ComponentModel.Win32Exception) { return (1, "", "There is no Python."); }
    }
}
