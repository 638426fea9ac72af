using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CarbonComp.Notebooks.Tests;

/// <summary>Parameters of notebooks as somebody changes them who knows no C#: zero computes, and what cannot be is one sentence.</summary>
[Trait("size", "large")]
public sealed class ParameterTests
{
    [Theory]
    [InlineData("02-thirteen-city-table", "openness=0")]
    [InlineData("03-embodied-carbon-transfer", "openness=0")]
    [InlineData("05-service-flow", "impactFactor=0")]
    [InlineData("10-carbon-budget", "classBounds=0")]
    [InlineData("11-contribution-support-zones", "sinkSupport=0")]
    [InlineData("12-compensation", "chosenPrice=0")]
    [InlineData("14-your-own-region", "price=0")]
    public void Zero_is_computed(string notebook, string parameter)
    {
        var (code, said) = Run(notebook, parameter);
        Assert.True(code == 0, said);
    }

    [Theory]
    [InlineData("01-energy-to-emissions", "province=Nowhere", "no row has \"Nowhere\". There are: Beijing, Tianjin, Hebei,")]
    [InlineData("02-thirteen-city-table", "beta=1e12", "The distance decay β is 1000000000000. It is a number from 0 to 10; 1 is customary.")]
    [InlineData("02-thirteen-city-table", "beta=", "beta is a number and cannot be empty.")]
    [InlineData("04b-sinks-on-maps", "ownLandCover=nowhere.tif", "nowhere.tif: there is no such file.")]
    [InlineData("03-embodied-carbon-transfer", "openness=-1", "The openness is -1. It is a factor from 0 to 10; above 1 regions trade more.")]
    [InlineData("03-embodied-carbon-transfer", "openness=1e12", "The openness is 1000000000000. It is a factor from 0 to 10")]
    [InlineData("05-service-flow", "impactFactor=500", "The impact factor k is 500; it must be between 0 and 1.")]
    [InlineData("10-carbon-budget", "classBounds=-5", "Classes are bounded by shares of the mean, and -5 is negative.")]
    [InlineData("10-carbon-budget", "classBounds=low", "classBounds is a list of numbers and cannot be low.")]
    [InlineData("10-carbon-budget", "classBounds=1,0.5", "The bounds of classes must rise, such as 0.5, 1, 1.5.")]
    [InlineData("11-contribution-support-zones", "lowEmission=2", "Low emissions end at 2 and high emissions begin at 1 times the regions' mean.")]
    [InlineData("11-contribution-support-zones", "sinkSupport=-1", "The threshold of ecological support must be zero or positive; it is -1.")]
    [InlineData("11-contribution-support-zones", "leastContribution=500 %", "leastContribution is a number and cannot be 500 %.")]
    [InlineData("11-contribution-support-zones", "highEmission=much", "highEmission is a number and cannot be much.")]
    [InlineData("12-compensation", "chosenPrice=-5", "A carbon price must be zero or positive; it is -5 yuan/t CO2")]
    [InlineData("12-compensation", "chosenPrice=1e12", "A carbon price of 1,000,000,000,000 yuan/t CO2 is out of range.")]
    [InlineData("12-compensation", "chosenPrice=dear", "chosenPrice is a number or null and cannot be dear.")]
    [InlineData("14-your-own-region", "data=nowhere", "nowhere: there is no datapackage.json.")]
    [InlineData("14-your-own-region", "asPrinted=perhaps", "asPrinted is true or false and cannot be perhaps.")]
    [InlineData("31-scenarios", "years=-5", "The year -5 is before the base year 2020.")]
    [InlineData("31-scenarios", "years=2020", "No year is after the base year 2020.")]
    [InlineData("31-scenarios", "compared=1999", "There is no year 1999. There are: 2020, 2025,")]
    [InlineData("25-horizontal-and-vertical", "counted=Lake", "There is no SinkChoice \"Lake\". There are: Land, LandAndCrops and LandCropsAndGrass.")]
    [InlineData("25-horizontal-and-vertical", "estimator=dearest guess", "There is no estimator \"dearest guess\". There are: ")]
    public void What_cannot_be_is_one_sentence_on_the_console_and_on_the_page(string notebook, string parameter, string sentence)
    {
        var (code, said) = Run(notebook, parameter, out var executed);
        Assert.NotEqual(0, code);
        Assert.Contains(sentence, said);
        // The line that says that it failed, and the sentence.
        Assert.InRange(said.Trim().Split('\n').Length, 1, 2);
        Assert.DoesNotContain("   at ", said);
        if (executed.Length == 0) return; // Refused before the first cell.
        var shown = Regex.Matches(executed, "\"traceback\": \\[(.*?)\\n\\s*\\]", RegexOptions.Singleline);
        Assert.Single(shown);
        Assert.DoesNotContain("   at ", shown[0].Value);
    }

    private static (int Code, string Said) Run(string notebook, string parameter) => Run(notebook, parameter, out _);

    private static (int Code, string Said) Run(string notebook, string parameter, out string executed)
    {
        Assert.False(!File.Exists(Folders.Command) && Environment.GetEnvironmentVariable("CI") == "true", "There is no kernel.");
        Assert.SkipUnless(File.Exists(Folders.Command), "There is no kernel. Run ./environment/run.sh first.");
        var folder = Directory.CreateTempSubdirectory("carboncomp-").FullName;
        try
        {
            string[] arguments = ["run", Path.Combine(Folders.Sources, $"{notebook}.ipynb"), "-p", parameter, "--out", folder + "/"];
            using var process = Process.Start(new ProcessStartInfo(Folders.Command, arguments) { RedirectStandardError = true })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            executed = string.Concat(Directory.EnumerateFiles(folder).Select(File.ReadAllText));
            return (process.ExitCode, said);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
