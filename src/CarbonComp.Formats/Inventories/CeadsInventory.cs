using System.Globalization;
using System.Text.RegularExpressions;

namespace CarbonComp.Formats;

/// <summary>The emission inventories of China and its provinces by Carbon Emission Accounts and Datasets (CEADs), xlsx, Mt CO2.</summary>
/// <remarks>
/// A sheet a province and year, named as <c>InnerMongolia2019</c>, or a sheet a year for the nation, beside <c>NOTE</c>: 45 sectors and
/// urban and rural households by 17 fuels, other energy, processes (cement) and their Scope 1 Total, in either spelling
/// (<c>Raw Coal</c>, <c>Raw_Coal</c>; <c>Total Consumption</c>, <c>TotalEmissions</c>). Scope 2 stays apart and is in no sum. Editions
/// without scope 2 and other energy are read as well. In the national workbook the sheets <c>sum</c> and <c>Sum-Sec-Scope 1</c> must repeat
/// what the sheets of the years say. Tried on the editions of 2023: 690 sheets of 30 provinces and 23 of the nation, 1997 to 2019. The
/// provinces add up to more than the nation (0.4 % in 1997, 10.9 % in 2019; less in 2001), for provincial energy statistics do:
/// do not mix both. Cite Shan et al. 2018, Scientific Data 5, 170201; Shan et al. 2020, Scientific Data 7, 54; Guan et al. 2021,
/// Earth's Future 9, e2021EF002241, and name CEADs.
/// </remarks>
public static partial class CeadsInventory
{
    /// <summary>The largest difference that is accepted between a printed total and its parts, as a share of the total.</summary>
    public const double DefaultTolerance = 1e-9;

    /// <summary>Reads every inventory of a workbook.</summary>
    /// <param name="path">The xlsx file, of provinces or of the nation.</param>
    /// <param name="tolerance">The largest difference between a total and its parts that is accepted, as a share of the total.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between sheets.</param>
    /// <returns>The inventories in t CO2, statistics.</returns>
    /// <exception cref="DataException">
    /// A damaged file, a sheet of another layout, a missing row or column, text in a number's cell, a total that does not agree with its parts.
    /// All faults of the file are reported together, each with sheet and row.
    /// </exception>
    public static EmissionInventories Read(string path, double tolerance = DefaultTolerance,
        IProgress<double>? progress = null, CancellationToken cancellation = default) => Read(path, _ => true, tolerance, progress, cancellation);

    /// <summary>Reads the inventory of one province, or of the nation, and year.</summary>
    /// <param name="path">The xlsx file.</param>
    /// <param name="region">The province as in the sheet's name or in words, or <c>China</c>.</param>
    /// <param name="year">The year.</param>
    /// <param name="tolerance">As in <see cref="Read(string, double, IProgress{double}?, CancellationToken)"/>.</param>
    /// <exception cref="DataException">As there.</exception>
    /// <exception cref="EmissionsException">The workbook has no such sheet.</exception>
    public static EmissionInventory Read(string path, string region, int year, double tolerance = DefaultTolerance)
    {
        var wanted = CeadsInventoryNames.Province(region)
            ?? (region.Trim().Equals("China", StringComparison.OrdinalIgnoreCase) ? CeadsInventoryNames.Nation : null)
            ?? throw new EmissionsException($"\"{region}\" is not a province of China. Name it as the sheets do, such as InnerMongolia.");
        var sheets = XlsxRows.Sheets(path);
        return sheets.Any(s => Of(s) is { } at && at.Region == wanted && at.Year == year)
            ? Read(path, at => at.Region == wanted && at.Year == year, tolerance, null, default)[0]
            : throw new EmissionsException($"{Path.GetFileName(path)} has no sheet of {wanted} in {year}. There are: {string.Join(", ", sheets)}.");
    }

    private static EmissionInventories Read(string path, Func<(Region Region, int Year), bool> wanted, double tolerance,
        IProgress<double>? progress, CancellationToken cancellation)
    {
        if (tolerance is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "A tolerance is a share of the total, from 0 to below 1.");
        var (shown, sheets) = (Path.GetFileName(path), XlsxRows.Sheets(path));
        var (faults, read, seen) = (new Faults(shown), new List<EmissionInventory>(), 0);
        var sums = new CeadsNationalSums(faults, tolerance);
        XlsxRows.Each(path, _ => true, (sheet, rows) =>
        {
            cancellation.ThrowIfStopped();
            progress?.Report((double)seen++ / sheets.Count);
            if (Of(sheet) is { } at)
            {
                if (wanted(at) && CeadsInventorySheet.Read(rows, at.Region, at.Year, tolerance, faults) is { } inventory) read.Add(inventory);
            }
            else if (!sums.Take(sheet, rows) && !IsNote(sheet))
                faults.Add(rows.DisplayName, "the sheet's name is not a province and year, such as InnerMongolia2019, nor a year. "
                    + "Correct the name, or remove the sheet.");
        });
        faults.ThrowIfAny();
        if (read.Count == 0)
            throw new DataException(shown, "no sheet is named after a province and year, such as InnerMongolia2019, or a year. "
                + "It is not a workbook of inventories.");
        sums.RequireAgreement(read);
        faults.ThrowIfAny();
        progress?.Report(1);
        return new(shown, read);
    }

    /// <summary>The region and year that a sheet is named after.</summary>
    private static (Region Region, int Year)? Of(string sheet) =>
        SheetName().Match(sheet.Trim()) is not { Success: true } name ? null
        : name.Groups[1].Value.Length == 0 ? (CeadsInventoryNames.Nation, YearOf(name))
        : CeadsInventoryNames.Province(name.Groups[1].Value) is { } province ? (province, YearOf(name)) : null;

    private static int YearOf(Match name) => int.Parse(name.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsNote(string sheet) => sheet.Trim().StartsWith("note", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^([\p{L} ]*?)\s*([0-9]{4})$")]
    private static partial Regex SheetName();
}
