using Microsoft.Playwright;

namespace CarbonComp.Charts.Tests;

/// <summary>A browser without a network, started once for all tests that look at pages.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Installed.Chromium is not { } chromium) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium, Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>An empty page; the test is skipped where there is no browser or no plotly.js.</summary>
    public async Task<IPage> Page(int width = 1100, int height = 900)
    {
        Assert.SkipWhen(browser is null, "No Chromium at /usr/bin/chromium: apt-get install chromium.");
        Assert.SkipUnless(PlotlyResource.Cartesian.IsPresent, $"Built without plotly.js: {PlotlyResource.Remedy}.");
        var context = await browser!.NewContextAsync(new() { Offline = true, ViewportSize = new() { Width = width, Height = height } });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
