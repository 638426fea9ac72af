namespace CarbonComp.Kernel.Tests;

/// <summary>The kernel's program, as it was built together with the tests: carboncomp, before it gets that name.</summary>
internal static class KernelProgram
{
    public static string Path { get; } =
        System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "CarbonComp.Kernel.exe" : "CarbonComp.Kernel");

    /// <summary>The program as users get it, published to artifacts/kernel; null where it has not been published.</summary>
    public static string? Published { get; } =
        Above(System.IO.Path.Combine("artifacts", "kernel", OperatingSystem.IsWindows() ? "carboncomp.exe" : "carboncomp"));

    /// <summary>A path below the repository's root, null where nothing is there.</summary>
    public static string? Above(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.Path.Combine(folder.FullName, path) is var found && System.IO.Path.Exists(found))
                return found;
        return null;
    }
}
