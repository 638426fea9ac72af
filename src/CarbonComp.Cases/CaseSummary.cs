using System.Text;
using CarbonComp;

/// <summary>What a checked case has, in a few lines.</summary>
internal static class CaseSummary
{
    public static string Of(BudgetCase study)
    {
        var text = new StringBuilder();
        text.AppendLine($"{study.Package.Title}: nothing is wrong.");
        text.AppendLine($"  {study.Regions.Count} {study.Regions.Kinds}: {string.Join(", ", study.Regions.Labels)}");
        text.AppendLine($"  years: {string.Join(", ", study.Years)}");
        foreach (var year in study.Years)
        {
            var (gdp, people, land) = (study.Gdp(year).Sum(), study.Population(year).Sum(), study.Land(year).RowSums().Sum());
            var carbon = study.GivesEmissions ? $"emissions {Readable(study.Model.Emissions(year).Sum())}" : $"energy {Readable(study.Energy(year).Sum())}";
            text.AppendLine($"  {year}: GDP {Readable(gdp)}, population {Readable(people)}, {carbon}, land {Readable(land)}");
        }
        text.AppendLine($"  figures: {study.Package["economy"].Status.Caption()}");
        foreach (var note in study.Notes) text.AppendLine($"  note: {note}");
        return text.ToString().TrimEnd();
    }

    private static string Readable(Quantity total) => $"{total.In(total.Unit.Readable(total.Value))}";
}
