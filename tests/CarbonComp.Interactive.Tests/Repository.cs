using System.Runtime.CompilerServices;

namespace CarbonComp.Interactive.Tests;

internal static class Repository
{
    public static string At(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../..", path));
}
