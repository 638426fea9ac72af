using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Tests;

/// <summary><c>carboncomp run</c> as a person calls it.</summary>
[Trait("size", "large")]
public sealed class RunCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("run").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Notebook(string name, params (string Source, string? Tag)[] cells)
    {
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((cell, i) => (JsonNode)new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["id"] = "cell" + i,
                ["metadata"] = cell.Tag is null ? [] : new JsonObject { ["tags"] = new JsonArray(cell.Tag) },
                ["outputs"] = new JsonArray(),
                ["source"] = cell.Source,
            })]),
            ["metadata"] = new JsonObject { ["kernelspec"] =
                new JsonObject { ["display_name"] = "C# (CarbonComp)", ["language"] = "C#", ["name"] = "carboncomp-csharp" }, ["mine"] = 1 },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }

    private static (int Code, string Said) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(KernelProgram.Path, ["run", .. arguments]) { RedirectStandardError = true,
            RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + output.Result);
    }

    private static JsonArray Outputs(string path, int cell) => JsonNode.Parse(File.ReadAllText(path))!["cells"]![cell]!["outputs"]!.AsArray();

    private static string Text(JsonNode node) => string.Concat(node.AsArray().Select(line => line!.GetValue<string>()));

    [Fact]
    public void Outputs_are_as_Jupyter_keeps_them_and_the_rest_is_kept()
    {
        var path = Notebook("a.ipynb", ("Console.Write(1);\nConsole.Write(2); var d = display(\"old\");", null),
            ("d.Update(\"new\"); Console.Error.Write(\"e\"); 40 + 2", null));
        var target = Path.Combine(folder, "out", "a.ipynb");
        var original = File.ReadAllText(path);
        var (code, said) = Run(path, "--out", Path.Combine(folder, "out"));
        Assert.True(code == 0, said);
        Assert.Equal(original, File.ReadAllText(path));
        var first = Outputs(target, 0);
        Assert.Equal("12", Text(first[0]!["text"]!));
        Assert.Equal("new", Text(first[1]!["data"]!["text/plain"]!));
        var second = Outputs(target, 1);
        Assert.Equal(["stream", "execute_result"], second.Select(each => each!["output_type"]!.GetValue<string>()));
        Assert.Equal("42", Text(second[1]!["data"]!["text/plain"]!));
        Assert.Equal(1, JsonNode.Parse(File.ReadAllText(target))!["metadata"]!["mine"]!.GetValue<int>());
    }

    [Fact]
    public void Parameters_take_the_type_the_notebook_gave_them()
    {
        var path = Notebook("p.ipynb", ("var price = 50.0; int years = 3; var name = \"a\"; var shares = new[] { 0.5 };", "parameters"),
            ("price / 4 + years + \" \" + name + shares[1]", null));
        var file = Path.Combine(folder, "values.json");
        File.WriteAllText(file, "{ \"price\": 7, \"name\": \"wrong\" }");
        var (code, said) = Run(path, "-p", "price=6", "-p", "name=北京 \"x\"", "-p", "shares=[1, 2]", "--parameters-file", file);
        Assert.True(code == 0, said);
        Assert.Equal("4.5 北京 \"x\"2", Text(Outputs(path, 2)[0]!["data"]!["text/plain"]!));
        Assert.Equal("injected-parameters", JsonNode.Parse(File.ReadAllText(path))!["cells"]![1]!["metadata"]!["tags"]![0]!.GetValue<string>());
        // A second run replaces what the first injected.
        Assert.Equal(0, Run(path, "-p", "price=8", "-p", "shares=[1, 2]").Code);
        Assert.Equal(3, JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray().Count);
    }

    [Fact]
    public void Parameters_of_a_YAML_file_take_the_type_the_notebook_gave_them()
    {
        var path = Notebook("p.ipynb",
            ("var price = 50.0; int years = 3; var name = \"a\"; var shares = new[] { 0.5 }; var isNet = false; double[][] rows = { }; string note = \"x\"; "
            + "var codes = new[] { \"a\" };", "parameters"),
            ("price / 4 + years + name + shares[1] + isNet + rows[1][0] + (note is null) + codes[0] + codes[1]", null));
        var file = Path.Combine(folder, "values.yaml");
        File.WriteAllText(file, "# of the study\nprice: 7\nyears: 10\nname: &n '北京: 1'\nshares: [1, 2]\nisNet: yes\nrows:\n  - [1]\n  - - 2.5\nnote: "
            + "~\ncodes: [007, *n]\n");
        var (code, said) = Run(path, "-f", file);
        Assert.True(code == 0, said);
        Assert.Equal("11.75北京: 12True2.5True007北京: 1", Text(Outputs(path, 2)[0]!["data"]!["text/plain"]!));
    }

    [Theory]
    [InlineData("v.yaml", "price: 7\n  years: 3\n", "v.yaml, line 2")]
    [InlineData("v.yml", "price: 7\nprice: 8\n", "v.yml, line 2")]
    [InlineData("v.yaml", "years: 1\nprice: cheap\n", "price is a number and cannot be cheap (")]
    [InlineData("v.yaml", "years: 1\nprice: cheap\n", "v.yaml, line 2)")]
    [InlineData("v.yaml", "years: 1\nprice:\n", "price is a number and cannot be null (")]
    [InlineData("v.yaml", "- price\n", "v.yaml, line 1")]
    [InlineData("v.yaml", "price: 1\n---\nprice: 2\n", "v.yaml, line 3")]
    [InlineData("v.yaml", "price: { low: 1 }\n", "v.yaml, line 1")]
    [InlineData("v.yaml", "price: *none\n", "v.yaml, line 1")]
    [InlineData("v.yaml", "prize: 1\n", "has no parameter prize (")]
    [InlineData("v.json", "{\n \"price\": 7\n \"years\": 3 }", "v.json, line 3")]
    [InlineData("v.json", "[7]", "holds a JSON object")]
    public void A_wrong_file_of_parameters_is_told_with_its_line_and_changes_nothing(string name, string text, string message)
    {
        var path = Notebook("p.ipynb", ("var price = 50.0; var years = 3;", "parameters"));
        var before = File.ReadAllText(path);
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        var (code, said) = Run(path, "-f", file);
        Assert.Equal(2, code);
        Assert.Contains(message, said);
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("bounds=0.5", "0.5")]
    [InlineData("bounds=0.5, 1,1.5", "0.5 1 1.5")]
    [InlineData("bounds=[2]", "2")]
    [InlineData("most=3", "most 3")]
    [InlineData("least=0.25", "least 0.25")]
    [InlineData("price=80", "price 80")]
    [InlineData("price=null", "price ")]
    [InlineData("day=Friday", "Friday")]
    [InlineData("day=DayOfWeek.Sunday", "Sunday")]
    [InlineData("greatest=unbound", "greatest unbound")]
    public void A_value_may_be_written_as_one_says_it(string parameter, string expected)
    {
        var path = Notebook("p.ipynb", ("double[] bounds = [9]; var (least, most) = (0.5, 1.0); double? price = null; var day = DayOfWeek.Monday; "
            + "var greatest = Environment.NewLine;", "parameters"),
            ("$\"{string.Join(' ', bounds)}|least {least}|most {most}|price {price}|{day}|greatest {greatest}|\"", null));
        if (parameter.StartsWith("greatest", StringComparison.Ordinal)) parameter += " text";
        var (code, said) = Run(path, "-p", parameter);
        Assert.True(code == 0, said);
        Assert.Contains(expected + (expected.StartsWith("greatest", StringComparison.Ordinal) ? " text|" : "|"),
            Text(Outputs(path, 2)[0]!["data"]!["text/plain"]!));
    }

    [Theory]
    [InlineData("bounds=low", "bounds is a list of numbers and cannot be low. Write numbers with commas between them: 0.5,1,1.5.")]
    [InlineData("bounds=0.5;1", "bounds is a list of numbers and cannot be 0.5;1. Write numbers with commas")]
    [InlineData("most=500 %", "most is a number and cannot be 500 %. Write digits with a decimal point: 46.66, 1e6 for a million, 0.05 for 5 %.")]
    [InlineData("most=10^12", "most is a number and cannot be 10^12. Write digits")]
    [InlineData("price=cheap", "price is a number or null and cannot be cheap. Write digits")]
    [InlineData("most=", "most is a number and cannot be empty. Write digits")]
    [InlineData("bounds=", "bounds is a list of numbers and cannot be empty. Write numbers with commas")]
    [InlineData("day=-5", "day is a value of DayOfWeek and cannot be -5. Write the name of one of the members of DayOfWeek")]
    public void A_value_that_cannot_be_is_refused_with_the_form_that_is_expected(string parameter, string message)
    {
        var path = Notebook("p.ipynb", ("double[] bounds = [9]; var (least, most) = (0.5, 1.0); double? price = null; var day = DayOfWeek.Monday;",
            "parameters"));
        var (code, said) = Run(path, "-p", parameter);
        Assert.Equal(2, code);
        Assert.Contains(message, said);
    }

    [Theory]
    [InlineData("day=Someday", "There is no DayOfWeek \"Someday\". There are: Sunday, Monday, Tuesday, Wednesday, Thursday, Friday and Saturday.")]
    [InlineData("day=DayOfWeek.Someday", "There is no DayOfWeek \"Someday\". There are: ")]
    [InlineData("greatest=Much", "There is no Int32 \"Much\". There are: MaxValue and MinValue.")]
    public void A_name_that_is_none_of_the_values_is_answered_with_those_there_are(string parameter, string message)
    {
        var path = Notebook("p.ipynb", ("var day = DayOfWeek.Monday; var greatest = Int32.MaxValue;", "parameters"));
        var (code, said) = Run(path, "-p", parameter);
        Assert.Equal(1, code);
        Assert.Contains("  code cell 2: " + message, said);
        Assert.DoesNotContain("CS0117", said + File.ReadAllText(path));
    }

    [Fact]
    public void An_error_of_one_sentence_is_printed_once()
    {
        var library = TestAssembly.Compile(folder, TestAssembly.NewName(),
            "public class Refused() : System.Exception(\"The price must be positive.\");"
            + "public static class P { public static void Of() => throw new Refused(); }");
        var path = Notebook("p.ipynb", ($"#r \"{library}\"\nP.Of();", null));
        var (code, said) = Run(path);
        Assert.Equal(1, code);
        Assert.EndsWith("  code cell 1: The price must be positive.", said.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("price=cheap", "price is a number and cannot be cheap")]
    [InlineData("prize=1", "has no parameter prize")]
    [InlineData("=1", "name=value")]
    public void A_wrong_parameter_changes_nothing(string parameter, string message)
    {
        var path = Notebook("p.ipynb", ("var price = 50.0;", "parameters"));
        var before = File.ReadAllText(path);
        var (code, said) = Run(path, "-p", parameter);
        Assert.Equal(2, code);
        Assert.Contains(message, said);
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public void A_failing_cell_stops_the_notebook_and_is_the_result()
    {
        var path = Notebook("f.ipynb", ("1", null), ("throw new InvalidOperationException(\"bad\");", null), ("3", null));
        var (code, said) = Run(path);
        Assert.Equal(1, code);
        Assert.Contains("code cell 2: System.InvalidOperationException: bad", said);
        Assert.Equal("error", Outputs(path, 1)[0]!["output_type"]!.GetValue<string>());
        Assert.Empty(Outputs(path, 2));
        Assert.Equal(0, Run(path, "--allow-errors").Code);
        Assert.Single(Outputs(path, 2));
    }

    [Fact]
    public void A_cell_over_its_time_is_stopped()
    {
        var path = Notebook("t.ipynb", ("while (true) { }", null));
        var (code, said) = Run(path, "--timeout", "1");
        Assert.Equal(1, code);
        Assert.Contains("longer than 1 s", said);
    }

    [Fact]
    public void Several_notebooks_run_apart_and_the_worst_decides()
    {
        var good = Notebook("g.ipynb", ("static class S { public static int N = 1; }\nSystem.IO.Path.GetFileName(Environment.CurrentDirectory)", null));
        var bad = Notebook("b.ipynb", ("S.N", null));
        var (code, said) = Run(good, bad, "-j", "2", "--out", Path.Combine(folder, "out"));
        Assert.Equal(1, code);
        Assert.Contains("g.ipynb: ok", said);
        Assert.Contains("b.ipynb: FAILED", said);
        Assert.Equal(Path.GetFileName(folder), Text(Outputs(Path.Combine(folder, "out", "g.ipynb"), 0)[0]!["data"]!["text/plain"]!));
    }

    [Fact]
    public void What_is_no_notebook_is_said()
    {
        var path = Path.Combine(folder, "x.ipynb");
        File.WriteAllText(path, "{ \"cells\": 3 }");
        Assert.Contains("not a notebook", Run(path).Said);
        Assert.Contains("there is no notebook", Run(Path.Combine(folder, "none.ipynb")).Said);
    }

    [Fact]
    public void Cancelling_leaves_the_original_whole()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends a POSIX signal.");
        var path = Notebook("c.ipynb", ("System.IO.File.WriteAllText(\"started\", \"\"); while (true) { }", null));
        var before = File.ReadAllText(path);
        using var process = Process.Start(new ProcessStartInfo(KernelProgram.Path, ["run", path]) { RedirectStandardError = true })!;
        while (!File.Exists(Path.Combine(folder, "started")))
            Thread.Sleep(20);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)));
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(before, File.ReadAllText(path));
        Assert.Empty(Directory.GetFiles(folder, "*.tmp"));
    }
}
