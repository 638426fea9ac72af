namespace CarbonComp.Formats;

/// <summary>The multi-regional input–output tables of China's provinces by CEADs (Zheng et al. 2020 and later years), xlsx, 10^4 yuan at producers'
/// prices.</summary>
/// <remarks>
/// 30 or 31 provinces of 30 or 42 sectors. A row of codes; two rows above it the provinces, named where their block
/// begins; one row above it the sectors; likewise in three columns on the left. After the sectors, by code: total of
/// intermediate uses (TIU or TII), five final uses a province (FU101 rural households, FU102 urban households, FU103
/// government, FU201 fixed capital, FU202 inventories), EX exports, TFU total of final uses, ERR discrepancy, GO output. Below: IM imports
/// used by the column, TII, VA001–VA004 and TVA value added, TI total input; later years append emissions. Blocks are
/// found by these codes, wherever they stand; final uses are named in the table as here. Where the workbook has names in Chinese and English, in its
/// sheets Sector and Province or in an English version of the table, both are kept beside the codes. Imports by sector become
/// <see cref="MultiRegionalTable.ImportedInputs"/>, those of final use
/// <see cref="TableReading.ImportedFinalUse"/>, emissions <see cref="TableReading.Satellites"/>.
/// </remarks>
public static class CeadsTable
{
    /// <summary>Reads the table of one year.</summary>
    /// <param name="path">The xlsx file.</param>
    /// <param name="sheet">The sheet; none means the only one whose name begins with "Table" and is not an English version.</param>
    /// <param name="unit">The unit where a file departs from 10^4 yuan and does not say so. A title, a sheet's name or a heading that states another
    /// is refused.</param>
    /// <param name="tolerance">The largest residual of a total that is accepted, as a share of its turnover.</param>
    /// <param name="status">The status of the numbers, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <returns>The table in the file's unit, with imports, exports and discrepancy explicit.</returns>
    /// <exception cref="DataException">A damaged file, a missing block, a shifted heading, text in a number's cell, a total that is wrong: sheet and
    /// cell, what to do.</exception>
    public static TableReading Read(string path, string? sheet = null, Unit? unit = null, double tolerance = TableReport.DefaultTolerance,
        ValueStatus status = ValueStatus.Statistic, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var sheets = XlsxRows.Sheets(path);
        var chosen = XlsxRows.Choose(path, sheets, sheet);
        using var rows = XlsxRows.Open(path, chosen);
        var headings = CeadsHeadings.Of(rows);
        var layout = headings.Layout();
        var languages = CeadsLanguages.Of(path, sheets, chosen, headings);
        return WideReader.Read(rows,
            layout with { Names = names => headings.Name(names, languages), Unit = headings.Unit(chosen, unit), Tolerance = tolerance, Status = status },
            progress, cancellation);
    }

    /// <summary>Writes a table in this layout, in 10^4 yuan: for programs that read CEADs' workbooks, and to try what reads them here.</summary>
    /// <remarks>Value added is in the first of its four rows. Where regions or sectors have local names, sheets Sector and Province list both.</remarks>
    /// <param name="table">A table in yuan, without competing imports, of five final uses: rural and urban households, government, fixed capital,
    /// inventories, by name or code.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops between rows.</param>
    /// <exception cref="InputOutputException">Other final uses, or imports that compete.</exception>
    public static void WriteXlsx(MultiRegionalTable table, string path, CancellationToken cancellation = default) =>
        CeadsWriter.Write(table, path, cancellation);
}
