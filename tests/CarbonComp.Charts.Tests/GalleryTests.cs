using Microsoft.Playwright;

namespace CarbonComp.Charts.Tests;

/// <summary>Every kind of figure drawn by a browser: labels inside the picture, none upon another.</summary>
[Trait("size", "large")]
public sealed class GalleryTests(Browser browser) : IClassFixture<Browser>
{
    // Set to a folder to keep the pictures and look at them.
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("CARBONCOMP_PICTURES");

    public static TheoryData<string> Names => [.. Gallery.WithoutMap().Select(g => g.Name)];

    [Theory, MemberData(nameof(Names))]
    public Task Figure_is_drawn_with_every_label_in_its_place(string name) => Draw(name, Gallery.WithoutMap().Single(g => g.Name == name).Figure);

    [Fact]
    public async Task Results_draw_themselves_with_every_label_in_its_place()
    {
        foreach (var (name, figure) in Gallery.OfResults()) await Draw(name, figure);
    }

    [Fact]
    public async Task Maps_are_drawn_with_every_label_in_its_place()
    {
        foreach (var (name, figure) in Gallery.OfMap(Cities.Map())) await Draw(name, figure);
    }

    private async Task Draw(string name, CarbonFigure figure)
    {
        var page = await browser.Page((int)figure.Layout.Width + 60, (int)figure.Layout.Height + 60);
        var file = Path.Combine(Path.GetTempPath(), $"carboncomp-{Guid.NewGuid():N}.html");
        figure.SaveHtml(file);
        try
        {
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            await page.WaitForSelectorAsync(".carboncomp-figure[data-state]:not([data-state=waiting])", new() { Timeout = 20_000 });
            if (Pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png") });
            Assert.Equal("drawn", await page.GetAttributeAsync(".carboncomp-figure", "data-state"));
            Assert.NotEqual(0, await page.Locator(".carboncomp-plot svg.main-svg").CountAsync());
            var misplaced = await page.EvaluateAsync<string[]>(Misplaced);
            Assert.True(misplaced.Length == 0, $"{name}: {string.Join("; ", misplaced)}");
        }
        finally
        {
            File.Delete(file);
            await page.Context.CloseAsync();
        }
    }

    // Texts that reach over the picture's edge, and pairs of texts that cover each other by more than a hair.
    private const string Misplaced = """
        () => {
          const plot = document.querySelector('.carboncomp-plot'), edge = plot.getBoundingClientRect(), found = [];
          const texts = [...plot.querySelectorAll('svg text')].filter(t => t.textContent.trim() && getComputedStyle(t).visibility !== 'hidden')
            .filter(t => !t.closest('.hoverlayer') && !t.closest('.modebar'))
            .map(t => ({ words: t.textContent, turned: /rotate\((?!0[,)])/.test(t.getAttribute('transform') || ''), box: t.getBoundingClientRect() }))
            .filter(t => t.box.width > 0);
          for (const { words, box } of texts)
            if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1)
              found.push(`outside: ${words}`);
          for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
            const a = texts[i], b = texts[j];
            if (a.turned || b.turned) continue;
            const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
            const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
            if (across > 3 && down > 5) found.push(`upon each other: ${a.words} | ${b.words}`);
          }
          return found;
        }
        """;
}
