namespace CarbonComp.Kernel.Tests;

/// <summary>The kernel's program, as it was built together with the tests: carboncomp, before it gets that name.</summary>
internal static class KernelProgram
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "CarbonComp.Kernel.exe" : "CarbonComp.Kernel");
}
