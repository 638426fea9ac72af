using MathNet.Numerics.LinearAlgebra;
using static CarbonComp.Formats.CeadsInventoryNames;

namespace CarbonComp.Formats;

/// <summary>Reads one sheet of a CEADs inventory: headings, units, the total, 45 sectors and two groups of households.</summary>
internal sealed class CeadsInventorySheet
{
    private const int SearchedRows = 10;
    private readonly RowSource rows;
    private readonly Faults faults;
    private readonly double tolerance;
    private readonly int[] columnAt = new int[ColumnCount];
    private readonly double[] toTonnes = new double[ColumnCount];
    private readonly int[] rowAt = new int[RowCount];
    private readonly double[,] values = new double[RowCount, ColumnCount];

    private CeadsInventorySheet(RowSource rows, double tolerance, Faults faults) => (this.rows, this.tolerance, this.faults) = (rows, tolerance, faults);

    /// <summary>Reads the sheet; gives none where something is wrong, which is then among the faults.</summary>
    public static EmissionInventory? Read(RowSource rows, Region region, int year, double tolerance, Faults faults)
    {
        var (sheet, before) = (new CeadsInventorySheet(rows, tolerance, faults), faults.Count);
        if (!sheet.Headings()) return null;
        sheet.Body();
        if (faults.Count == before) sheet.RequireSums();
        return faults.Count == before ? sheet.Inventory(region, year) : null;
    }

    private bool Headings()
    {
        var known = 0;
        while (known < Fuels.Length / 2)
        {
            if (rows.Row >= SearchedRows || !rows.Read())
            {
                faults.Add(rows.DisplayName,
                    $"none of the first {SearchedRows} rows names the fuels (Raw Coal, Cleaned Coal, …). Restore the row of headings.");
                return false;
            }
            known = Enumerable.Range(1, Math.Max(0, rows.Count - 1)).Count(c => Column(rows.Text(c)) >= 0);
        }
        var before = faults.Count;
        for (var c = 1; c < rows.Count; c++)
        {
            var (heading, column) = (rows.Text(c), Column(rows.Text(c)));
            if (heading.Length == 0) continue;
            if (column < 0) faults.Add(rows.Place(rows.Row, c), $"\"{heading}\" is not a column of an inventory. Correct the heading.");
            else if (columnAt[column] > 0) faults.Add(rows.Place(rows.Row, c), $"the column \"{heading}\" is there twice. Leave one out.");
            else columnAt[column] = c;
        }
        foreach (var column in Enumerable.Range(0, ColumnCount).Where(c => columnAt[c] == 0 && c is not (OtherEnergy or Heat or Electricity)))
            faults.Add(rows.Place(rows.Row), $"there is no column \"{ColumnName(column)}\". Restore it.");
        return faults.Count == before && Units();
    }

    private bool Units()
    {
        var before = faults.Count;
        while (rows.Read())
        {
            if (rows.IsBlank()) continue;
            foreach (var column in Present())
                toTonnes[column] = faults.Collect(() => Factor(columnAt[column]));
            return faults.Count == before;
        }
        faults.Add(rows.DisplayName, "the sheet ends after its headings. Restore it.");
        return false;
    }

    private double Factor(int at)
    {
        try { return Unit.Parse(rows.Text(at)).To(Unit.TonneCO2); }
        catch (UnitException wrong)
        {
            throw new DataException(rows.Place(rows.Row, at), $"{wrong.Message} Below the headings each column has its unit, Mt CO2.", wrong);
        }
    }

    private void Body()
    {
        while (rows.Read())
        {
            if (rows.IsBlank()) continue;
            var (name, row) = (rows.Text(0), Row(rows.Text(0)));
            if (row < 0) faults.Add(rows.Place(rows.Row, 0), $"\"{name}\" is not a sector of the inventory, nor its total. Correct the name.");
            else if (rowAt[row] > 0) faults.Add(rows.Place(rows.Row, 0), $"\"{name}\" has a row already, row {rowAt[row]}. Leave one out.");
            else Numbers(row);
        }
        foreach (var row in Enumerable.Range(0, RowCount).Where(r => rowAt[r] == 0))
            faults.Add(rows.DisplayName, $"there is no row \"{RowName(row)}\". Restore it.");
    }

    private void Numbers(int row)
    {
        rowAt[row] = rows.Row;
        foreach (var column in Present())
        {
            var value = faults.Collect(() => rows.Number(columnAt[column], emptyIsZero: false));
            if (value < 0)
                faults.Add(rows.Place(rows.Row, columnAt[column]), $"{ColumnName(column)} of {RowName(row)} is {value:R}. Emissions cannot be negative.");
            values[row, column] = value * toTonnes[column];
        }
    }

    private void RequireSums()
    {
        for (var row = 0; row < RowCount; row++)
        {
            var sum = Enumerable.Range(0, Process + 1).Sum(c => values[row, c]);
            if (!Agree(sum, values[row, Total]))
                faults.Add(rows.Place(rowAt[row], columnAt[Total]), $"the Scope 1 Total of {RowName(row)} is {values[row, Total] / 1e6:G12} Mt CO2, "
                    + $"its fuels and processes add up to {sum / 1e6:G12}. Correct the row; scope 2 is not part of the sum.");
        }
        foreach (var column in Present())
        {
            var sum = Enumerable.Range(1, RowCount - 1).Sum(r => values[r, column]);
            if (!Agree(sum, values[0, column]))
                faults.Add(rows.Place(rowAt[0], columnAt[column]), $"the total of {ColumnName(column)} is {values[0, column] / 1e6:G12} Mt CO2, "
                    + $"sectors and households add up to {sum / 1e6:G12}. Correct the column.");
        }
    }

    private bool Agree(double sum, double total) => Math.Abs(sum - total) <= tolerance * Math.Max(Math.Abs(sum), Math.Abs(total));

    private EmissionInventory Inventory(Region region, int year)
    {
        LabelledMatrix Sources(Axis axis, int first) => new("emissions", axis, CeadsInventoryNames.Sources,
            Matrix<double>.Build.Dense(axis.Count, Process + 1, (r, c) => values[first + r, c]), Unit.TonneCO2, ValueStatus.Statistic);
        LabelledVector? Scope2(string name, int column) => columnAt[column] == 0 ? null
            : new(name, SectorsAndHouseholds, Enumerable.Range(1, RowCount - 1).Select(r => values[r, column]), Unit.TonneCO2, ValueStatus.Statistic);
        return new(region, year, Sources(Sectors, 1), Sources(Households, 1 + SectorCount),
            Scope2("scope 2 emissions, heat", Heat), Scope2("scope 2 emissions, electricity", Electricity));
    }

    private IEnumerable<int> Present() => Enumerable.Range(0, ColumnCount).Where(c => columnAt[c] > 0);
}
