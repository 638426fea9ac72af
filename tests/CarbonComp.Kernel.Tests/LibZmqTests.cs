using CarbonComp.Kernel.Jupyter;

namespace CarbonComp.Kernel.Tests;

public sealed class LibZmqTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("zmq").FullName;
    private readonly string? path = Environment.GetEnvironmentVariable("PATH");
    private readonly string? told = Environment.GetEnvironmentVariable(LibZmq.Variable);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", path);
        Environment.SetEnvironmentVariable(LibZmq.Variable, told);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A python3 that has the package zmq, as pip installs it.</summary>
    private string Python(string libraries)
    {
        var package = Directory.CreateDirectory(Path.Combine(folder, "site-packages", "zmq")).FullName;
        File.WriteAllText(Path.Combine(package, "__init__.py"), "");
        var library = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "site-packages", libraries)).FullName, "libzmq-abc123.so.5.2.5");
        File.WriteAllText(library, "");
        Program("python3", $"echo {package}/__init__.py");
        return library;
    }

    private void Program(string name, string command)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{command}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    [Theory]
    [InlineData("pyzmq.libs")]
    [InlineData("zmq/.dylibs")]
    public void The_library_that_pip_brings_is_the_last_resort(string libraries)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The python3 of this test is a shell script.");
        var library = Python(libraries);
        Environment.SetEnvironmentVariable("PATH", folder + ":" + path);
        Environment.SetEnvironmentVariable(LibZmq.Variable, null);
        var candidates = LibZmq.Candidates().ToList();
        var first = candidates.IndexOf(library);
        Assert.True(first > 0);
        Assert.DoesNotContain(candidates.Take(first), candidate => candidate.StartsWith(folder, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("size", "large")]
    public void A_Python_that_hangs_is_passed_over()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The python3 of this test is a shell script.");
        var library = Python("pyzmq.libs");
        File.Move(Path.Combine(folder, "python3"), Path.Combine(folder, "python"));
        Program("python3", "exec sleep 600");
        Environment.SetEnvironmentVariable("PATH", folder + ":" + path);
        Assert.Contains(library, LibZmq.Candidates());
    }

    [Fact]
    public void The_library_that_the_kernelspec_names_is_the_first()
    {
        Environment.SetEnvironmentVariable(LibZmq.Variable, "/some/libzmq.so");
        Assert.Equal("/some/libzmq.so", LibZmq.Candidates().First());
        Assert.Contains("pip install pyzmq", LibZmq.Advice);
    }
}
