using System.Diagnostics;
using System.Globalization;

namespace CarbonComp.Kernel.Tests;

/// <summary>Cells find the cultures, the console and the texts of an ordinary .NET.</summary>
public sealed class CultureTests : IDisposable
{
    private readonly CellRun cell = new();

    public void Dispose() => cell.Dispose();

    [Theory]
    [InlineData("new System.Globalization.CultureInfo(\"en-US\").Name", "en-US")]
    [InlineData("double.Parse(\"1,5\", new System.Globalization.CultureInfo(\"de-DE\"))", "1.5")]
    [InlineData("(1234.5).ToString(\"N1\", System.Globalization.CultureInfo.GetCultureInfo(\"de-DE\"))", "1.234,5")]
    [InlineData("new DateTime(2020, 3, 1).ToString(\"MMMM\", new System.Globalization.CultureInfo(\"zh-CN\"))", "三月")]
    [InlineData("string.Concat(\"b,A,a,B\".Split(\",\").OrderBy(z => z))", "aAbB")]
    [InlineData("\"É\".Normalize(NormalizationForm.FormD).Length", "2")]
    [InlineData("string.Compare(\"straße\", \"STRASSE\", new System.Globalization.CultureInfo(\"de-DE\"), "
        + "System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace)", "0")]
    [InlineData("\"i\".ToUpper(new System.Globalization.CultureInfo(\"tr-TR\"))", "İ")]
    [InlineData("new System.Globalization.RegionInfo(\"CN\").ISOCurrencySymbol", "CNY")]
    [InlineData("new System.Globalization.IdnMapping().GetAscii(\"bücher.de\")", "xn--bcher-kva.de")]
    [InlineData("TimeZoneInfo.FindSystemTimeZoneById(\"China Standard Time\").BaseUtcOffset.Hours", "8")]
    public void Cultures_are_there(string code, string value) => Assert.Equal(value, cell.Ok(code).Plain);

    [Fact]
    [Trait("size", "large")]
    public void A_package_that_lives_from_cultures_works() =>
        Assert.Equal("three", cell.Ok("#r \"nuget: Humanizer.Core, 2.14.1\"\nusing Humanizer;\n3.ToWords()").Plain);

    [Fact]
    public void A_culture_holds_for_its_cell_and_a_default_one_for_the_session()
    {
        var before = CultureInfo.DefaultThreadCurrentCulture;
        try
        {
            cell.Ok("using System.Globalization;\nCultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;");
            Assert.Equal("1,5", cell.Ok("CultureInfo.CurrentCulture = new CultureInfo(\"de-DE\"); $\"{1.5}\"").Plain);
            Assert.Equal("1.5", cell.Ok("$\"{1.5}\"").Plain);
            cell.Ok("CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(\"de-DE\");");
            Assert.Equal("1,5", cell.Ok("$\"{1.5}\"").Plain);
            // Values are shown in one way everywhere.
            Assert.Equal("1.5", cell.Ok("1.5").Plain);
        }
        finally
        {
            CultureInfo.DefaultThreadCurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Console.SetOut(new System.IO.StringWriter());")]
    [InlineData("Console.SetOut(System.IO.TextWriter.Null); Console.SetError(System.IO.TextWriter.Null);")]
    [InlineData("Console.SetError(Console.Out);")]
    [InlineData("Console.SetOut(new System.IO.StreamWriter(Console.OpenStandardOutput()));")]
    [InlineData("Console.SetIn(new System.IO.StringReader(\"of the cell\"));")]
    [InlineData("Console.OutputEncoding = Encoding.Unicode;")]
    [InlineData("Console.InputEncoding = Encoding.Latin1; Console.OutputEncoding = Encoding.ASCII;")]
    [InlineData("Console.ForegroundColor = ConsoleColor.Red; Console.BackgroundColor = ConsoleColor.Blue;")]
    [InlineData("Console.SetOut(new System.IO.StringWriter()); throw new Exception();")]
    public void What_a_cell_does_to_the_console_is_undone_before_the_next(string code)
    {
        const string State = "(Console.OutputEncoding.CodePage, Console.InputEncoding.CodePage, Console.ForegroundColor, Console.BackgroundColor).ToString()";
        var before = cell.Ok(State).Plain;
        cell.Run(code);
        cell.Answers.Enqueue("of the person");
        cell.Ok("Console.Write(\"out é\"); Console.Error.Write(\"error\"); Console.ReadLine()");
        Assert.Equal(("out é", "error", "of the person"), (cell.Stdout, cell.Stderr, cell.Plain));
        Assert.Equal(before, cell.Ok(State).Plain);
    }

    [Fact]
    public void Without_ICU_the_program_starts_and_says_what_is_missing()
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess, "Hides the system's ICU in a namespace of its own, as root.");
        var folder = Directory.CreateTempSubdirectory("culture").FullName;
        var notebook = Path.Combine(folder, "a.ipynb");
        File.WriteAllText(notebook, """
            {"cells":[{"cell_type":"code","execution_count":null,"metadata":{},"outputs":[],"source":"(1.5).ToString()"},
            {"cell_type":"code","execution_count":null,"metadata":{},"outputs":[],"source":"new System.Globalization.CultureInfo(\"de-DE\")"}],
            "metadata":{},"nbformat":4,"nbformat_minor":4}
            """);
        var hidden = "for f in $(ldconfig -p | grep -o '/[^ ]*libicu[^ ]*'); do mount --bind /dev/null $f || exit 99; done; "
            + $"'{KernelProgram.Path}' run '{notebook}'";
        using var process = Process.Start(new ProcessStartInfo("unshare", ["-m", "sh", "-c", hidden]) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.SkipWhen(process.ExitCode == 99 || said.Contains("unshare failed", StringComparison.Ordinal), "This machine lets nobody hide a file: " + said);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("code cell 2: System.Globalization.CultureNotFoundException", said);
        Assert.Contains("This machine has no ICU", said);
        Assert.Contains("\"1.5\"", File.ReadAllText(notebook));
        Directory.Delete(folder, recursive: true);
    }
}
