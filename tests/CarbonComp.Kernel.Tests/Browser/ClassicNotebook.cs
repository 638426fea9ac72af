using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace CarbonComp.Kernel.Tests.Browser;

/// <summary>The classic Notebook server with the published kernel and nothing of the user's, and a browser; started once for the tests that use them.</summary>
public sealed class ClassicNotebook : IAsyncLifetime
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string folder = Directory.CreateTempSubdirectory("classic-notebook").FullName;
    private readonly StringBuilder log = new();
    private string? missing;
    private Process? server;
    private Uri? address;
    private string token = "";
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Whether the project's charts have been built; the notebooks find them as those of the project do.</summary>
    public bool HasCharts { get; private set; }

    /// <summary>Whether the page has ipywidgets.</summary>
    public static bool HasWidgets => File.Exists("/usr/share/jupyter/nbextensions/jupyter-js-widgets/extension.js");

    public async ValueTask InitializeAsync()
    {
        var chromium = Browsers.FirstOrDefault(File.Exists);
        // Notebook 7 has no such module.
        var python = JupyterPython.With("notebook.notebookapp");
        missing = chromium is null ? "No Chromium: apt-get install chromium."
            : python is null ? "No Python with the classic Notebook: apt-get install python3-notebook."
            : KernelProgram.Published is null ? "The kernel is not published: dotnet publish src/CarbonComp.Kernel -c Release -o artifacts/kernel."
            : null;
        if (missing is not null) return;
        try
        {
            await Begin(python!, chromium!);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a copy of the notebook and waits for its kernel; the test is skipped where something is not installed.</summary>
    /// <param name="blocked">Addresses that the page cannot reach, as in a server that lacks them.</param>
    public async Task<NotebookPage> Open(string? blocked = null)
    {
        Assert.SkipWhen(missing is not null, missing ?? "");
        var name = $"{Guid.NewGuid():N}.ipynb";
        File.Copy(NotebookPage.Original, In("notebooks", name));
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1200, Height = 1000 } });
        // A page that needs anything from elsewhere would fail for a user without a network.
        await context.RouteAsync(url => new Uri(url) is { Scheme: "http" or "https", IsLoopback: false }, route => route.AbortAsync());
        if (blocked is not null) await context.RouteAsync(blocked, route => route.AbortAsync());
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(address!, $"notebooks/notebooks/{name}?token={token}").AbsoluteUri, new() { Timeout = (float)Patience.TotalMilliseconds });
        return await NotebookPage.Ready(page, Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null) await Stop(server);
        (browser, playwright, server) = (null, null, null);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private async Task Begin(string python, string chromium)
    {
        Directory.CreateDirectory(In("notebooks"));
        Directory.CreateDirectory(In("artifacts"));
        if (KernelProgram.Above(Path.Combine("artifacts", "lib", "CarbonComp.Charts.dll")) is { } charts)
        {
            Directory.CreateSymbolicLink(In("artifacts", "lib"), Path.GetDirectoryName(charts)!);
            HasCharts = true;
        }

        await Install();
        await Serve(python);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium, Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    private async Task Install()
    {
        using var install = Start(KernelProgram.Published!, ["install", "--prefix", folder]);
        await install.WaitForExitAsync();
        Assert.True(install.ExitCode == 0, Log());
    }

    private async Task Serve(string python)
    {
        token = Guid.NewGuid().ToString("N");
        List<string> options = ["-m", "notebook", "--no-browser", "--ip=127.0.0.1",
            $"--port={FreePort()}", $"--NotebookApp.token={token}", $"--notebook-dir={folder}"];
        if (Environment.IsPrivilegedProcess) options.Add("--allow-root");
        server = Start(python, options);
        // The server writes down where it listens: another program may have taken the port meanwhile.
        var waited = Stopwatch.StartNew();
        while ((address = Listening(server.Id)) is null)
        {
            if (server.HasExited || waited.Elapsed > Patience) throw new InvalidOperationException($"The classic Notebook did not start.\n{Log()}");
            await Task.Delay(50);
        }
    }

    private Uri? Listening(int process)
    {
        var file = In("runtime", $"nbserver-{process}.json");
        if (!File.Exists(file)) return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return new Uri(json.RootElement.GetProperty("url").GetString()!);
        }
        catch (JsonException)
        {
            // Being written.
            return null;
        }
    }

    // Asked to end, the server ends its kernels too.
    private async Task Stop(Process process)
    {
        try
        {
            if (address is not null && !process.HasExited)
            {
                using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "api/shutdown"));
                request.Headers.Authorization = new("token", token);
                using var response = await client.SendAsync(request);
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                await process.WaitForExitAsync(limit.Token);
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            Note(e.Message);
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("JUPYTER", StringComparison.Ordinal)
            || n.StartsWith("XDG_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment.Remove("DOTNET_ROOT");
        start.Environment["HOME"] = In("home");
        start.Environment["JUPYTER_DATA_DIR"] = In("share", "jupyter");
        start.Environment["JUPYTER_CONFIG_DIR"] = In("config");
        start.Environment["JUPYTER_RUNTIME_DIR"] = In("runtime");
        start.Environment["JUPYTER_PLATFORM_DIRS"] = "0";
        start.Environment["IPYTHONDIR"] = In("ipython");
        start.Environment["CARBONCOMP_DATA_DIR"] = In("carboncomp");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        Directory.CreateDirectory(In("home"));
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Note(string? line)
    {
        lock (log) log.AppendLine(line);
    }

    private string Log()
    {
        lock (log) return log.ToString();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string In(params string[] path) => Path.Combine([folder, .. path]);
}
