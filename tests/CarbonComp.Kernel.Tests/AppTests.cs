using System.Diagnostics;
using System.Text.Json.Nodes;
using CarbonComp.Kernel.Apps;
using CarbonComp.Kernel.Notebooks;

namespace CarbonComp.Kernel.Tests;

/// <summary>A notebook as a program of one file.</summary>
public sealed class AppTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("app").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static readonly string[] Tags = ["skip-execution", "raises-exception"];

    /// <summary>A notebook; a cell that begins with <c># </c> is text, and one with a tag has it before a bar: <c>tag|code</c>.</summary>
    private string Notebook(params string[] cells)
    {
        var path = Path.Combine(folder, "notebooks", "walk.ipynb");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select(cell =>
            {
                var tag = Tags.FirstOrDefault(tag => cell.StartsWith(tag + "|", StringComparison.Ordinal));
                return (JsonNode)new JsonObject
                {
                    ["cell_type"] = cell.StartsWith("# ", StringComparison.Ordinal) ? "markdown" : "code",
                    ["metadata"] = tag is null ? [] : new JsonObject { ["tags"] = new JsonArray(tag) },
                    ["outputs"] = new JsonArray(),
                    ["source"] = tag is null ? cell : cell[(tag.Length + 1)..],
                };
            })]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
        }.ToJsonString());
        return path;
    }

    private FileApp App(params string[] cells) => FileApp.Of(NotebookFile.Read(Notebook(cells)), Path.Combine(folder, "walk.cs"));

    private static (int Code, string Output, string Errors) Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    private static string Text(JsonNode? node) => node is JsonArray lines ? string.Concat(lines.Select(line => line!.ToString())) : node?.ToString() ?? "";

    /// <summary>What the cells of an executed notebook show, as lines without the empty ones.</summary>
    private static string[] Shown(string executed) =>
    [
        .. JsonNode.Parse(File.ReadAllText(executed))!["cells"]!.AsArray().SelectMany(cell => cell!["outputs"]?.AsArray() ?? [])
            .SelectMany(output => Lines(Text(output!["text"] ?? output["data"]?["text/plain"]))),
    ];

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void Directives_and_usings_come_first_types_last_and_text_is_comments()
    {
        var text = App("# Title\n\nWho pays?", "#r \"nuget: Some.Library, 1.2.0\"\nusing System.IO;\n// what it costs\nvar price = 5;\nprice * 2",
            "using System.IO;\npublic record City(string Name);\nstatic int Twice(this int n) => 2 * n;\npublic int Thrice(int n) => 3 * n;\n"
            + "new City(\"A\")").Program;
        var order = new[] { "#:package Some.Library@1.2.0", "#:property PublishAot=false", "using System;", "using System.IO;",
            "// # Title\n//\n// Who pays?",
            "// what it costs\nvar price = 5;\ndisplay(price * 2);", "int Thrice(int n) => 3 * n;", "display(new City(\"A\"));",
            "public record City(string Name);", "static class NotebookExtensions\n{\ninternal static int Twice(this int n) => 2 * n;\n}" };
        var places = order.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(text, "using System.IO;"));
        Assert.DoesNotContain("#r ", text);
        Assert.DoesNotContain("public int Thrice", text);
    }

    [Fact]
    public void Parts_of_a_cell_in_other_languages_are_comments()
    {
        var text = App("#!time\n1 + 1\n#!markdown\n*text*\n#!html\n<b>bold</b>").Program;
        Assert.Contains("// #!time has no place in a program.\n\ndisplay(1 + 1);\n\n// *text*\n\n// <b>bold</b>\n", text);
    }

    [Fact]
    public void Cells_that_are_skipped_or_fail_on_purpose_are_comments()
    {
        var text = App("skip-execution|Never();", "raises-exception|throw new Exception();", "1").Program;
        Assert.Contains("// Never();", text);
        Assert.Contains("// throw new Exception();", text);
    }

    [Fact]
    public void All_that_stands_in_the_way_is_told_at_once()
    {
        var fault = Assert.Throws<NotebookException>(() => App("var x = 1;", "var x = 2; int P { get; set; }", "return x;",
            "foreach (var x in new[] { 1 }) Console.Write(x);", "#!fsharp\nlet y = 1", "#load \"none.csx\"", "#r \"none/none.dll\"", "int z = ;",
            "var args = 1;")).Message;
        foreach (var part in (string[])["x is declared 2 times, in code cell 1, code cell 2", "x is declared in code cell 1, and in a block of code cell 4",
            "code cell 2 declares a property", "code cell 3 returns", "code cell 5, line 1: #!fsharp", "code cell 6: #load \"none.csx\": there is no file",
            "code cell 7: #r \"none/none.dll\": there is no file", "code cell 8 is not C#", "args, which code cell 9 declares"])
            Assert.Contains(part, fault);
    }

    [Fact]
    public void Nothing_that_is_there_is_replaced_unasked()
    {
        var notebook = Notebook("1");
        var target = Path.Combine(folder, "walk.cs");
        Assert.Equal(0, Start(KernelProgram.Path, "app", notebook, "--out", target).Code);
        File.WriteAllText(target, "mine");
        var (code, _, said) = Start(KernelProgram.Path, "app", notebook, "--out", target);
        Assert.Equal(2, code);
        Assert.Contains("is there already", said);
        Assert.Equal("mine", File.ReadAllText(target));
        Assert.Equal(0, Start(KernelProgram.Path, "app", notebook, "--out", target, "--replace").Code);
        Assert.NotEqual("mine", File.ReadAllText(target));
        Assert.Equal(2, Start(KernelProgram.Path, "app", notebook, "--out", Path.Combine(folder, "walk.txt")).Code);
        Assert.Contains("there is no notebook", Start(KernelProgram.Path, "app", Path.Combine(folder, "none.ipynb")).Errors);
    }

    [Fact, Trait("size", "large")]
    public void A_program_prints_what_the_notebook_shows()
    {
        var name = TestAssembly.NewName();
        TestAssembly.Compile(Path.Combine(folder, "library"), name, "[TypeFormatterSource(typeof(Source))] public record Payment(double Amount);"
            + "public class TypeFormatterSourceAttribute(System.Type type) : System.Attribute { public System.Type FormatterSourceType => type; }"
            + "public class Source { public System.Collections.Generic.IEnumerable<object> CreateTypeFormatters() => new object[] { new Plain() }; }"
            + "public class Plain { public string MimeType => \"text/plain\"; public bool Format(object value, System.IO.TextWriter to)"
            + "{ to.Write(((Payment)value).Amount + \" yuan\"); return true; } }");
        var notebook = Notebook("# A walk\n\n\"quoted\" */ text",
            "#load \"setup.csx\"\nusing System.Globalization;\nvar cities = new List<string> { \"北京\", \"天津\" };",
            "double Share(double part) => part / total;\nrecord City(string Name, double Gdp) { public override string ToString() => Name + \" \" + Gdp; }",
            "var beijing = new City(\"北京\", 0.1);\nint unset;\nbeijing", "Share(5)", "Console.WriteLine(unset + 1)",
            "display(\"shown\"); await Task.FromResult(41) + 1",
            "object size = 3;\nif (size is int number) Console.WriteLine(number);", "if (size is int number) Console.WriteLine(number + 1);",
            "static string Loud(this string text) => text.ToUpperInvariant();", "\"loud\".Loud()", "new Payment(12.5)",
            "System.IO.File.ReadAllText(\"beside.txt\")", "int.TryParse(\"12\", out var parsed);\nparsed + 1.5",
            "string.Join(\",\", from c in cities select c.Length)");
        var beside = Path.GetDirectoryName(notebook)!;
        File.WriteAllText(Path.Combine(beside, "setup.csx"), $"#r \"../library/{name}.dll\"\nvar total = 8.0;\n");
        File.WriteAllText(Path.Combine(beside, "beside.txt"), "from beside");
        var executed = Path.Combine(folder, "executed.ipynb");
        Assert.Equal(0, Start(KernelProgram.Path, "run", notebook, "--out", executed).Code);
        var app = Path.Combine(folder, "apps", "walk.cs");
        var (made, said, errors) = Start(KernelProgram.Path, "app", notebook, "--out", app);
        Assert.True(made == 0, errors);
        Assert.StartsWith("dotnet run ", said, StringComparison.Ordinal);
        var (code, printed, failed) = Start("dotnet", "run", app);
        Assert.True(code == 0, printed + failed);
        Assert.Equal(Shown(executed), Lines(printed));
        Assert.Contains("12.5 yuan", printed);
    }

    [Fact, Trait("size", "large")]
    public void Every_notebook_of_the_project_can_be_a_program()
    {
        var isBuilt = KernelProgram.Above(Path.Combine("artifacts", "lib", "CarbonComp.Charts.dll")) is not null;
        Assert.False(!isBuilt && Environment.GetEnvironmentVariable("CI") == "true", "artifacts/lib has not been built.");
        Assert.SkipUnless(isBuilt, "artifacts/lib has not been built: run environment/run.sh.");
        Assert.All(Directory.GetFiles(KernelProgram.Above("notebooks")!, "*.ipynb"), path =>
            Assert.Contains("display(", FileApp.Of(NotebookFile.Read(path), Path.Combine(folder, "walk.cs")).Program));
    }
}
