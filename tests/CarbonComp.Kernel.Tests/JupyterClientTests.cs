using System.Diagnostics;

namespace CarbonComp.Kernel.Tests;

/// <summary>The kernel as Jupyter sees it: a process, with Python's jupyter_client at the other end.</summary>
[Trait("size", "large")]
public sealed class JupyterClientTests
{
    private static readonly Lazy<string?> Python = new(() => JupyterPython.With("jupyter_client"));

    [Theory]
    [InlineData("conformance.py", "jupyter_kernel_test")]
    [InlineData("messages.py", "jupyter_client")]
    [InlineData("interrupt.py", "jupyter_client")]
    [InlineData("lifecycle.py", "jupyter_client")]
    [InlineData("same_outputs.py", "nbclient")]
    public void Protocol(string script, string module)
    {
        Assert.SkipWhen(Python.Value is null, "No Python with jupyter_client was found: install Debian's jupyter-client or pip's jupyter_client.");
        Assert.SkipUnless(JupyterPython.Has(Python.Value!, module), $"{Python.Value} has no {module}: install Debian's python3-{module.Replace('_', '-')}.");
        var home = Directory.CreateTempSubdirectory("kernel-home");
        try
        {
            var (code, output) = Run(script, home.FullName);
            TestContext.Current.TestOutputHelper?.WriteLine(output);
            Assert.True(code == 0, output);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static (int Code, string Output) Run(string script, string home)
    {
        Environment.SetEnvironmentVariable("DOTNET_ROOT", null);
        var spec = new Commands.KernelSpec(Path.Combine(home, "jupyter"));
        spec.Install(replace: false, KernelProgram.Path);
        var start = new ProcessStartInfo(Python.Value!, [Path.Combine(AppContext.BaseDirectory, "protocol", script)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = home,
        };
        start.Environment["JUPYTER_PATH"] = Path.Combine(home, "jupyter");
        start.Environment["JUPYTER_PLATFORM_DIRS"] = "0";
        start.Environment["CARBONCOMP"] = KernelProgram.Path;
        // They refer to the library where environment/run.sh builds it, and to the maps where it puts them.
        if (KernelProgram.Above(Path.Combine("artifacts", "lib", "CarbonComp.Charts.dll")) is not null
            && KernelProgram.Above(Path.Combine("environment", "node_modules", "echarts")) is not null)
            start.Environment["NOTEBOOKS"] = KernelProgram.Above("notebooks");
        start.Environment["HOME"] = home;
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["PYTHONWARNINGS"] = "ignore";
        foreach (var name in (string[])["XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "CARBONCOMP_DATA_DIR"])
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return (process.ExitCode, errors.Result + output.Result);
    }
}
