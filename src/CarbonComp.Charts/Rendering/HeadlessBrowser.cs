using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CarbonComp.Charts;

/// <summary>A browser of the Chromium family, run without a window on a page that needs no network.</summary>
internal static class HeadlessBrowser
{
    /// <summary>The environment variable that names another browser.</summary>
    public const string Variable = "CARBONCOMP_BROWSER";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The browser's program.</summary>
    /// <exception cref="CarbonCompException">None is installed.</exception>
    public static string Program => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : BrowserPlaces.Find() ?? throw new CarbonCompException("Pictures are drawn by a browser, and none was found. Install Chromium "
            + $"(Debian and Ubuntu: the package chromium), Chrome or Edge, or name its program in {Variable}. "
            + "The camera button over a figure saves a picture without it.");

    /// <summary>The page when its scripts are done.</summary>
    public static string Load(string page, CancellationToken cancellation) => Encoding.UTF8.GetString(Run(page, _ => "--dump-dom", null, cancellation));

    /// <summary>The page printed to a PDF.</summary>
    public static byte[] Print(string page, CancellationToken cancellation) =>
        Run(page, folder => $"--print-to-pdf={Path.Combine(folder, "page.pdf")}", "page.pdf", cancellation);

    private static byte[] Run(string page, Func<string, string> action, string? written, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("carboncomp-picture-").FullName;
        try
        {
            var file = Path.Combine(folder, "page.html");
            File.WriteAllText(file, page);
            var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            foreach (var argument in (string[])["--headless", "--disable-gpu", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
                $"--user-data-dir={Path.Combine(folder, "profile")}", "--virtual-time-budget=30000", "--no-pdf-header-footer", action(folder)])
                start.ArgumentList.Add(argument);
            // Chromium has no sandbox for root.
            if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()) start.ArgumentList.Add("--no-sandbox");
            start.ArgumentList.Add(new Uri(file).AbsoluteUri);
            var output = Output(start, cancellation);
            var result = written is null ? output : Path.Combine(folder, written) is var at && File.Exists(at) ? File.ReadAllBytes(at) : [];
            return result.Length > 0 ? result
                : throw new CarbonCompException($"The browser {start.FileName} gave no picture. Try another one: name its program in {Variable}.");
        }
        finally
        {
            Remove(folder);
        }
    }

    private static byte[] Output(ProcessStartInfo start, CancellationToken cancellation)
    {
        Process browser;
        try { browser = Process.Start(start)!; }
        catch (Win32Exception wrong) {
            throw new CarbonCompException($"The browser {start.FileName} did not start: {wrong.Message}. Install Chromium, or name its program in {Variable}.",
                wrong); }
        using (browser)
        using (var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
        {
            limit.CancelAfter(Patience);
            using var output = new MemoryStream();
            try
            {
                var reading = browser.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
                var complaints = browser.StandardError.ReadToEndAsync(limit.Token);
                Task.WhenAll(reading, complaints, browser.WaitForExitAsync(limit.Token)).Wait(CancellationToken.None);
                return output.ToArray();
            }
            catch (AggregateException wrong) when (wrong.InnerException is OperationCanceledException)
            {
                cancellation.ThrowIfCancellationRequested();
                throw new CarbonCompException($"The browser {start.FileName} did not draw the figure within {Patience.TotalSeconds} seconds. Try again, or "
                    + $"another browser in {Variable}.");
            }
            finally
            {
                if (!browser.HasExited) browser.Kill(entireProcessTree: true);
            }
        }
    }

    // What the browser still holds of its profile may stay in the temporary folder.
    private static void Remove(string folder)
    {
        try { Directory.Delete(folder, recursive: true); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }
}
