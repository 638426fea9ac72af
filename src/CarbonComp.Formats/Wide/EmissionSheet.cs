using System.Text.RegularExpressions;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Formats;

/// <summary>A sheet of emissions beside a table: a row a region and a column a sector, or a row for each of both.</summary>
internal static partial class EmissionSheet
{
    /// <summary>The mass of CO2 that a cell above the numbers states; null where none does.</summary>
    public static Unit? Unit(SheetGrid sheet) => (from row in Enumerable.Range(1, Math.Min(6, sheet.RowCount))
                                                  from column in Enumerable.Range(1, sheet.ColumnCount)
                                                  from Match found in Mass().Matches(sheet.Text(row, column))
                                                  select CarbonComp.Unit.Parse(found.Value.Trim())).FirstOrDefault();

    /// <summary>The emissions of every sector of every region.</summary>
    /// <exception cref="DataException">All that is wrong: names that the table does not have, cells that are empty or no numbers, what is missing.</exception>
    public static LabelledMatrix Read(SheetGrid sheet, RegionAxis regions, SectorAxis sectors, ValueStatus status)
    {
        var (faults, values) = (new Faults(sheet.Place), Matrix<double>.Build.Dense(regions.Count, sectors.Count, double.NaN));
        var heading = Enumerable.Range(1, sheet.RowCount).FirstOrDefault(row => Enumerable.Range(2, Math.Max(1, sheet.ColumnCount - 1))
            .Count(column => sectors.Contains(sheet.Text(row, column))) * 2 > sectors.Count);
        if (heading > 0) Wide(sheet, heading, regions, sectors, values, faults);
        else Long(sheet, regions, sectors, values, faults);
        foreach (var (r, s, value) in values.EnumerateIndexed(Zeros.Include))
            if (double.IsNaN(value) && faults.Count == 0)
                faults.Add(sheet.Place, $"there are no emissions of {sectors.Labels[s]} in {regions.Labels[r]}. Give them, 0 where there are none.");
        faults.ThrowIfAny();
        return new("emissions", regions, sectors, values, Unit(sheet)!, status);
    }

    private static void Wide(SheetGrid sheet, int heading, RegionAxis regions, SectorAxis sectors, Matrix<double> values, Faults faults)
    {
        for (var row = heading + 1; row <= sheet.RowCount; row++)
            if (regions.Contains(sheet.Text(row, 1)))
                for (var column = 2; column <= sheet.ColumnCount; column++)
                    if (sectors.Contains(sheet.Text(heading, column)))
                        values[regions.IndexOf(sheet.Text(row, 1)), sectors.IndexOf(sheet.Text(heading, column))] = Number(sheet, row, column, faults);
    }

    private static void Long(SheetGrid sheet, RegionAxis regions, SectorAxis sectors, Matrix<double> values, Faults faults)
    {
        for (var row = 1; row <= sheet.RowCount; row++)
            if (regions.Contains(sheet.Text(row, 1)) && sectors.Contains(sheet.Text(row, 2)))
                values[regions.IndexOf(sheet.Text(row, 1)), sectors.IndexOf(sheet.Text(row, 2))] = Number(sheet, row, 3, faults);
    }

    private static double Number(SheetGrid sheet, int row, int column, Faults faults)
    {
        var text = sheet.Text(row, column);
        if (double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) && number >= 0) return number;
        faults.Add($"{sheet.Place}, cell {SheetGrid.Address(row, column)}", sheet.Fault(row, column) ?? (text.Length == 0
            ? "the cell is empty. Give the emissions, 0 where there are none."
            : $"\"{text}\" is not an amount of emissions. Write a number that is not negative."));
        return double.NaN;
    }

    [GeneratedRegex(@"(?<![A-Za-z])(10\^4 |万)?(t|kt|Mt|Gt|kg|吨) ?CO2\b", RegexOptions.CultureInvariant)]
    private static partial Regex Mass();
}
