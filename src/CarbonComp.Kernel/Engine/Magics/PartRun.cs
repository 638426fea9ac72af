using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Engine.Magics;

/// <summary>Runs a cell with magic commands, part by part.</summary>
/// <param name="session">The session.</param>
/// <param name="output">The receiver of the cell's output.</param>
/// <param name="run">Runs C#, given its text, its name in errors, and its file; says whether there is a value, and which.</param>
internal sealed class PartRun(CSharpSession session, ICellOutput output, Func<string, string, string?, Task<(bool HasValue, object? Value)>> run)
{
    private const int MostNesting = 10;

    private MimeBundle? value;

    /// <summary>Runs all parts. The value of the last C# is the cell's; what comes before it is displayed.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="name">The cell's name in errors.</param>
    /// <exception cref="MagicException">A command is unknown or failed.</exception>
    public async Task Run(string code, string name)
    {
        await Run(code, name, file: null, nesting: 0);
        if (value is { } last)
            output.Result(last);
    }

    private async Task Run(string code, string name, string? file, int nesting)
    {
        // All commands are looked at before anything runs.
        var parts = CellParts.Of(code);
        var watch = Stopwatch.StartNew();
        var pieces = 0;
        try
        {
            foreach (var part in parts)
            {
                // Two pieces of one cell are two texts, and each needs a name of its own.
                var isFurther = part.Kind == PartKind.CSharp && ++pieces > 1;
                await RunPart(part, isFurther ? string.Create(CultureInfo.InvariantCulture, $"{name} part {pieces}") : name, file, nesting);
            }
        }
        finally
        {
            if (parts.Any(part => part.Command == MagicCommands.Time))
            {
                ShowValue();
                Show(new MimeBundle("text/plain", string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:0.0} ms")));
            }
        }
    }

    private async Task RunPart(CellPart part, string name, string? file, int nesting)
    {
        ShowValue();
        switch (part.Kind)
        {
            case PartKind.CSharp:
                if (await run(part.Text, name, file) is (true, var result) && !DisplayedValue.IsHidden(result))
                    value = Formatter.Format(result);
                break;
            case PartKind.Command:
                await Carry(part, nesting, file);
                break;
            case PartKind.Html:
                Show(new MimeBundle("text/html", part.Text));
                break;
            case PartKind.JavaScript:
                Show(new MimeBundle("application/javascript", part.Text));
                break;
            default:
                Show(new MimeBundle("text/markdown", part.Text).Add("text/plain", part.Text));
                break;
        }
    }

    private async Task Carry(CellPart part, int nesting, string? file)
    {
        if (part.Command == MagicCommands.Who || part.Command == MagicCommands.Whos)
            Show(Variables.Bundle(session, full: part.Command == MagicCommands.Whos));
        else if (part.Command == MagicCommands.ListMagics)
            Show(Formatter.Format(MagicCommands.All.Select(each => new { Command = each.Usage, each.Summary }).ToList()));
        else if (part.Command == MagicCommands.About)
            Show(About());
        else if (part.Command == MagicCommands.Import)
            await Import(part, nesting, file);
    }

    private async Task Import(CellPart part, int nesting, string? file)
    {
        if (part.Text.Length == 0)
            throw new MagicException($"line {part.Line}: #!import needs a file, as {MagicCommands.Import.Usage}.");
        if (nesting >= MostNesting)
            throw new MagicException($"line {part.Line}: #!import {part.Text}: the files import each other without end.");
        var path = Path.GetFullPath(part.Text, file is null ? Environment.CurrentDirectory : Path.GetDirectoryName(file)!);
        foreach (var (code, name) in ImportedFile.Read(path))
            await Run(code, name, path, nesting + 1);
    }

    private static MimeBundle About() => new("text/plain", $"""
        CarbonComp C# kernel {typeof(PartRun).Assembly.GetName().Version?.ToString(3)}
        C# 14, {RuntimeInformation.FrameworkDescription}
        {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}
        {(Cultures.AreThere ? "Cultures: ICU" : Cultures.Missing)}
        """);

    /// <summary>Displays a value that turned out not to be the cell's last.</summary>
    private void ShowValue()
    {
        if (value is { } earlier)
            Show(earlier);
        value = null;
    }

    private void Show(MimeBundle bundle) => output.Display(bundle, Guid.NewGuid().ToString("N"), update: false);
}
