using Microsoft.Playwright;

namespace CarbonComp.Charts.Tests;

/// <summary>Figures on pages as notebooks make them: opened from a file, without a network.</summary>
[Trait("size", "large")]
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly CarbonFigure One = CarbonChart.DivergingBar(Cities.Net());
    private static readonly CarbonFigure Other = CarbonChart.Heatmap(Cities.Emissions);

    private const string Library = "<script type=\"text/plain\" class=\"carboncomp-plotly\"";

    [Fact]
    public async Task Several_figures_share_one_library()
    {
        await using var page = await Open(Other.ToHtml(library: false) + One.ToHtml(library: true) + One.ToHtml(library: false) + One.ToHtml(library: false));
        Assert.Equal(["drawn", "drawn", "drawn", "drawn"], await page.States());
        Assert.Equal(4, await page.Drawn());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Module_loader_on_the_page_does_not_catch_the_library()
    {
        const string Loader = "<script>window.caught = []; window.define = function () { window.caught.push(arguments.length); }; window.define.amd = {}; "
            + "window.require = window.requirejs = function () { throw new Error('offline'); }; window.module = { exports: {} };</script>";
        await using var page = await Open(Loader + One.ToHtml());
        Assert.Equal(["drawn"], await page.States());
        Assert.Equal(0, await page.Value<int>("() => window.caught.length"));
    }

    [Fact]
    public async Task Plotly_that_is_on_the_page_already_is_used()
    {
        // A stand-in that draws nothing but says that it was asked.
        const string Present = "<script>window.Plotly = { version: '3.0.0', newPlot: function (place, data) { place.textContent = 'asked for ' + "
            + "data.length; return Promise.resolve(); } };</script>";
        await using var page = await Open(Present + Other.ToHtml(library: false));
        Assert.Equal(["drawn"], await page.States());
        Assert.Equal("asked for 1", await page.Value<string>("() => document.querySelector('.carboncomp-plot').textContent"));
    }

    [Fact]
    public async Task Old_plotly_of_others_stays_theirs()
    {
        await using var page = await Open("<script>window.Plotly = { version: '1.58.4', newPlot: function () { throw new Error('too old'); } };</script>"
            + One.ToHtml());
        Assert.Equal(["drawn"], await page.States());
        Assert.Equal("1.58.4", await page.Value<string>("() => window.Plotly.version"));
    }

    [Fact]
    public async Task Figure_without_library_says_what_to_do()
    {
        await using var page = await Open(One.ToHtml(library: false));
        Assert.Equal(["failed"], await page.States());
        var text = await page.Value<string>("() => document.querySelector('.carboncomp-plot').textContent");
        Assert.Contains("Run this cell again", text, StringComparison.Ordinal);
        Assert.Contains("constructed, not observed", text, StringComparison.Ordinal);
        Assert.Equal(0, await page.Drawn());
    }

    [Fact]
    public async Task Library_that_comes_later_draws_what_had_failed()
    {
        await using var page = await Open(One.ToHtml(library: false));
        Assert.Equal(["failed"], await page.States());
        // As a notebook adds an output: markup first, then its scripts anew, because scripts in markup do not run.
        await page.Value<bool>("""
            html => { const cell = document.createElement('div'); cell.innerHTML = html; document.body.appendChild(cell);
              for (const old of cell.querySelectorAll('script')) {
                const run = document.createElement('script');
                for (const a of old.attributes) run.setAttribute(a.name, a.value);
                run.textContent = old.textContent; old.replaceWith(run);
              }
              return true; }
            """, Other.ToHtml());
        await page.Settled();
        Assert.Equal(["drawn", "drawn"], await page.States());
    }

    [Fact]
    public async Task Page_asks_for_nothing_from_elsewhere()
    {
        await using var page = await Open(One.ToHtml() + Other.ToHtml(library: false));
        Assert.All(page.Requests, r => Assert.StartsWith("file:", r, StringComparison.Ordinal));
    }

    [Fact]
    public void Library_can_be_stripped_from_html()
    {
        Assert.SkipUnless(PlotlyResource.Cartesian.IsPresent, PlotlyResource.Remedy);
        var html = One.ToHtml();
        var start = html.IndexOf(Library, StringComparison.Ordinal);
        var end = html.IndexOf("</script>\n", start, StringComparison.Ordinal) + "</script>\n".Length;
        Assert.Equal(One.ToHtml(library: false), html.Remove(start, end - start));
        Assert.InRange(html.Length, 300_000, 800_000);
    }

    [Fact]
    public void Notebook_gets_the_library_with_the_first_figure_only()
    {
        Assert.SkipUnless(PlotlyResource.Cartesian.IsPresent, PlotlyResource.Remedy);
        var formatter = FigureFormatter.Html;
        string Shown()
        {
            var writer = new StringWriter();
            Assert.True(formatter.Format(One, writer));
            return writer.ToString();
        }
        string[] shown = [.. Enumerable.Range(0, 5).Select(_ => Shown())];
        Assert.Equal(1, shown.Count(s => s.Contains(Library, StringComparison.Ordinal)));
        Assert.False(formatter.Format("no figure", new StringWriter()));
    }

    [Fact]
    public void Saved_page_replaces_the_old_one_and_leaves_nothing_else()
    {
        Assert.SkipUnless(PlotlyResource.Cartesian.IsPresent, PlotlyResource.Remedy);
        var folder = Directory.CreateTempSubdirectory("carboncomp");
        var path = Path.Combine(folder.FullName, "sub", "figure.html");
        One.SaveHtml(path);
        Other.WithTitle("二氧化碳").SaveHtml(path);
        Assert.Contains("<title>二氧化碳</title>", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(600, 0)]
    [InlineData(300, 1)]
    [InlineData(1100, 0)]
    public async Task A_figure_fits_a_narrow_page_down_to_half_its_size(int width, int scrolls)
    {
        await using var page = await Open($"<div style=\"width:{width}px\">{One.ToHtml()}</div>");
        Assert.Equal(["drawn"], await page.States());
        var box = await page.Value<double[]>("""
            () => { const f = document.querySelector('.carboncomp-figure'), p = f.querySelector('.carboncomp-plot').getBoundingClientRect();
                return [f.clientWidth, p.width, getComputedStyle(f).overflowX === 'auto' && f.scrollWidth > f.clientWidth + 1 ? 1 : 0,
                    f.clientHeight - p.height]; }
            """);
        Assert.Equal(Math.Clamp(width, One.Width / 2, One.Width), box[1], 1.5);
        Assert.Equal(scrolls, box[2]);
        Assert.InRange(box[3], -1, 30);
    }

    private Task<OpenPage> Open(string body) => OpenPage.Of(browser, body);

    private sealed class OpenPage(IPage page, string file) : IAsyncDisposable
    {
        public List<string> Errors { get; } = [];

        public List<string> Requests { get; } = [];

        public static async Task<OpenPage> Of(Browser browser, string body)
        {
            var page = await browser.Page();
            var file = Path.Combine(Path.GetTempPath(), $"carboncomp-{Guid.NewGuid():N}.html");
            await File.WriteAllTextAsync(file, $"<!doctype html><html><head><meta charset=\"utf-8\"></head><body>{body}</body></html>");
            var open = new OpenPage(page, file);
            page.PageError += (_, error) => open.Errors.Add(error);
            page.Request += (_, request) => open.Requests.Add(request.Url);
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            await open.Settled();
            return open;
        }

        public async Task Settled() =>
            await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.carboncomp-figure')].every(f => ['drawn', "
            + "'failed'].includes(f.dataset.state))", null, new() { Timeout = 25_000 });

        public Task<string[]> States() => Value<string[]>("() => [...document.querySelectorAll('.carboncomp-figure')].map(f => f.dataset.state)");

        public Task<int> Drawn() =>
            Value<int>("() => [...document.querySelectorAll('.carboncomp-plot')].filter(p => p.querySelector('svg.main-svg path')).length");

        public Task<T> Value<T>(string script, object? argument = null) => page.EvaluateAsync<T>(script, argument);

        public async ValueTask DisposeAsync()
        {
            await page.Context.CloseAsync();
            File.Delete(file);
        }
    }
}
