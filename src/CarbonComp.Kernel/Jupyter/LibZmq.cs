using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Finds the messaging library: where the kernelspec says, on the system, or in Python's pyzmq.</summary>
internal static class LibZmq
{
    /// <summary>The variable by which a kernelspec names the library it was installed with.</summary>
    public const string Variable = "CARBONCOMP_LIBZMQ";

    public const string Advice = "The kernel needs libzmq 4, and found none on the system nor in Python's pyzmq. "
        + "Install it (Debian and Ubuntu: apt-get install libzmq5; Fedora: dnf install zeromq; macOS: brew install zeromq), or run pip install pyzmq, "
        + "or name the library file in the environment variable " + Variable + ".";

    // One that hangs must not keep the kernel from starting.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Names and files to try, the likely first; Python is asked only after all others.</summary>
    public static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } told)
            yield return told;
        foreach (var name in SystemNames())
            yield return name;
        foreach (var file in InPython())
            yield return file;
    }

    /// <summary>The library this machine has, by the name or file that loads; <see langword="null"/> when there is none.</summary>
    public static string? Find()
    {
        foreach (var candidate in Candidates())
            if (NativeLibrary.TryLoad(candidate, out _))
                return candidate;
        return null;
    }

    private static string[] SystemNames() => OperatingSystem.IsWindows() ? ["libzmq", "zmq"]
        : OperatingSystem.IsMacOS() ? ["libzmq.5.dylib", "libzmq.dylib", "/opt/homebrew/lib/libzmq.dylib", "/usr/local/lib/libzmq.dylib"]
        : ["libzmq.so.5", "libzmq.so"];

    private static IEnumerable<string> InPython()
    {
        foreach (var python in (string[])["python3", "python"])
        {
            string folder;
            try
            {
                // Only find_spec: importing zmq would load it, and take a second.
                using var process = Process.Start(new ProcessStartInfo(python,
                    ["-c", "import importlib.util as u; s = u.find_spec('zmq'); print(s.origin if s else '')"])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
                var said = process.StandardOutput.ReadToEndAsync();
                if (!said.Wait(Patience))
                {
                    process.Kill(entireProcessTree: true);
                    continue;
                }
                folder = Path.GetDirectoryName(said.Result.Trim()) ?? "";
            }
            catch (System.ComponentModel.Win32Exception)
            {
                continue;
            }
            if (!Directory.Exists(folder))
                continue;
            foreach (var place in (string[])[Path.Combine(folder, "..", "pyzmq.libs"), Path.Combine(folder, ".dylibs"), folder])
                if (Directory.Exists(place))
                    foreach (var file in Directory.GetFiles(place, "*zmq*"))
                        if (Path.GetFileName(file) is var name && name.StartsWith("libzmq", StringComparison.Ordinal)
                            && !name.EndsWith(".py", StringComparison.Ordinal))
                            yield return Path.GetFullPath(file);
        }
    }
}
