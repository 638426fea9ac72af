using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>What was read from a file: the table, and what the file holds beyond it.</summary>
/// <param name="Table">The table in the file's currency and unit.</param>
/// <param name="Source">The file, and its sheet.</param>
/// <param name="ImportedFinalUse">Final use bought abroad, R·C by column of <see cref="MultiRegionalTable.FinalUseByCategory"/>; zero where the file has none.</param>
/// <param name="Satellites">Rows of emissions or other stressors by name, n + R·C values (sectors, then final-use columns), in the file's own unit.</param>
/// <param name="Notes">What a user should know: residuals put into the error column, sectors without output, what was added up or left out.</param>
public sealed record TableReading(MultiRegionalTable Table, string Source, Vector<double> ImportedFinalUse,
    IReadOnlyDictionary<string, Vector<double>> Satellites, IReadOnlyList<string> Notes)
{
    /// <summary>What else is known of the table, its year and prices for one; empty where the file does not say it.</summary>
    public TableDescription Description { get; init; } = new();

    /// <inheritdoc/>
    public override string ToString() => $"{Source}: {Table.Caption}, {Table.Unit}"
        + (Description.Prices.Length > 0 ? $", {Description.Prices}" : "") + (Description.Year is { } year ? FormattableString.Invariant($", {year}") : "") + string.Concat(Notes.Select(n => $"\n- {n}"));
}
