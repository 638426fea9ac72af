using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.Playwright;
using Plotly.NET;

namespace CarbonComp.PlotlyNet.Tests;

/// <summary>Charts on a page, as a notebook shows them, in a browser that records what they ask the network for.</summary>
[Trait("size", "large")]
public sealed class PageTests : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static TheoryData<string, string> Kinds => new()
    {
        { "points", "cartesian" }, { "pie", "cartesian" }, { "surface", "full" }, { "map", "full" }, { "polar", "full" }, { "figure", "cartesian" },
    };

    public async ValueTask InitializeAsync()
    {
        if (Charts.Tests.Installed.Chromium is not { } chromium) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium, Headless = true,
            Args = ["--no-sandbox", "--use-gl=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking"],
        });
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Cell_draws_a_chart_with_its_build_of_plotly_and_fetches_nothing(string name, string library)
    {
        var chart = name switch
        {
            "points" => Samples.Points(), "pie" => Samples.Pie, "surface" => Samples.Surface,
            "map" => Samples.Map, "polar" => Samples.Polar, _ => Samples.Figure.ToPlotlyNet(),
        };
        var html = await CellHtml(chart);
        Assert.Contains($"data-plotly=\"{library}\"", html, StringComparison.Ordinal);
        await Shown(html, name);
        // A figure of ours, whose caption stays though the cell did not ask for one.
        if (name == "figure") Assert.Contains("constructed, not observed", html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Saved_page_stands_alone(string name, string library)
    {
        Assert.SkipWhen(browser is null, "No Chromium at /usr/bin/chromium: apt-get install chromium.");
        var chart = name switch
        {
            "points" => Samples.Points(), "pie" => Samples.Pie, "surface" => Samples.Surface,
            "map" => Samples.Map, "polar" => Samples.Polar, _ => Samples.Figure.ToPlotlyNet(),
        };
        var figure = chart.ToFigure(ValueStatus.Illustrative, "the tests").WithTitle($"A chart of Plotly.NET: {name}");
        var html = figure.ToHtml();
        Assert.Contains($"class=\"carboncomp-plotly\" data-name=\"{library}\"", html, StringComparison.Ordinal);
        await Shown(html, name + "-figure");
    }

    [Fact]
    public async Task Map_on_tiles_says_that_it_fetches_nothing()
    {
        var html = Samples.Tiles.ToFigure(ValueStatus.Illustrative).ToHtml();
        Assert.Contains("data-plotly=\"cartesian\"", html, StringComparison.Ordinal);
        Assert.Contains("lies on map tiles of a server", await Shown(html, "tiles"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_labels_does_nothing()
    {
        var html = await CellHtml(Samples.Hostile) + Samples.Hostile.ToFigure(ValueStatus.Illustrative).ToHtml(library: false);
        await Shown(html, "hostile", page => page.EvaluateAsync<bool>(
            "() => window.hurt === undefined && !document.querySelector('.carboncomp-plot script, .carboncomp-plot img, .carboncomp-plot "
                + "a[href^=\"javascript\"]')"));
    }

    [Fact]
    public async Task Formatters_of_others_registered_before_give_way()
    {
        Formatter.Register<GenericChart>(_ => "<script src=\"https://cdn.plot.ly/plotly.js\"></script>", "text/html");
        await new PlotlyNetExtension().OnLoadAsync(null!);
        Assert.DoesNotContain("cdn.plot.ly/plotly.js", Samples.Points().ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Equal("Plotly.NET chart: scatter; 3 points", Samples.Points().ToDisplayString("text/plain"));
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static async Task<string> CellHtml(GenericChart chart)
    {
        await new PlotlyNetExtension().OnLoadAsync(null!);
        // A notebook brings the library once within ten seconds; a page of its own needs it in any case.
        var html = chart.ToDisplayString("text/html");
        return html.Contains("class=\"carboncomp-plotly\"", StringComparison.Ordinal) ? html : html + Carriers(chart);
    }

    private static string Carriers(GenericChart chart)
    {
        var html = chart.ToFigure(ValueStatus.Illustrative).ToHtml();
        return html[html.IndexOf("<script type=\"text/plain\"", StringComparison.Ordinal)..];
    }

    private async Task<string> Shown(string html, string name, Func<IPage, Task<bool>>? check = null)
    {
        Assert.SkipWhen(browser is null, "No Chromium at /usr/bin/chromium: apt-get install chromium.");
        var file = Path.Combine(AppContext.BaseDirectory, $"page-{name}.html");
        await File.WriteAllTextAsync(file, $"<!doctype html><html><head><meta charset=\"utf-8\"></head><body>{html}</body></html>",
            TestContext.Current.CancellationToken);
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1000, Height = 800 } });
        var page = await context.NewPageAsync();
        List<string> requests = [];
        await context.RouteAsync("**/*", route =>
        {
            var address = route.Request.Url;
            if (address.StartsWith("file:", StringComparison.Ordinal) || address.StartsWith("data:", StringComparison.Ordinal)
                || address.StartsWith("blob:", StringComparison.Ordinal)) return route.ContinueAsync();
            requests.Add(address);
            return route.AbortAsync();
        });
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.carboncomp-figure')].every(f => ['drawn', 'failed'].includes(f.dataset.state))",
            null, new() { Timeout = 120_000 });
        var text = await page.EvaluateAsync<string>("() => document.querySelector('.carboncomp-plot').textContent");
        Assert.True(await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.carboncomp-figure')].every(f => f.dataset.state === 'drawn')"), text);
        await page.ScreenshotAsync(new() { Path = Path.ChangeExtension(file, ".png") });
        Assert.Empty(requests);
        if (check is not null) Assert.True(await check(page));
        await context.CloseAsync();
        return text;
    }
}
