namespace CarbonComp.Charts.Tests;

/// <summary>Where browsers are looked for on systems that this machine is not.</summary>
public class BrowserPlacesTests
{
    [Fact]
    public void Chrome_and_Edge_are_found_where_the_installers_of_Windows_and_macOS_put_them()
    {
        var windows = BrowserPlaces.Windows(["Programs"]).ToList();
        Assert.Contains(Path.Combine("Programs", "Google", "Chrome", "Application", "chrome.exe"), windows);
        Assert.Contains(Path.Combine("Programs", "Microsoft", "Edge", "Application", "msedge.exe"), windows);
        Assert.All(windows, program => Assert.EndsWith(".exe", program));
        var mac = BrowserPlaces.Mac(["/Applications"]);
        Assert.Contains(mac, program => program.EndsWith(Path.Combine("Google Chrome.app", "Contents", "MacOS", "Google Chrome"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_path_comes_before_the_usual_places()
    {
        var first = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)[0];
        Assert.StartsWith(first, BrowserPlaces.Windows(["Programs"]).First());
    }
}
