using System.Text.Json.Nodes;
using CarbonComp.Kernel.Tests;

namespace CarbonComp.Packages.Tests;

/// <summary>The packages as somebody gets them: installed from a folder into an empty home.</summary>
[Trait("size", "large")]
public class InstalledTests(EmptyHome home) : IClassFixture<EmptyHome>
{
    private const string Script = """
        import sys, nbclient, nbformat
        notebook = nbformat.read(sys.argv[1], 4)
        nbclient.NotebookClient(notebook, kernel_name="carboncomp-csharp", timeout=300, startup_timeout=120).execute()
        nbformat.write(notebook, sys.argv[2])
        """;

    public static TheoryData<string> Libraries => [.. Repository.Libraries];

    private string Notebook(string name, params string[] cells)
    {
        var path = Path.Combine(home.Folder, name + ".ipynb");
        File.WriteAllText(path, new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((cell, i) => (JsonNode)new JsonObject { ["cell_type"] = "code", ["id"] = $"cell-{i}",
                ["execution_count"] = null, ["metadata"] = new JsonObject(), ["outputs"] = new JsonArray(), ["source"] = cell })]),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = "carboncomp-csharp", ["display_name"] = "C#", ["language"] = "C#" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString());
        return path;
    }

    private static string Text(JsonNode? node) => node is JsonArray lines ? string.Concat(lines.Select(line => line!.ToString())) : node?.ToString() ?? "";

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static List<JsonNode> Outputs(string path) => [.. JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray()
        .SelectMany(cell => cell!["outputs"]!.AsArray()).Where(output => output!["data"] is not null).Select(output => output!["data"]!)];

    [Fact]
    public void Jupyter_runs_a_notebook_on_the_installed_kernel_to_a_table_and_a_figure()
    {
        var python = JupyterPython.With("nbclient");
        Assert.False(python is null && Environment.GetEnvironmentVariable("CI") == "true", "No Python with nbclient was found.");
        Assert.SkipWhen(python is null, "No Python with nbclient was found: install Debian's python3-nbclient or pip's nbclient.");
        Assert.Contains("Installed kernel carboncomp-csharp", home.Run(home.Tool, "install"));
        var (notebook, executed) = (Notebook("charts", Repository.Sample("CarbonComp.Charts")), Path.Combine(home.Folder, "executed.ipynb"));
        home.Run(python!, "-c", Script, notebook, executed);
        var outputs = Outputs(executed);
        Assert.Equal(2, outputs.Count);
        Assert.Contains("Portside", Text(outputs[0]["text/html"]));
        Assert.Contains("<table", Text(outputs[0]["text/html"]));
        Assert.Contains("17.0", Text(outputs[0]["text/plain"]));
        // The figure has its data, and the script that draws it.
        var figure = Text(outputs[1]["text/html"]);
        Assert.Contains("Hillview", figure);
        Assert.Contains("Plotly", figure);
        Assert.InRange(figure.Length, 300_000, 2_000_000);
        Assert.Contains("illustrative", Text(outputs[1]["text/plain"]));
    }

    [Theory, MemberData(nameof(Libraries))]
    public void The_sample_on_the_page_of_a_package_runs(string id)
    {
        var notebook = Notebook(id, Repository.Sample(id));
        home.Run(home.Tool, "run", notebook);
        // Studies shows how a case is opened, and has none.
        if (id != "CarbonComp.Studies")
            Assert.NotEmpty(Outputs(notebook));
    }

    [Fact]
    public void A_chart_of_Plotly_NET_is_drawn_without_a_network()
    {
        var notebook = Notebook("plotly", Repository.Sample("CarbonComp.PlotlyNet"));
        home.Run(home.Tool, "run", notebook);
        var page = Text(Outputs(notebook).Single()["text/html"]);
        Assert.Contains("Hillview", page);
        Assert.DoesNotContain("cdn.plot.ly", page);
        Assert.DoesNotContain("cdnjs", page);
    }

    [Fact]
    public void A_study_without_its_data_says_what_to_do()
    {
        var notebook = Notebook("study", Repository.Sample("CarbonComp.Studies"),
            "try { Open(\"nowhere\"); } catch (CarbonComp.DataException e) { display(e.Message); }");
        home.Run(home.Tool, "run", notebook);
        var message = Text(Outputs(notebook).Single()["text/plain"]);
        Assert.Contains(Path.Combine("nowhere", "bth-2020"), message);
        Assert.Contains("repository", message);
    }

    [Fact]
    public void A_notebook_as_a_program_prints_what_the_notebook_shows()
    {
        var notebook = Notebook("walk", Repository.Sample("CarbonComp"), "transfers.NetEmbodiedImports.In(\"Mt CO2\")");
        var program = Path.Combine(home.Folder, "app", "walk.cs");
        home.Run(home.Tool, "app", notebook, "--out", program);
        home.Run(home.Tool, "run", notebook);
        var printed = home.Run("dotnet", "run", program);
        Assert.Equal(Outputs(notebook).SelectMany(output => Lines(Text(output["text/plain"]))), Lines(printed));
        Assert.Contains("46.4", printed);
    }

    [Fact]
    public void A_case_is_written_and_checked_in_a_folder_with_a_Chinese_name()
    {
        Assert.Contains("check, template", home.Run(home.Tool, "--help"));
        Assert.Contains("carboncomp check <path>", home.Run(home.Tool, "check", "--help"));
        var folder = Directory.CreateDirectory(Path.Combine(home.Folder, "我的地区")).FullName;
        var workbook = Path.Combine(folder, "空表.xlsx");
        Assert.Contains($"{workbook} is written.", home.Run(home.Tool, "template", workbook, "--regions", "北港市,南谷市", "--years", "2010,2020"));
        var faults = home.Refused(home.Tool, "check", workbook);
        Assert.Contains("空表.xlsx, sheet economy, cell", faults);
        Assert.Contains("北港市", faults);
        Assert.EndsWith("things are wrong.", faults.TrimEnd(), StringComparison.Ordinal);
        home.Run(home.Tool, "template", Path.Combine(folder, "空表"));
        Assert.Contains("is there already", home.Refused(home.Tool, "template", workbook));

        var filled = Directory.CreateDirectory(Path.Combine(folder, "七个城市")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "data", "samples", "own-region")))
            File.Copy(file, Path.Combine(filled, Path.GetFileName(file)));
        var summary = home.Run(home.Tool, "check", filled);
        Assert.Contains("nothing is wrong", summary);
        Assert.Contains("7 regions: Harbour, Ironworks", summary);
    }
}
