using System.Globalization;
using System.Text.RegularExpressions;
using CarbonComp.Kernel.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace CarbonComp.Kernel.Tests;

/// <summary>A person at the classic Notebook: the published kernel behind a real server and a real browser.</summary>
[Trait("size", "large")]
public sealed class ClassicNotebookTests(ClassicNotebook notebook) : IClassFixture<ClassicNotebook>
{
    [Fact]
    public async Task Shows_values_tables_output_and_figures()
    {
        await using var page = await notebook.Open();
        await page.Run("value");
        await Expect(page.Output("value").Locator(".output_result")).ToHaveTextAsync("42");

        await page.Run("table");
        var rows = page.Output("table").Locator("table tr");
        await Expect(rows.Filter(new() { HasText = "City" }).First).ToContainTextAsync("Steel");
        await Expect(rows.Filter(new() { HasText = "秦皇岛" })).ToContainTextAsync("12.5");

        await page.Run("stdout");
        await Expect(page.Output("stdout").Locator(".output_stdout")).ToHaveTextAsync(new Regex(@"^\s*line 1 of 3\s+line 2 of 3\s+line 3 of 3\s*$"));

        await page.Run("script");
        await Expect(page.Output("script").Locator("#drawing svg circle")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Draws_the_librarys_charts()
    {
        await using var page = await notebook.Open();
        Assert.SkipUnless(notebook.HasCharts, "The charts are not built: dotnet build src/CarbonComp.Charts -c Release.");
        await page.Run("chart");
        await Expect(page.Output("chart").Locator(".carboncomp-figure")).ToHaveAttributeAsync("data-state", "drawn");
        var drawing = page.Output("chart").Locator(".carboncomp-plot svg.main-svg").First;
        await Expect(drawing).ToBeVisibleAsync();
        await Expect(page.Output("chart").Locator(".carboncomp-plot .bars path")).ToHaveCountAsync(2);
        await Expect(page.Output("chart").Locator(".carboncomp-plot")).ToContainTextAsync("Tangshan");
    }

    [Fact]
    public async Task Controls_call_the_code_and_draw_again()
    {
        await using var page = await notebook.Open();
        Assert.SkipUnless(notebook.HasCharts, "The charts are not built: dotnet build src/CarbonComp.Charts -c Release.");
        Assert.SkipUnless(ClassicNotebook.HasWidgets, "The page has no widgets: apt-get install python3-ipywidgets.");
        await page.Run("interact");
        var (cell, plot) = (page.Cell("interact"), page.Output("interact").Locator(".carboncomp-plot"));
        await Expect(plot).ToContainTextAsync("Beijing at 1");
        await Expect(plot.Locator(".bars path")).ToHaveCountAsync(2);

        await cell.Locator(".ui-slider-handle").FocusAsync();
        await page.Press("ArrowRight");
        await Expect(plot).ToContainTextAsync("Beijing at 1.5");
        await Expect(cell.Locator(".widget-readout").First).ToHaveTextAsync("1.5 yuan/t");

        await cell.Locator("select").Filter(new() { HasText = "Tianjin" }).SelectOptionAsync("Tianjin");
        await Expect(plot).ToContainTextAsync("Tianjin at 1.5");

        // A bar below zero lies left of one above it.
        async Task<float> Left() => (await plot.Locator(".bars path").Last.BoundingBoxAsync())!.X;
        var before = await Left();
        await cell.Locator(".widget-checkbox input").CheckAsync();
        await Expect(plot).ToContainTextAsync("−1");
        Assert.NotEqual(before, await Left());

        // What the calculation refuses is said in the figure's place; the controls go on.
        await cell.Locator(".ui-slider-handle").FocusAsync();
        for (var i = 0; i < 3; i++) await page.Press("ArrowRight");
        await Expect(page.Output("interact").First).ToContainTextAsync("A price of 3 is <too high>.");
        await page.Press("ArrowLeft");
        await Expect(plot).ToContainTextAsync("Tianjin at 2.5");
    }

    [Fact]
    public async Task A_page_without_widgets_has_the_still_form_and_a_sentence()
    {
        await using var page = await notebook.Open(blocked: "**/jupyter-js-widgets/**");
        Assert.SkipUnless(notebook.HasCharts, "The charts are not built: dotnet build src/CarbonComp.Charts -c Release.");
        // A price that the calculation refuses cannot be drawn beforehand.
        await page.Replace("interact", "3, 0.5", "2, 0.5");
        await page.Run("interact");
        var plot = page.Output("interact").Locator(".carboncomp-plot");
        await Expect(plot.Locator(".slider-container")).ToBeVisibleAsync();
        await Expect(plot).ToContainTextAsync("Only price can be moved here; on a live page with ipywidgets payer and received can be moved too.");
        await Expect(plot).ToContainTextAsync("Beijing at 1");
    }

    [Fact]
    public async Task Completes_with_tab_and_inspects_with_shift_tab()
    {
        await using var page = await notebook.Open();
        await page.Run("value");
        await page.Type("typing", "kept.ToString().ToUpp");
        await page.Press("Tab");
        // The page itself offers words of the notebook; this one only the kernel can know.
        await Expect(page.Completions.Filter(new() { HasText = "ToUpperInvariant" })).ToBeVisibleAsync();
        await page.Press("ArrowDown");
        await page.Press("Enter");
        await Expect(page.Source("typing")).ToContainTextAsync("kept.ToString().ToUpperInvariant");

        await page.Type("typing", "Math.Clamp(kept");
        await page.Press("Shift+Tab");
        await Expect(page.Tooltip).ToContainTextAsync("int kept");
        await Expect(page.Tooltip).ToContainTextAsync("value: 42");

        // Between the parentheses the call is meant.
        await page.Type("typing", "string.Join(");
        await page.Press("Shift+Tab");
        await Expect(page.Tooltip).ToContainTextAsync(new Regex(@"string string\.Join\(string\S* separator"));
        await page.Type("typing", "Math.Clamp");
        await page.Press("Shift+Tab");
        await Expect(page.Tooltip).ToContainTextAsync("int Math.Clamp(int value, int min, int max)");
    }

    [Fact]
    public async Task Interrupts_an_endless_loop_and_keeps_the_variables()
    {
        await using var page = await notebook.Open();
        await page.Run("value");
        await page.Run("process");
        var process = await page.Output("process").Locator(".output_result").InnerTextAsync();

        await page.Start("endless");
        await Expect(page.Output("endless").First).ToContainTextAsync("started");
        await page.IsRunning("endless");
        await page.Interrupt();
        var number = await page.Finished("endless");
        await Expect(page.Output("endless").Locator(".output_error")).ToContainTextAsync("Interrupted");

        Assert.Equal(number + 1, await page.Run("afterwards"));
        await Expect(page.Output("afterwards").Locator(".output_result")).ToHaveTextAsync(new Regex("43 after"));
        await page.Run("process");
        await Expect(page.Output("process").Locator(".output_result")).ToHaveTextAsync(process);
    }

    [Fact]
    public async Task Shows_a_flood_of_output_up_to_its_cut_and_loses_nothing_before_it()
    {
        await using var page = await notebook.Open();
        await page.Run("flood");
        var flood = page.Output("flood");
        await Expect(flood.Filter(new() { HasText = "rate exceeded" })).ToHaveCountAsync(0);
        await Expect(flood.Locator(".output_subarea:not(.output_stream)"))
            .ToHaveTextAsync([.. Enumerable.Range(0, 1000).Append(9999).Select(i => i.ToString(CultureInfo.InvariantCulture))]);
        await Expect(flood.Locator(".output_stderr").First).ToContainTextAsync("Output cut");
        // All of the text that has room, and its end: 99 of 100 characters are of this kind.
        var printed = (await flood.Locator(".output_stdout").AllInnerTextsAsync()).Sum(text => text.Count(c => c == '碳'));
        Assert.InRange(printed, 990_000, 995_000);
    }

    [Fact]
    public async Task Restarts_with_nothing_left_of_the_variables()
    {
        await using var page = await notebook.Open();
        await page.Run("value");
        await page.Run("afterwards");
        await Expect(page.Output("afterwards").Locator(".output_result")).ToHaveTextAsync(new Regex("43 after"));

        await page.Restart();
        Assert.Equal(1, await page.Run("afterwards"));
        await Expect(page.Output("afterwards").Locator(".output_error")).ToContainTextAsync(new Regex("CS0103.*kept"));
        await page.Run("value");
        await Expect(page.Output("value").Locator(".output_result")).ToHaveTextAsync("42");
    }
}
