namespace CarbonComp.Charts.Tests;

/// <summary>What a browser test needs of the machine.</summary>
internal static class Installed
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? NodeModules { get; } = Above("environment/node_modules");

    public static string? Chromium => Browsers.FirstOrDefault(File.Exists);

    private static string? Above(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, path))) return Path.Combine(folder.FullName, path);
        return null;
    }
}
