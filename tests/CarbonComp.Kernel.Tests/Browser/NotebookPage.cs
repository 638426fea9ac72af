using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CarbonComp.Kernel.Tests.Browser;

/// <summary>A notebook in the classic Notebook, as a person with mouse and keyboard uses it.</summary>
public sealed partial class NotebookPage : IAsyncDisposable
{
    // Each cell of the notebook has one tag, by which tests name it.
    private static readonly string[] Tags =
        [.. JsonNode.Parse(File.ReadAllText(Original))!["cells"]!.AsArray().Select(c => c!["metadata"]!["tags"]![0]!.GetValue<string>())];

    private readonly float patience;

    private NotebookPage(IPage page, TimeSpan patience)
    {
        Page = page;
        this.patience = (float)patience.TotalMilliseconds;
    }

    /// <summary>The notebook that every test opens a copy of.</summary>
    internal static string Original => Path.Combine(AppContext.BaseDirectory, "Browser", "classic.ipynb");

    public IPage Page { get; }

    /// <summary>The menu of completions.</summary>
    public ILocator Completions => Page.Locator("#complete option");

    /// <summary>What Shift-Tab shows.</summary>
    public ILocator Tooltip => Page.Locator("#tooltip");

    internal static async Task<NotebookPage> Ready(IPage page, TimeSpan patience)
    {
        var notebook = new NotebookPage(page, patience);
        page.SetDefaultTimeout(notebook.patience);
        SetDefaultExpectTimeout(notebook.patience);
        await page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded && Jupyter.notebook.kernel && "
            + "Jupyter.notebook.kernel.is_connected()");
        await Expect(page.Locator("#kernel_indicator_icon")).ToHaveClassAsync("kernel_idle_icon");
        return notebook;
    }

    /// <summary>What lies below the cell.</summary>
    public ILocator Output(string cell) => Cell(cell).Locator(".output_area");

    /// <summary>Runs the cell and leaves it running.</summary>
    public async Task Start(string cell)
    {
        await Edit(cell);
        await Page.Keyboard.PressAsync("Control+Enter");
    }

    /// <summary>Runs the cell to its end.</summary>
    /// <returns>The number that its prompt then has.</returns>
    public async Task<int> Run(string cell)
    {
        await Start(cell);
        return await Finished(cell);
    }

    /// <summary>Waits until the cell's prompt has its number.</summary>
    public async Task<int> Finished(string cell)
    {
        await Expect(Prompt(cell)).ToHaveTextAsync(Numbered());
        await Expect(Page.Locator("#kernel_indicator_icon")).ToHaveClassAsync("kernel_idle_icon");
        return int.Parse(Numbered().Match(await Prompt(cell).InnerTextAsync()).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the prompt has the star of a cell that runs or waits.</summary>
    public Task IsRunning(string cell) => Expect(Prompt(cell)).ToHaveTextAsync(new Regex(@"In\s*\[\*\]"));

    /// <summary>Replaces the cell's text by typing.</summary>
    public async Task Type(string cell, string text)
    {
        await Edit(cell);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.PressAsync("Delete");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Replaces a part of the cell's text.</summary>
    public Task Replace(string cell, string old, string with) => Page.EvaluateAsync("""
        ([place, old, other]) => { const cell = Jupyter.notebook.get_cells()[place]; cell.set_text(cell.get_text().replace(old, other)); }
        """, new object[] { Array.IndexOf(Tags, cell), old, with });

    public Task Press(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>The cell's text as it stands in the editor.</summary>
    public ILocator Source(string cell) => Cell(cell).Locator(".CodeMirror-code");

    public Task Interrupt() => Page.Locator("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();

    /// <summary>Kernel, Restart, and yes; waits until the page has the new kernel.</summary>
    public async Task Restart()
    {
        await Page.EvaluateAsync("() => { window.kernelIsBack = false; Jupyter.notebook.events.one('kernel_ready.Kernel', () => { window.kernelIsBack = "
            + "true; }); }");
        await Page.Locator("#kernellink").ClickAsync();
        await Page.Locator("#restart_kernel a").ClickAsync();
        var dialog = Page.Locator(".modal.in");
        await Expect(dialog).ToContainTextAsync("Restart kernel?");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Restart", Exact = true }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Page.WaitForFunctionAsync("() => window.kernelIsBack");
    }

    // The page leaves without asking whether changes shall be kept.
    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private async Task Edit(string cell)
    {
        await Cell(cell).Locator(".CodeMirror-lines").ClickAsync();
        await Expect(Cell(cell)).ToHaveClassAsync(new Regex(@"\bselected\b"));
    }

    private ILocator Prompt(string cell) => Cell(cell).Locator(".input_prompt");

    /// <summary>The cell with what lies below it.</summary>
    public ILocator Cell(string tag) =>
        Page.Locator(".code_cell")
        .Nth(Array.IndexOf(Tags, tag) is >= 0 and var place ? place : throw new ArgumentException($"no cell is tagged {tag}", nameof(tag)));

    [GeneratedRegex(@"In\s*\[(\d+)\]")]
    private static partial Regex Numbered();
}
