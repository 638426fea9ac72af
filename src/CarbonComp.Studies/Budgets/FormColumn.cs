namespace CarbonComp.Studies;

/// <summary>A column of a table that people fill.</summary>
/// <param name="Name">Its name in csv files and in the library: <c>gdp</c>.</param>
/// <param name="Heading">Its heading in a sheet, without the unit: <c>GDP</c>.</param>
/// <param name="Unit">The unit that the template proposes; its kind is what every other unit must be of. Empty for texts and years.</param>
/// <param name="Also">Other headings by which it is known, such as the Chinese ones.</param>
internal sealed record FormColumn(string Name, string Heading, string Unit, params string[] Also)
{
    public FieldType Type { get; init; } = Unit.Length > 0 ? FieldType.Number : FieldType.Text;

    public bool Required { get; init; } = true;

    /// <summary>The column whose cell counts where this one's is empty.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Whether each row names the unit of this column in a column called unit.</summary>
    public bool UnitByRow { get; init; }

    /// <summary>What the template writes: <c>GDP (100 million yuan)</c>.</summary>
    public string Shown => Unit.Length > 0 && Unit != "1" && !UnitByRow ? $"{Heading} ({Unit})" : Heading;

    public bool IsCalled(string heading) => Also.Append(Heading).Append(Name).Contains(heading, StringComparer.OrdinalIgnoreCase);
}
