namespace CarbonComp.Data;

/// <summary>A row of a sheet: its number from 1, and for each field the text of its cell and where that stands (<c>C5</c>).</summary>
public sealed record CellRow(int Number, IReadOnlyList<string> Cells, IReadOnlyList<string> Addresses);
