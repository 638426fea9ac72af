using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using CarbonComp;

var path = new Argument<string>("path") { Description = "A workbook (name.xlsx) or the folder of a data package." };

var regions = new Option<string>("--regions") { Description = "Names of the regions, with commas between them: their rows are then there already.",
    DefaultValueFactory = _ => "" };
var years = new Option<string>("--years") { Description = "The years, likewise: 2015,2020.", DefaultValueFactory = _ => "" };
var emissions = new Option<bool>("--emissions") { Description = "With emissions by sector instead of energy, where there is an inventory." };
var template = new Command("template", "Writes the empty tables of a case of your own: a workbook, or a folder of csv files.")
    { path, regions, years, emissions };
template.SetAction(parsed => Told(() =>
{
    BudgetTemplate.Write(parsed.GetValue(path)!, Listed(parsed.GetValue(regions)!), [.. Listed(parsed.GetValue(years)!).Select(Year)],
        parsed.GetValue(emissions));
    var guide = parsed.GetValue(path)!.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? "first sheet" : "README.md";
    Console.WriteLine($"{parsed.GetValue(path)} is written. Its {guide} says what to fill in; then: carboncomp check {parsed.GetValue(path)}");
}));

var check = new Command("check", "Tells everything that is wrong with a filled case, with file, sheet and cell.") { path };
check.SetAction(parsed => Told(() => Console.WriteLine(CaseSummary.Of(BudgetCase.Load(parsed.GetValue(path)!, BudgetCoefficients.Consistent)))));

// Named as people start it: a RootCommand would be named after the file.
return await new Command("carboncomp", "Cases of one's own.") { template, check, new HelpOption() }.Parse(args).InvokeAsync();

static string[] Listed(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

static int Year(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 9999 ? year
    : throw new CarbonCompException($"--years {text}: a year has four digits. Write 2015,2020.");

// 1 where something is wrong with what the person gave.
static int Told(Action act)
{
    try
    {
        act();
        return 0;
    }
    catch (DataException wrong)
    {
        foreach (var fault in wrong.Faults) Console.Error.WriteLine(fault.Message);
        Console.Error.WriteLine(wrong.Faults.Count == 1 ? "1 thing is wrong." : $"{wrong.Faults.Count} things are wrong.");
    }
    catch (Exception wrong) when (wrong is CarbonCompException or IOException or UnauthorizedAccessException or ArgumentException)
    {
        Console.Error.WriteLine(wrong.Message);
    }
    return 1;
}
