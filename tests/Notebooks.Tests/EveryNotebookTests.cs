namespace CarbonComp.Notebooks.Tests;

/// <summary>Every notebook on both kernels, as <c>environment/run.sh</c> ran them.</summary>
[Trait("size", "large")]
public class EveryNotebookTests
{
    private static readonly bool IsCI = Environment.GetEnvironmentVariable("CI") == "true";

    public static TheoryData<string> Names => [.. SourceNotebook.All.Select(notebook => notebook.Name)];

    public static TheoryData<string> NamesOnDotNetInteractive => [.. SourceNotebook.All.Where(notebook => notebook.RunsOn(Kernel.DotNetInteractive))
        .Select(notebook => notebook.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Runs_on_our_kernel(string name) => Passed(name, Kernel.Ours);

    [Theory, MemberData(nameof(NamesOnDotNetInteractive))]
    public void Runs_on_dotnet_interactive(string name) => Passed(name, Kernel.DotNetInteractive);

    [Theory, MemberData(nameof(NamesOnDotNetInteractive))]
    public void Shows_the_same_on_both_kernels(string name)
    {
        var (ours, theirs) = (Current(name, Kernel.Ours), Current(name, Kernel.DotNetInteractive));
        Assert.True(ours.MadeFrom == theirs.MadeFrom, $"The runs used different code or data. Run {Kernel.Ours.Command} and "
            + $"{Kernel.DotNetInteractive.Command} again.");
        Assert.Empty(Comparison.Differences(ours, theirs));
    }

    [Fact]
    public void Opens_with_our_kernel() => Assert.All(SourceNotebook.All, notebook => Assert.Equal(Kernel.Ours.Name, notebook.KernelName));

    [Fact]
    public void Is_kept_without_outputs() => Assert.Empty(SourceNotebook.All.Where(notebook => notebook.HasOutputs).Select(notebook => notebook.Name));

    [Fact]
    public void Every_exercise_has_a_folded_solution() => Assert.Empty(SourceNotebook.All.SelectMany(notebook => notebook.Unsolved));

    /// <summary>Notebooks of frames and of Plotly.NET are few: all others stay within what .NET Interactive can load.</summary>
    [Fact]
    public void Most_notebooks_run_on_both_kernels() => Assert.InRange(NamesOnDotNetInteractive.Count, SourceNotebook.All.Count * 3 / 4,
        SourceNotebook.All.Count);

    private static void Passed(string name, Kernel kernel)
    {
        var executed = Current(name, kernel);
        Assert.Equal(SourceNotebook.Named(name).Code.Count, executed.Cells.Count);
        // A solution that fails makes the run fail, too.
        Assert.Equal(SourceNotebook.Named(name).Solutions, executed.SolutionsRun);
        Assert.Empty(executed.Cells.SelectMany(cell => cell).Where(output => output.Kind == "error").SelectMany(output => output.Contents.Values));
        Assert.Contains(executed.Cells, cell => cell.Count > 0);
    }

    /// <summary>A missing or stale run fails in continuous integration; elsewhere the test is skipped.</summary>
    private static ExecutedNotebook Current(string name, Kernel kernel)
    {
        var source = SourceNotebook.Named(name);
        var executed = ExecutedNotebook.Of(source, kernel);
        var problem = executed is null ? "has not been run" : executed.SourceHash != source.Hash ? "has changed since it was run" : null;
        var message = $"{name} {problem} on {kernel.Name}. Run {kernel.Command} first.";
        Assert.False(IsCI && problem is not null, message);
        Assert.SkipWhen(problem is not null, message);
        return executed!;
    }
}
