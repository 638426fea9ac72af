namespace CarbonComp.Kernel.Engine;

/// <summary>The program <c>dotnet</c> of the runtime that this process runs on.</summary>
internal static class DotnetProgram
{
    /// <summary>Its path, or its name alone, to be found on the PATH.</summary>
    public static string Path
    {
        get
        {
            var file = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
            if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && File.Exists(host))
                return host;
            var beside = System.IO.Path.GetFullPath(System.IO.Path.Combine(FrameworkReferences.Folder, "..", "..", "..", file));
            return File.Exists(beside) ? beside : file;
        }
    }
}
