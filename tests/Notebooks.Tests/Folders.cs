using System.Reflection;

namespace CarbonComp.Notebooks.Tests;

/// <summary>Where notebooks are, and what running them leaves.</summary>
internal static class Folders
{
    private static readonly string Root = typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot")
        .Value!;

    public static string Sources { get; } = Path.Combine(Root, "notebooks");

    /// <summary>The program <c>carboncomp</c>, as <c>environment/run.sh</c> builds it.</summary>
    public static string Command { get; } = Path.Combine(Root, "artifacts/kernel", OperatingSystem.IsWindows() ? "carboncomp.exe" : "carboncomp");

    public static string Executed(Kernel kernel) => kernel.IsOurs ? Path.Combine(Root, "out") : Path.Combine(Root, "out", kernel.Name.TrimStart('.'));
}
