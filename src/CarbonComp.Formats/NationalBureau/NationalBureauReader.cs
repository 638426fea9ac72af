using MathNet.Numerics.LinearAlgebra;
using static CarbonComp.Formats.NationalBureauCodes;

namespace CarbonComp.Formats;

/// <summary>Reads a table by the Bureau row by row, then makes its blocks.</summary>
internal sealed class NationalBureauReader
{
    private readonly RowSource rows;
    private readonly Faults faults;
    private readonly NationalBureauHeading heading;
    private readonly NationalBureauRow?[] domestic, imported;
    private readonly Dictionary<string, NationalBureauRow> below = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> sectorOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> columnOf = new(StringComparer.OrdinalIgnoreCase);

    private NationalBureauReader(RowSource rows, StatedUnits units)
    {
        (this.rows, faults, heading) = (rows, new Faults(rows.DisplayName), NationalBureauHeading.Of(rows, units));
        (domestic, imported) = (new NationalBureauRow?[heading.Sectors], new NationalBureauRow?[heading.Sectors]);
        for (var i = 0; i < heading.Sectors; i++)
            if (!sectorOf.TryAdd(NationalBureauHeading.Canonical(heading.Codes[heading.FirstColumn + i]), i))
                faults.Add(rows.DisplayName, $"two columns have the code \"{heading.Codes[heading.FirstColumn + i]}\". Each sector has one column.");
        for (var c = heading.FirstColumn + heading.Sectors; c < heading.Codes.Count; c++)
        {
            var code = heading.Codes[c];
            if (code.Length == 0) continue;
            if (!ColumnCodes.Contains(code))
                faults.Add(rows.DisplayName, $"the column code \"{code}\" is not known. After the sectors there are {string.Join(", ", ColumnCodes)}.");
            else if (!columnOf.TryAdd(code, c)) faults.Add(rows.DisplayName, $"two columns have the code \"{code}\". Leave one out.");
        }
        string[] needed = [Exports, heading.OriginColumn < 0 ? Imports : FinalUse];
        foreach (var code in needed.Where(c => !columnOf.ContainsKey(c)))
            faults.Add(rows.DisplayName, $"there is no column {code}. The table is not complete; restore it.");
    }

    public static NationalBureauTable Read(RowSource rows, StatedUnits units, double tolerance, IProgress<double>? progress, CancellationToken cancellation)
    {
        var reader = new NationalBureauReader(rows, units);
        var unit = units.Or(Unit.Parse("10^4 yuan"));
        do
        {
            cancellation.ThrowIfStopped();
            progress?.Report(rows.Share);
            if (!rows.IsBlank()) reader.Row();
        }
        while (rows.Read());
        reader.RequireRows();
        reader.faults.ThrowIfAny();
        string[] uses = [.. reader.Uses()];
        new NationalBureauIdentities(reader.domestic!, reader.ImportRows, reader.below, reader.columnOf, uses, reader.heading, tolerance, rows, reader.faults)
            .Require();
        reader.faults.ThrowIfAny();
        progress?.Report(1);
        try { return reader.Table(unit, uses); }
        catch (CarbonCompException wrong)
            when (wrong is AxisException or InputOutputException) { throw new DataException(rows.DisplayName, wrong.Message, wrong); }
    }

    private NationalBureauRow[]? ImportRows => heading.OriginColumn < 0 ? null : Array.ConvertAll(imported, r => r!);

    private void Row()
    {
        var code = rows.Text(heading.LabelColumn);
        var origin = heading.OriginColumn < 0 ? "" : rows.Text(heading.OriginColumn);
        var isSector = sectorOf.TryGetValue(NationalBureauHeading.Canonical(code), out var sector);
        if (!isSector && !RowCodes.Contains(code, StringComparer.OrdinalIgnoreCase))
        {
            // Notes below the table have no numbers.
            if (Enumerable.Range(heading.FirstColumn, heading.Sectors).Any(c => rows.TryNumber(c, out _)))
                faults.Add(rows.Place(rows.Row, heading.LabelColumn), $"the row code \"{code}\" is neither a sector that has a column "
                    + $"nor one of {string.Join(", ", RowCodes)}. Correct it.");
            return;
        }
        if (heading.OriginColumn >= 0 && !(isSector ? origin is Domestic or Imported : origin == Both))
        {
            faults.Add(rows.Place(rows.Row, heading.OriginColumn), $"the origin of {code} is \"{origin}\". "
                + $"It is {(isSector ? $"{Domestic} or {Imported}" : Both)}.");
            return;
        }
        var row = NationalBureauRow.Of(rows, heading, isSector ? columnOf.Values : [], faults);
        var earlier = isSector ? (origin == Imported ? imported : domestic)[sector] : below.GetValueOrDefault(code);
        if (earlier is not null) faults.Add(rows.Place(rows.Row, heading.LabelColumn), $"{code} has a row already, row {earlier.Row}. Leave one out.");
        else if (!isSector) below.Add(code, row);
        else (origin == Imported ? imported : domestic)[sector] = row;
    }

    private void RequireRows()
    {
        for (var i = 0; i < heading.Sectors; i++)
        {
            var code = heading.Codes[heading.FirstColumn + i];
            if (domestic[i] is null) faults.Add(rows.DisplayName, $"the sector {code} has a column and no row. Restore it.");
            if (heading.OriginColumn >= 0 && imported[i] is null) faults.Add(rows.DisplayName, $"the sector {code} has no row of imports. Restore it.");
        }
        foreach (var code in RowCodes.Where(r => !below.ContainsKey(r)))
            faults.Add(rows.DisplayName, $"there is no row {code}. The table is not complete; restore it.");
    }

    /// <summary>The final uses that are not the sum of others.</summary>
    private IEnumerable<string> Uses() => FinalUses.Select(u => u.Code)
        .Where(code => columnOf.ContainsKey(code) && (code != Consumption || !columnOf.ContainsKey("FU101")));

    private NationalBureauTable Table(Unit unit, string[] uses)
    {
        var (n, first) = (heading.Sectors, heading.FirstColumn);
        var sectors = NationalBureauRow.Sectors(domestic!, [.. heading.Codes.Skip(first).Take(n)]);
        var categories = CategoryAxis.Of("final use", uses.Select(u => (u, FinalUses.First(f => f.Code == u).Name, "")));
        Matrix<double> Block(NationalBureauRow?[] from, IReadOnlyList<int> columns) =>
            Matrix<double>.Build.Dense(n, columns.Count, (i, j) => from[i]!.Values[columns[j]]);
        Vector<double> Side(string code) => Vector<double>.Build.Dense(n, i => columnOf.TryGetValue(code, out var c) ? domestic[i]!.Values[c] : 0);
        Vector<double> Below(string code) => Vector<double>.Build.Dense(n, j => below[code].Values[first + j]);
        int[] inner = [.. Enumerable.Range(first, n)], final = [.. uses.Select(u => columnOf[u])];
        var valueAdded = new LabelledMatrix("value added", new CategoryAxis("component", ValueAdded.Select(v => v.Name)), sectors,
            Matrix<double>.Build.DenseOfRowVectors(ValueAdded.Select(v => Below(v.Code))), unit, ValueStatus.Statistic);
        var (importedIntermediate, importedUse) = ImportRows is null ? (null, null) : (Block(imported, inner), Block(imported, [.. final, columnOf[Exports]]));
        var table = new MultiRegionalTable(new RegionAxis(CeadsInventoryNames.Nation), sectors, Block(domestic, inner), Block(domestic, final), Side(Exports),
            importedIntermediate?.ColumnSums() ?? Vector<double>.Build.Dense(n), Below(ValueAddedTotal), Side(Output), ValueStatus.Statistic, categories,
            ImportRows is null ? Side(Imports) : null, Side(Error), unit);
        return new(rows.DisplayName, table, valueAdded, importedIntermediate, importedUse);
    }
}
