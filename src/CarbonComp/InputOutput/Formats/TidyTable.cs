using System.Globalization;
using CsvHelper;

namespace CarbonComp;

/// <summary>Multi-regional tables as one long csv file, a flow a row: from_region, from_sector, to_region, to_sector, value.</summary>
/// <remarks>
/// A block beside the sectors has its name in the sector's place and an empty region: to_sector <c>exports</c>,
/// <c>competitive imports</c>, <c>error</c>, <c>output</c>; from_sector <c>imported inputs</c>, <c>value added</c>; final use is
/// to_sector <c>use:</c> and the category. Zeros may be left out, output (one row a sector) may not; a category of final use stands more than once. Labels are codes; where
/// names say more, further columns hold them in the rows of output: region_name, region_local_name, sector_name, sector_local_name, of from_region and from_sector.
/// Unit and status are fields of the data package, so they are arguments here.
/// </remarks>
public static class TidyTable
{
    private static readonly string[] Heading = ["from_region", "from_sector", "to_region", "to_sector", "value"];

    private static string NameHeading(string kind) => kind.Replace(' ', '_');

    private static bool IsOutput(string toRegion, string toSector) => toRegion.Length == 0 && toSector == "output";

    /// <summary>Reads a tidy csv file, plain or gzip.</summary>
    /// <param name="path">The file.</param>
    /// <param name="unit">The currency with its multiple.</param>
    /// <param name="status">Where the numbers come from.</param>
    /// <param name="tolerance">The largest residual of a row or column that is accepted, as a share of its turnover.</param>
    /// <param name="progress">Told the share that is read.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">The file does not fit: line and column, what is wrong, what to do.</exception>
    public static TableReading ReadCsv(string path, Unit unit, ValueStatus status, double tolerance = TableReport.DefaultTolerance,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var flows = new List<(string FromRegion, string FromSector, string ToRegion, string ToSector, double Value, int Line)>();
        var (known, names) = (new Dictionary<string, string>(), new AxisNames());
        string Shared(string text) => known.TryGetValue(text, out var same) ? same : known[text] = text;
        var shown = Path.GetFileName(path);
        using (var rows = CsvRows.Open(path))
        {
            if (!rows.Read() || rows.Count < 5 || !Enumerable.Range(0, 5).All(c => rows.Text(c) == Heading[c]))
                throw new DataException(rows.Place(1), $"the heading is not {string.Join(",", Heading)}. Write it so.");
            var kinds = Enumerable.Range(5, rows.Count - 5).Select(c => AxisNames.Kinds.FirstOrDefault(k => NameHeading(k) == rows.Text(c))
                ?? throw new DataException(rows.Place(1, c), $"\"{rows.Text(c)}\" is no column of this form. After value may stand {string.Join(", ", AxisNames.Kinds.Select(NameHeading))}.")).ToArray();
            if (kinds.Distinct().Count() < kinds.Length) throw new DataException(rows.Place(1), "a column of names stands twice. Each may stand once.");
            while (rows.Read())
            {
                cancellation.ThrowIfStopped();
                if (rows.Count != 5 + kinds.Length) throw new DataException(rows.Place(rows.Row), $"the row has {rows.Count} cells, expected {5 + kinds.Length}. Check separators and quotes.");
                flows.Add((Shared(rows.Text(0)), Shared(rows.Text(1)), Shared(rows.Text(2)), Shared(rows.Text(3)), rows.Number(4, false), rows.Row));
                for (var c = 5; c < rows.Count; c++)
                {
                    if (IsOutput(flows[^1].ToRegion, flows[^1].ToSector))
                        names.Add(kinds[c - 5], AxisNames.OfRegion(kinds[c - 5]) ? flows[^1].FromRegion : flows[^1].FromSector, rows.Text(c), () => rows.Place(rows.Row, c));
                    else if (rows.Text(c).Length > 0)
                        throw new DataException(rows.Place(rows.Row, c), "a name stands in a row that is not output. Names stand in the rows of output.");
                }
                if (flows.Count % 1000 == 0) progress?.Report(0.9 * rows.Share);
            }
        }
        string Place(int line) => $"{shown}, line {line}";
        // Output names every sector once, in the order of the table; nothing else is trusted to name one.
        var outputs = flows.Where(f => IsOutput(f.ToRegion, f.ToSector)).ToArray();
        string[] categories = [.. flows.Where(f => f.ToSector.StartsWith(WideTable.UsePrefix, StringComparison.Ordinal)).Select(f => f.ToSector[WideTable.UsePrefix.Length..]).Distinct()];
        if (outputs.Length == 0 || categories.Length == 0) throw new DataException(shown, "there is no row of output, or none of final use. Write output for each sector, and final use as use:category.");
        if (outputs.Length > 1 && flows.Where(f => f.ToSector.StartsWith(WideTable.UsePrefix, StringComparison.Ordinal)).GroupBy(f => f.ToSector).FirstOrDefault(g => g.Count() == 1) is { } single)
            throw new DataException(Place(single.First().Line), $"the final use \"{single.Key}\" stands in this row only. Correct its name, or write it for other sectors too, 0 where nothing is used.");
        TableBlocks blocks;
        try
        {
            var (regions, sectors) = (names.Regions(outputs.Select(o => o.FromRegion).Distinct()), names.Sectors(outputs.Select(o => o.FromSector).Distinct()));
            if ((long)regions.Count * sectors.Count != outputs.Length)
                throw new DataException(shown, $"{outputs.Length} rows of output for {regions.Count} regions and {sectors.Count} sectors. Each sector of each region has one.");
            blocks = new(regions, sectors, new CategoryAxis("final use", categories), shown);
        }
        catch (AxisException wrong) { throw new DataException(shown, wrong.Message, wrong); }
        (blocks.Output, blocks.ValueAdded) = (new double[blocks.Axis.Count], new double[blocks.Axis.Count]);
        var sectorAt = new Dictionary<(string, string), int>();
        for (var i = 0; i < blocks.Axis.Count; i++) sectorAt[(blocks.Axis.Regions.Codes[i / blocks.Axis.Sectors.Count], blocks.Axis.Sectors.Codes[i % blocks.Axis.Sectors.Count])] = i;
        var seen = new HashSet<(string, string, string, string)>(flows.Count);
        int Sector(string region, string sector, int line) => sectorAt.TryGetValue((region, sector), out var at) ? at
            : throw new DataException(Place(line), $"\"{region}\", \"{sector}\" is neither a sector with output nor a known block. Correct the label.");
        foreach (var f in flows)
        {
            cancellation.ThrowIfStopped();
            if (!seen.Add((f.FromRegion, f.FromSector, f.ToRegion, f.ToSector)))
                throw new DataException(Place(f.Line), $"the flow from {f.FromRegion} {f.FromSector} to {f.ToRegion} {f.ToSector} stands twice. Each may stand once.");
            if (f.FromRegion.Length == 0)
            {
                var j = Sector(f.ToRegion, f.ToSector, f.Line);
                var input = f.FromSector switch
                {
                    "imported inputs" => blocks.ImportedInputs,
                    "value added" => blocks.ValueAdded,
                    _ => throw new DataException(Place(f.Line), $"from_sector \"{f.FromSector}\" without a region is not known. It is imported inputs or value added."),
                };
                input[j] = f.Value;
                continue;
            }
            var i = Sector(f.FromRegion, f.FromSector, f.Line);
            if (f.ToRegion.Length == 0)
                (f.ToSector switch
                {
                    "exports" => blocks.Exports,
                    "competitive imports" => blocks.CompetitiveImports,
                    "error" => blocks.Error,
                    "output" => blocks.Output,
                    _ => throw new DataException(Place(f.Line), $"to_sector \"{f.ToSector}\" without a region is not known. It is exports, competitive imports, error or output."),
                })[i] = f.Value;
            else if (f.ToSector.StartsWith(WideTable.UsePrefix, StringComparison.Ordinal))
            {
                if (!blocks.Axis.Regions.Contains(f.ToRegion)) throw new DataException(Place(f.Line), $"\"{f.ToRegion}\" is no region with output. Correct the label.");
                var use = blocks.Axis.Regions.IndexOf(f.ToRegion) * categories.Length + Array.IndexOf(categories, f.ToSector[WideTable.UsePrefix.Length..]);
                blocks.Y[use * blocks.Axis.Count + i] = f.Value;
            }
            else blocks.Z[Sector(f.ToRegion, f.ToSector, f.Line) * blocks.Axis.Count + i] = f.Value;
        }
        progress?.Report(1);
        return blocks.Finish(unit, status, tolerance, 0, residualsAsError: false);
    }

    /// <summary>Writes a tidy csv file, whole or not at all; zero flows are left out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteCsv(MultiRegionalTable table, string path) => AtomicFile.Write(path, stream =>
    {
        using var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        var (n, s, c) = (table.Axis.Count, table.Sectors.Count, table.Categories.Count);
        var kinds = AxisNames.Needed(table);
        void Line(string fromRegion, string fromSector, string toRegion, string toSector, double value, bool zeroToo = false, int named = -1)
        {
            if (value == 0 && !zeroToo) return;
            csv.WriteField(fromRegion);
            csv.WriteField(fromSector);
            csv.WriteField(toRegion);
            csv.WriteField(toSector);
            csv.WriteField(value.ToString(CultureInfo.InvariantCulture));
            foreach (var kind in kinds) csv.WriteField(named < 0 ? "" : AxisNames.Of(table, kind, AxisNames.OfRegion(kind) ? named / s : named % s));
            csv.EndRecord();
        }
        string Region(int i) => table.Regions.Codes[i / s];
        string Sector(int i) => table.Sectors.Codes[i % s];
        foreach (var name in Heading.Concat(kinds.Select(NameHeading))) csv.WriteField(name);
        csv.EndRecord();
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) Line(Region(i), Sector(i), Region(j), Sector(j), table.Intermediate[i, j]);
            // The first and the last sector write their zeros too, so that every category is named, in order, and more than once.
            for (var u = 0; u < table.Regions.Count * c; u++)
                Line(Region(i), Sector(i), table.Regions.Codes[u / c], WideTable.UsePrefix + table.Categories.Codes[u % c], table.FinalUseByCategory[i, u], zeroToo: i == 0 || i == n - 1);
            Line(Region(i), Sector(i), "", "exports", table.Exports[i]);
            Line(Region(i), Sector(i), "", "competitive imports", table.CompetitiveImports[i]);
            Line(Region(i), Sector(i), "", "error", table.Error[i]);
            Line(Region(i), Sector(i), "", "output", table.Output[i], zeroToo: true, named: i);
        }
        for (var j = 0; j < n; j++)
        {
            Line("", "imported inputs", Region(j), Sector(j), table.ImportedInputs[j]);
            Line("", "value added", Region(j), Sector(j), table.ValueAdded[j]);
        }
    });
}
