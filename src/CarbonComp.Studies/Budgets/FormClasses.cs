namespace CarbonComp.Studies;

/// <summary>The columns of a table that has one for each of several classes: of land, of sectors.</summary>
/// <param name="Field">The field that says of which class a number is, where there is a row a number.</param>
/// <param name="Unit">The unit that the template proposes.</param>
/// <param name="Proposed">The columns that the template has.</param>
/// <param name="Known">Names of classes that may be headings; empty where any may.</param>
/// <param name="Advice">What to do with another.</param>
internal sealed record FormClasses(string Field, string Unit, IReadOnlyList<FormColumn> Proposed, IReadOnlyList<string> Known, string Advice)
{
    public bool Takes(string heading) => Known.Count == 0 || Known.Contains(heading, StringComparer.OrdinalIgnoreCase);
}
