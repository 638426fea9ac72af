using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Ends the kernel when the process that started it is gone; a crashed Jupyter leaves no orphans.</summary>
internal static partial class ParentWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Starts watching when Jupyter said that it is the parent.</summary>
    public static void Start(Action gone)
    {
        if (OperatingSystem.IsWindows()
            || !int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), CultureInfo.InvariantCulture, out var told) || told <= 1)
            return;
        Watch(told, gone);
    }

    [UnsupportedOSPlatform("windows")]
    private static void Watch(int told, Action gone)
    {
        var parent = getppid();
        new Thread(() =>
        {
            while (IsThere(told, parent))
                Thread.Sleep(Pause);
            gone();
        })
        { IsBackground = true, Name = "parent watch" }.Start();
    }

    /// <summary>As a direct child the kernel sees its parent change; behind a wrapper it asks for the process.</summary>
    [UnsupportedOSPlatform("windows")]
    private static bool IsThere(int told, int parent)
    {
        if (told == parent)
            return getppid() == parent;
        try
        {
            using var process = Process.GetProcessById(told);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [LibraryImport("libc"), UnsupportedOSPlatform("windows")]
    private static partial int getppid();
}
