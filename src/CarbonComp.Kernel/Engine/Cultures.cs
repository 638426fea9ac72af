using System.Globalization;
using System.Runtime.InteropServices;

namespace CarbonComp.Kernel.Engine;

/// <summary>The cultures that cells find: those of ICU, or the invariant one alone where a Linux machine has no ICU.</summary>
internal static partial class Cultures
{
    /// <summary>What to do where there is no ICU.</summary>
    public const string Missing = "This machine has no ICU, so the only culture is the invariant one. Install it and start the kernel again: "
        + "apt-get install libicu-dev, or the package named libicu and a number.";

    /// <summary>Whether there are cultures beside the invariant one.</summary>
    public static bool AreThere { get; private set; } = true;

    /// <summary>Settles the cultures of the process. To be called before anything is formatted: the runtime loads ICU with the first culture it
    /// needs, and ends the process where there is none.</summary>
    public static void Provide()
    {
        if (OperatingSystem.IsLinux() && !HasIcu())
        {
            AreThere = false;
            AppContext.SetSwitch("System.Globalization.Invariant", true);
            // For the SDK, which restores packages.
            Environment.SetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
        }
        // Numbers and messages are the same on every machine, until a cell wants another culture.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
    }

    /// <summary>Whether the runtime finds an ICU, by its own way to look for one.</summary>
    private static bool HasIcu()
    {
        // A copy that comes with a program is loaded by another way.
        if (Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_APPLOCALICU") is not null)
            return true;
        try
        {
            return LoadIcu() != 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // A later runtime may look in another way; then it decides.
            return true;
        }
    }

    [LibraryImport("libSystem.Globalization.Native", EntryPoint = "GlobalizationNative_LoadICU")]
    private static partial int LoadIcu();
}
