using System.Text.RegularExpressions;
using CarbonComp.Kernel.Engine.Magics;

namespace CarbonComp.Kernel.Tests;

/// <summary>What docs/coming-from-dotnet-interactive.md says of the kernel.</summary>
public sealed partial class ComingFromTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(KernelProgram.Above(Path.Combine("docs", "coming-from-dotnet-interactive.md"))!);

    private readonly CellRun cell = new();

    public static TheoryData<string> Same => [.. Commands(Part("What is the same"))];

    public static TheoryData<string> Missing => [.. Commands(Part("What is missing")).Except(["#!whos"])];

    public static TheoryData<string> Cells => [.. Code().Matches(Page).Select(match => match.Groups[1].Value)];

    public void Dispose() => cell.Dispose();

    [Theory, MemberData(nameof(Same))]
    public void A_command_that_is_the_same_is_known(string command) => Assert.Contains(MagicCommands.All, known => known.Is(command[2..]));

    [Fact]
    public void All_commands_are_told() => Assert.Equal(MagicCommands.All.Select(command => "#!" + command.Name).Order(StringComparer.Ordinal),
        Same.Select(row => row.Data).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Missing))]
    public void A_command_that_is_missing_says_what_to_do_and_nothing_runs(string command)
    {
        var error = cell.Fails($"Console.Write(1);\n{command} x\n");
        Assert.Equal("MagicCommandError", error.Name);
        Assert.DoesNotContain("there is no command", error.Message);
        Assert.Equal("", cell.Stdout);
    }

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_runs_and_shows_something(string code)
    {
        cell.Ok(code);
        Assert.True(cell.Value is not null || cell.Displays.Count > 0);
    }

    [Fact]
    public void Usings_are_those_that_it_names() =>
        Assert.All(Engine.Submission.Usings, name => Assert.Contains($"`{name}`", Part("What is the same")));

    [Theory]
    [InlineData("display(1);")]
    [InlineData("1.Display();")]
    [InlineData("\"<b>x</b>\".DisplayAs(\"text/html\");")]
    [InlineData("HTML(\"<b>x</b>\")")]
    [InlineData("Javascript(\"1\")")]
    public void What_shows_a_value_is_there(string code) => A_cell_runs_and_shows_something(code);

    [Theory]
    [InlineData("namespace N { class C { } }")]
    [InlineData("using var x = new System.IO.MemoryStream();")]
    [InlineData("int[] a = [1]; ref int x = ref a[0];")]
    [InlineData("%matplotlib inline")]
    public void What_the_page_says_is_missing_fails(string code)
    {
        var error = cell.Fails(code);
        Assert.NotEqual("", error.Message);
    }

    private static string Part(string heading)
    {
        var start = Page.IndexOf($"## {heading}\n", StringComparison.Ordinal);
        var end = Page.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return Page[start..end];
    }

    private static IEnumerable<string> Commands(string text) => Command().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex("#![a-z]+")]
    private static partial Regex Command();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
