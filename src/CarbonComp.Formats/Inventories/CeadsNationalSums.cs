using static CarbonComp.Formats.CeadsInventoryNames;

namespace CarbonComp.Formats;

/// <summary>The sheets of a workbook of inventories that repeat its totals: by year and source, and by sector and year.</summary>
internal sealed class CeadsNationalSums(Faults faults, double tolerance)
{
    private readonly List<(int Year, int Row, int Column, double Value, string Place)> repeated = [];

    /// <summary>Reads a sheet of sums; false where the sheet is none.</summary>
    public bool Take(string sheet, RowSource rows)
    {
        var name = sheet.Trim();
        if (name.StartsWith("Sum-Sec", StringComparison.OrdinalIgnoreCase)) BySector(rows);
        else if (name.Equals("sum", StringComparison.OrdinalIgnoreCase)) BySource(rows);
        else return false;
        return true;
    }

    /// <summary>Holds every repeated total of a nation's year against the year's own sheet.</summary>
    public void RequireAgreement(IEnumerable<EmissionInventory> inventories)
    {
        var nation = inventories.Where(i => i.Region == Nation).ToDictionary(i => i.Year);
        foreach (var (year, row, column, value, place) in repeated)
        {
            if (!nation.TryGetValue(year, out var inventory)) continue;
            var own = Own(inventory, row, column) / Unit.MegatonneCO2.Factor;
            if (Math.Abs(value - own) > tolerance * Math.Max(Math.Abs(value), Math.Abs(own)))
                faults.Add(place, $"{ColumnName(column)} of {RowName(row)} in {year} is {value:G12} Mt CO2 here "
                    + $"and {own:G12} in the sheet {year}. Correct one of them.");
        }
    }

    // Years in the first column, sources in the first row. Sheets of other layouts repeat nothing that could be compared.
    private void BySource(RowSource rows)
    {
        if (!rows.Read()) return;
        int[] columns = [.. Enumerable.Range(0, rows.Count).Select(c => Column(rows.Text(c)))];
        while (rows.Read())
        {
            if (Year(rows, 0) is not { } year) continue;
            for (var c = 1; c < columns.Length; c++)
                if (columns[c] >= 0) Add(rows, year, 0, columns[c], c);
        }
    }

    private void BySector(RowSource rows)
    {
        if (!rows.Read()) return;
        int?[] years = [.. Enumerable.Range(0, rows.Count).Select(c => Year(rows, c))];
        while (rows.Read())
        {
            var row = Row(rows.Text(0));
            if (row < 0 && !rows.IsBlank())
                faults.Add(rows.Place(rows.Row, 0), $"\"{rows.Text(0)}\" is not a sector of the inventory, nor its total. Correct the name.");
            for (var c = 1; c < years.Length; c++)
                if (row >= 0 && years[c] is { } year) Add(rows, year, row, Total, c);
        }
    }

    private void Add(RowSource rows, int year, int row, int column, int at)
    {
        var before = faults.Count;
        var value = faults.Collect(() => rows.Number(at, emptyIsZero: false));
        if (faults.Count == before) repeated.Add((year, row, column, value, rows.Place(rows.Row, at)));
    }

    private static int? Year(RowSource rows, int column) =>
        rows.TryNumber(column, out var number) && number is >= 1900 and < 2200 && number == Math.Floor(number) ? (int)number : null;

    private static double Own(EmissionInventory inventory, int row, int column)
    {
        double Cell(int r) => column switch
        {
            Total => r <= SectorCount ? inventory.Sources.Values.Row(r - 1).Sum() : inventory.HouseholdSources.Values.Row(r - 1 - SectorCount).Sum(),
            Heat => inventory.PurchasedHeat?[r - 1] ?? 0,
            Electricity => inventory.PurchasedElectricity?[r - 1] ?? 0,
            _ => r <= SectorCount ? inventory.Sources.Values[r - 1, column] : inventory.HouseholdSources.Values[r - 1 - SectorCount, column],
        };
        return row > 0 ? Cell(row) : Enumerable.Range(1, RowCount - 1).Sum(Cell);
    }
}
