namespace CarbonComp.Charts;

/// <summary>Where a browser of the Chromium family is installed: on the PATH, or, on Windows and macOS, where its installer puts it.</summary>
internal static class BrowserPlaces
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];
    private static readonly string[] OnWindows =
        ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe", "Chromium/Application/chrome.exe"];
    private static readonly string[] OnMac = ["Google Chrome", "Chromium", "Microsoft Edge"];

    /// <summary>The first program that is there; <see langword="null"/> where there is none.</summary>
    public static string? Find() => (OperatingSystem.IsWindows() ? Windows(WindowsFolders()) : OperatingSystem.IsMacOS() ? Mac(MacFolders()) : OnPath(""))
        .FirstOrDefault(File.Exists);

    /// <summary>Programs to look for on Windows, in folders such as <c>C:\Program Files</c>.</summary>
    public static IEnumerable<string> Windows(IEnumerable<string> folders) => OnPath(".exe")
        .Concat(from folder in folders from place in OnWindows select Path.Combine([folder, .. place.Split('/')]));

    /// <summary>Programs to look for on macOS, in folders such as <c>/Applications</c>.</summary>
    public static IEnumerable<string> Mac(IEnumerable<string> folders) => OnPath("")
        .Concat(from folder in folders from name in OnMac select Path.Combine(folder, name + ".app", "Contents", "MacOS", name));

    private static IEnumerable<string> OnPath(string ending) =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in Names
        select Path.Combine(folder, name + ending);

    private static IEnumerable<string> WindowsFolders() => from folder in (Environment.SpecialFolder[])
        [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData]
        select Environment.GetFolderPath(folder);

    private static string[] MacFolders() =>
        ["/Applications", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Applications")];
}
