namespace CarbonComp.Kernel.Tests;

public sealed class MagicTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("magics").FullName;
    private readonly CellRun cell = new();

    public void Dispose()
    {
        cell.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private string? Shown(int display, string mimeType) => cell.Displays[display].Bundle[mimeType]?.ToString();

    [Fact]
    public void Sections_in_other_languages_are_shown_and_those_in_CSharp_run_in_order()
    {
        cell.Ok("var x = 1;\nx\n#!html\n<b>bold</b>\n<i>it</i>\n#!javascript\nalert(1)\n#!markdown\n# Title\n#!csharp\nx + 1");
        Assert.Equal("1", Shown(0, "text/plain"));
        Assert.Equal("<b>bold</b>\n<i>it</i>", Shown(1, "text/html"));
        Assert.Equal("alert(1)", Shown(2, "application/javascript"));
        Assert.Equal("# Title", Shown(3, "text/markdown"));
        Assert.Equal("2", cell.Plain);
    }

    [Fact]
    public void Short_names_of_languages_are_known()
    {
        cell.Ok("#!js\nalert(1)\n#!c#\n1 + 1");
        Assert.Equal("alert(1)", Shown(0, "application/javascript"));
        Assert.Equal("2", cell.Plain);
    }

    [Fact]
    public void The_time_comes_last_also_when_the_cell_fails()
    {
        cell.Ok("#!time\nConsole.Write(1); 5");
        Assert.Equal("5", Shown(0, "text/plain"));
        Assert.Matches(@"^Wall time: \d+\.\d ms$", Shown(1, "text/plain"));
        cell.Fails("#!time\nthrow new Exception(\"x\");");
        Assert.StartsWith("Wall time", cell.Displays.Single().Bundle["text/plain"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_are_listed_with_types_and_values()
    {
        Assert.Contains("no variables", cell.Ok("#!who").Displays.Single().Bundle["text/plain"]!.ToString());
        cell.Ok("var city = \"<b>\"; var list = new List<int> { 1, 2 };").Ok("var city = 2.5;");
        Assert.Equal("city\tlist", cell.Ok("#!who").Displays.Single().Bundle["text/plain"]!.ToString());
        cell.Ok("var late = \"<i>\";\n#!whos");
        var html = Shown(0, "text/html")!;
        Assert.Contains("city", html);
        Assert.Contains("double", html);
        Assert.Contains("2.5", html);
        Assert.Contains("List&lt;int&gt;, 2 items", html);
        Assert.Contains("&lt;i&gt;", html);
    }

    [Fact]
    public void A_file_of_CSharp_is_imported_with_its_own_lines_and_folder()
    {
        File("second.cs", "int Twice(int x) => 2 * x;");
        File("first.cs", "#!import second.cs\nint Fail() => throw new Exception(\"no\");\nTwice(4)");
        cell.Ok($"#!import {folder}/first.cs\nTwice(5)");
        Assert.Equal("8", Shown(0, "text/plain"));
        Assert.Equal("10", cell.Plain);
        Assert.Contains(cell.Fails("Fail()").Traceback, line => line.Contains("first.cs", StringComparison.Ordinal)
            && line.Contains("line 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_notebook_the_cells_in_CSharp_are_imported()
    {
        var notebook = File("a.ipynb", """
            {"cells":[{"cell_type":"markdown","metadata":{},"source":"# no"},
            {"cell_type":"code","metadata":{},"outputs":[],"source":["var a = 1;\n","var b = 2;"]},
            {"cell_type":"code","metadata":{"polyglot_notebook":{"kernelName":"fsharp"}},"outputs":[],"source":"let c = 3"}],
            "metadata":{"language_info":{"name":"C#"}},"nbformat":4,"nbformat_minor":5}
            """);
        Assert.Equal("3", cell.Ok($"#!import \"{notebook}\"\na + b").Plain);
        var script = File("b.dib", "#!meta\n{\"kernelInfo\":{}}\n#!markdown\n# no\n#!csharp\nvar d = a + 10;\n#!fsharp\nlet e = 3\n#!csharp\nvar f = d + 1;\n");
        Assert.Equal("12", cell.Ok($"#!import {script}\nf").Plain);
    }

    [Fact]
    public void An_import_that_cannot_be_made_says_why()
    {
        Assert.Contains("there is no file", cell.Fails("#!import missing.cs").Message);
        Assert.Contains("needs a file", cell.Fails("#!import").Message);
        Assert.Contains(".txt file", cell.Fails($"#!import {File("a.txt", "")}").Message);
        Assert.Contains("without end", cell.Fails($"#!import {File("loop.cs", $"#!import {folder}/loop.cs")}").Message);
    }

    [Fact]
    public void Commands_and_the_kernel_describe_themselves()
    {
        cell.Ok("#!lsmagic\n#!about");
        Assert.Contains("#!import file.cs", Shown(0, "text/html"));
        Assert.Contains("C# 14", Shown(1, "text/plain"));
    }

    [Theory]
    [InlineData("share --from fsharp x", "Use the variable itself")]
    [InlineData("set --name x --value 1", "Write var name = value;")]
    [InlineData("value --name x", "File.ReadAllText")]
    [InlineData("pwsh", "this kernel runs C# only")]
    [InlineData("fsharp", "this kernel runs C# only")]
    [InlineData("sql", "this kernel runs C# only")]
    [InlineData("kql", "this kernel runs C# only")]
    [InlineData("r", "this kernel runs C# only")]
    [InlineData("connect jupyter", "does not connect")]
    public void What_only_NET_Interactive_has_says_what_to_do_and_nothing_runs(string command, string advice)
    {
        var error = cell.Fails($"Console.Write(1);\n#!{command}\nlet y = 2");
        Assert.Equal("MagicCommandError", error.Name);
        Assert.StartsWith($"line 2: #!{command.Split(' ')[0]}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message);
        Assert.Equal("", cell.Stdout);
    }

    [Theory]
    [InlineData("tiem", "Did you mean #!time?")]
    [InlineData("whoos", "Did you mean #!whos?")]
    [InlineData("javascrpt", "Did you mean #!javascript?")]
    public void An_unknown_command_gets_a_suggestion_and_the_known_ones(string command, string suggestion)
    {
        var message = cell.Fails($"#!{command}").Message;
        Assert.Contains(suggestion, message);
        Assert.Contains("#!lsmagic", message);
        Assert.DoesNotContain("Did you mean", cell.Fails("#!elephant").Message);
    }

    [Fact]
    public void Errors_keep_their_lines_and_each_piece_its_text()
    {
        var error = cell.Fails("#!html\n<b>\n#!csharp\n\nint x = \"a\";");
        Assert.Contains("(5,9)", error.Message);
        cell.Ok("int Fail() => throw new Exception(\"first\");\n#!who\nint Other() => throw new Exception(\"second\");");
        Assert.Contains(cell.Fails("Fail()").Traceback, line => line.Contains("line 1, ", StringComparison.Ordinal)
            && line.Contains("1 | int Fail()", StringComparison.Ordinal));
        Assert.Contains(cell.Fails("Other()").Traceback, line => line.Contains("line 3, ", StringComparison.Ordinal)
            && line.Contains("3 | int Other()", StringComparison.Ordinal));
    }

    [Fact]
    public void A_script_in_a_text_is_no_command() =>
        Assert.Equal("#!/bin/sh", cell.Ok("var script = \"\"\"\n#!/bin/sh\n\"\"\";\nscript").Plain);

    [Fact]
    public async Task A_cell_with_commands_can_be_interrupted()
    {
        var run = Task.Run(() => cell.Run("#!time\nConsole.Write(\"in\");\nwhile (true) { }"), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => cell.Stdout == "in", TimeSpan.FromSeconds(60)));
        cell.Session.Interrupt();
        await run.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal("Interrupted", cell.Error!.Name);
    }

    [Fact]
    public void Cells_with_commands_are_complete_and_completed()
    {
        Assert.Equal("complete", Engine.Completeness.Of("#!time\n1 + 1").Status);
        Assert.Equal("complete", Engine.Completeness.Of("#!html\n<b>{</b>").Status);
        Assert.Equal("incomplete", Engine.Completeness.Of("#!time\nif (true) {").Status);
        var completion = new Engine.Completion(cell.Session);
        Assert.Equal(["#!time"], completion.Complete("1\n  #!ti", 8, CancellationToken.None).Items.Select(item => item.Text));
        const string Code = "#!html\n<b>'\"{\n#!csharp\nConsole.Wri";
        Assert.Contains(completion.Complete(Code, Code.Length, CancellationToken.None).Items, item => item.Text == "WriteLine");
    }
}
