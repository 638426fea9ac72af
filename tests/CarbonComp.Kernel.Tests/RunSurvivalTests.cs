using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Tests;

/// <summary><c>carboncomp run</c> when cells do their worst: what was run is written, and the exit code tells.</summary>
[Trait("size", "large")]
public sealed class RunSurvivalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("run").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Notebook(params (string Source, JsonObject Metadata)[] cells)
    {
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select(cell => (JsonNode)new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["metadata"] = cell.Metadata,
                ["outputs"] = new JsonArray(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = "of an earlier run" }),
                ["source"] = cell.Source,
            })]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
        };
        var path = Path.Combine(folder, "a.ipynb");
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }

    private string Plain(params string[] sources) => Notebook([.. sources.Select(source => (source, new JsonObject()))]);

    private static JsonObject Tagged(string tag) => new() { ["tags"] = new JsonArray(tag) };

    private static (int Code, string Said) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(KernelProgram.Path, ["run", .. arguments]) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    /// <summary>All outputs of a cell as text, without colours.</summary>
    private static string Shown(string path, int cell) => JsonNode.Parse(File.ReadAllText(path))!["cells"]![cell]!["outputs"]!.ToJsonString();

    [Theory]
    [InlineData("Environment.Exit(0);", "exit code 0")]
    [InlineData("Environment.Exit(7);", "exit code 7")]
    [InlineData("new System.Threading.Thread(() => Environment.Exit(0)).Start(); System.Threading.Thread.Sleep(10000);", "exit code 0")]
    [InlineData("Environment.FailFast(\"all is lost\");", "all is lost")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill(); System.Threading.Thread.Sleep(10000);", "signal 9")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern void _exit(int code);\n_exit(0);", "exit code 0")]
    [InlineData("record R { public R Self { get; set; } }\nvar r = new R(); r.Self = r; r.GetHashCode()", "Stack overflow")]
    [InlineData("System.Runtime.InteropServices.Marshal.WriteByte((nint)(-4096), 1);", "ended by")]
    [InlineData("System.Diagnostics.Process.Start(\"sleep\", \"30\"); Environment.Exit(0);", "exit code 0")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => throw new Exception(\"at the end\"); Environment.Exit(0);", "ended")]
    public void A_cell_that_ends_its_process_leaves_a_notebook_and_a_failure(string code, string why)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals and libc.");
        foreach (var allowing in (string[][])[[], ["--allow-errors"]])
        {
            var path = Plain("1 + 1", "Console.WriteLine(\"before\"); System.Threading.Thread.Sleep(1);\n" + code, "3");
            var (exit, said) = Run([path, .. allowing]);
            Assert.Equal(1, exit);
            Assert.Contains("code cell 2: ProcessEnded", said);
            Assert.Contains(why, said);
            Assert.Contains("\"2\"", Shown(path, 0));
            Assert.Contains("before", Shown(path, 1));
            Assert.Contains("ProcessEnded", Shown(path, 1));
            Assert.Equal("[]", Shown(path, 2));
        }
    }

    [Theory]
    [InlineData("new System.Threading.Thread(() => throw new Exception(\"of a thread\")).Start(); await Task.Delay(300); 2")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(_ => throw new Exception(\"of a thread\")); await Task.Delay(300); 2")]
    [InlineData("new System.Threading.Timer(_ => throw new Exception(\"of a thread\"), null, 100, -1); await Task.Delay(400); 2")]
    [InlineData("async void Work() { await Task.Delay(50); throw new Exception(\"of a thread\"); }\nWork(); await Task.Delay(400); 2")]
    public void A_thread_that_throws_fails_its_cell(string code)
    {
        var path = Plain("1", code, "3");
        var (exit, said) = Run(path);
        Assert.Equal(1, exit);
        Assert.Contains("code cell 2: System.Exception: of a thread", said);
        Assert.Contains("of a thread", Shown(path, 1));
        Assert.Equal("[]", Shown(path, 2));
        Assert.Equal(0, Run(path, "--allow-errors").Code);
        Assert.Contains("\"3\"", Shown(path, 2));
    }

    [Fact]
    public void A_thread_that_throws_when_its_cell_is_over_fails_it_too()
    {
        var path = Plain("new System.Threading.Thread(() => { System.Threading.Thread.Sleep(200); throw new Exception(\"late\"); }).Start();",
            "await Task.Delay(600); 2");
        var (exit, said) = Run(path);
        Assert.Equal(1, exit);
        Assert.Contains("code cell 1: System.Exception: late", said);
        Assert.Contains("late", Shown(path, 0));
        Assert.Contains("\"2\"", Shown(path, 1));
    }

    [Theory]
    [InlineData("class E : Exception { public override string Message => throw new InvalidOperationException(); }\nthrow new E();")]
    [InlineData("class E : Exception { public override string ToString() => throw new InvalidOperationException(); }\nthrow new E();")]
    [InlineData("class E : Exception { public override string Message => throw new E(); }\n"
        + "new System.Threading.Thread(() => throw new E()).Start(); await Task.Delay(300);")]
    [InlineData("int Down(int n) => Down(n + 1) + 1;\nDown(0)")]
    [InlineData("class T { public override string ToString() => throw new Exception(\"no text\"); }\nConsole.WriteLine(new T());")]
    public void An_error_that_cannot_speak_fails_its_cell(string code)
    {
        var path = Plain("1", code);
        var (exit, said) = Run(path);
        Assert.Equal(1, exit);
        Assert.Contains("code cell 2: ", said);
        Assert.NotEqual("[]", Shown(path, 0));
        Assert.Contains(Directory.GetFiles(folder), each => each == path);
    }

    [Fact]
    public void A_cell_that_cannot_be_stopped_is_ended_and_the_rest_is_written()
    {
        var path = Plain("1", "System.Text.RegularExpressions.Regex.IsMatch(new string('a', 60), \"^(a+)+b$\")", "3");
        var (exit, said) = Run(path, "--timeout", "3");
        Assert.Equal(1, exit);
        Assert.Contains("could not be stopped", said);
        Assert.Contains("\"1\"", Shown(path, 0));
        Assert.Contains("Timeout", Shown(path, 1));
    }

    [Fact]
    public void Tags_are_taken_as_Jupyters_runners_take_them()
    {
        var path = Notebook(("1 + 1", []), ("throw new Exception(\"expected\");", Tagged("raises-exception")),
            ("throw new Exception(\"skipped?\");", Tagged("skip-execution")), ("3 + 3", Tagged("raises-exception")));
        var (exit, said) = Run(path);
        Assert.True(exit == 0, said);
        Assert.Contains("ok, 3 cells", said);
        Assert.Contains("expected", Shown(path, 1));
        // A cell that is skipped keeps what it shows.
        Assert.Contains("of an earlier run", Shown(path, 2));
        Assert.Contains("\"6\"", Shown(path, 3));
        Assert.Equal(1, Run(Notebook(("Environment.Exit(0);", Tagged("raises-exception")))).Code);
    }

    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"fsharp"}}""", "1 + 1", "this kernel runs C# only")]
    [InlineData("""{"dotnet_interactive":{"language":"pwsh"}}""", "Get-ChildItem", "this kernel runs C# only")]
    [InlineData("""{"vscode":{"languageId":"python"}}""", "1 + 1", "this kernel runs C# only")]
    [InlineData("""{"vscode":{"languageId":"julia"}}""", "1 + 1", "there is no command #!julia")]
    [InlineData("{}", "%%python\n1 + 1", "%%python: this kernel runs C# only")]
    [InlineData("{}", "#!fsharp\n1 + 1", "#!fsharp: this kernel runs C# only")]
    [InlineData("{}", "\n  %matplotlib inline\n1 + 1", "line 2: %matplotlib: this is a command of IPython")]
    [InlineData("{}", "%%who", "%%who: write #!who here")]
    public void A_cell_in_another_language_is_not_taken_for_CSharp(string metadata, string code, string why)
    {
        var path = Notebook((code, JsonNode.Parse(metadata)!.AsObject()));
        var (exit, said) = Run(path);
        Assert.Equal(1, exit);
        Assert.Contains(why, said);
    }

    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"markdown"}}""", "# Title", "text/markdown")]
    [InlineData("""{"vscode":{"languageId":"html"}}""", "<b>x</b>", "text/html")]
    [InlineData("""{"vscode":{"languageId":"csharp"}}""", "1 + 1", "execute_result")]
    [InlineData("""{"dotnet_interactive":{"language":"csharp"},"polyglot_notebook":{"kernelName":"csharp"}}""", "1 + 1", "execute_result")]
    [InlineData("""{"vscode":{"languageId":"dotnet-interactive.csharp"}}""", "1 + 1", "execute_result")]
    [InlineData("""{"vscode":"odd","polyglot_notebook":{"kernelName":1}}""", "1 + 1", "execute_result")]
    [InlineData("{}", "%%html\n<b>x</b>", "text/html")]
    [InlineData("{}", "%%time\n1 + 1", "Wall time")]
    public void A_cell_in_a_language_that_is_known_is_shown(string metadata, string code, string shown)
    {
        var path = Notebook((code, JsonNode.Parse(metadata)!.AsObject()));
        var (exit, said) = Run(path);
        Assert.True(exit == 0, said);
        Assert.Contains(shown, Shown(path, 0));
    }

    [Fact]
    public void Nothing_is_run_where_nothing_can_be_written()
    {
        var path = Plain("System.IO.File.WriteAllText(\"ran\", \"\");");
        var blocked = Path.Combine(folder, "file");
        File.WriteAllText(blocked, "");
        var (exit, said) = Run(path, "--out", Path.Combine(blocked, "a.ipynb"));
        Assert.Equal(2, exit);
        Assert.Contains("cannot be written, so nothing was run", said);
        Assert.False(File.Exists(Path.Combine(folder, "ran")));
    }

    [Fact]
    public void What_can_no_longer_be_written_in_its_place_is_rescued()
    {
        var path = Plain("System.IO.Directory.Delete(\"out\", true); System.IO.File.WriteAllText(\"out\", \"\"); 6 * 7");
        var (exit, said) = Run(path, "--out", Path.Combine(folder, "out", "a.ipynb"));
        Assert.Equal(1, exit);
        Assert.Contains("cannot be written", said);
        var rescued = said.Split("The executed notebook is in ")[1].Split(".ipynb")[0] + ".ipynb";
        Assert.Contains("\"42\"", Shown(rescued, 0));
        Directory.Delete(Path.GetDirectoryName(rescued)!, recursive: true);
    }

    [Fact]
    public void A_full_disk_loses_nothing()
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess, "Mounts a small disk in a namespace of its own, as root.");
        var path = Plain("new string('x', 300_000)");
        var target = Directory.CreateDirectory(Path.Combine(folder, "small")).FullName;
        using var process = Process.Start(new ProcessStartInfo("unshare", ["-m", "sh", "-c",
            $"mount -t tmpfs -o size=64k none '{target}' || exit 99; '{KernelProgram.Path}' run '{path}' --out '{target}'"]) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.SkipWhen(process.ExitCode == 99 || said.Contains("unshare failed", StringComparison.Ordinal), "This machine mounts nothing: " + said);
        Assert.Equal(1, process.ExitCode);
        var rescued = said.Split("The executed notebook is in ")[1].Split(".ipynb")[0] + ".ipynb";
        Assert.Contains("xxxx", Shown(rescued, 0));
        Directory.Delete(Path.GetDirectoryName(rescued)!, recursive: true);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void What_was_run_before_it_was_cancelled_is_written_beside_the_original(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends a POSIX signal.");
        var path = Plain("6 * 7", "System.IO.File.WriteAllText(\"started\", \"\"); while (true) { }");
        using var process = Process.Start(new ProcessStartInfo(KernelProgram.Path, ["run", path, "--out", Path.Combine(folder, "out")])
        { RedirectStandardError = true })!;
        while (!File.Exists(Path.Combine(folder, "started")))
            Thread.Sleep(20);
        using (var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)));
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("\"42\"", Shown(Path.Combine(folder, "out", "a.ipynb"), 0));
    }

    [Fact]
    public void Text_that_is_no_text_is_written()
    {
        var path = Plain("Console.Write(\"a\\ud800b\\0\"); \"\\udc00\"");
        var (exit, said) = Run(path);
        Assert.True(exit == 0, said);
        Assert.Contains("execute_result", Shown(path, 0));
    }
}
