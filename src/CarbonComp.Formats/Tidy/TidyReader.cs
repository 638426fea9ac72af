namespace CarbonComp.Formats;

/// <summary>Reads a tidy table: first all flows and names, then the axes that output names, then each flow to its block.</summary>
internal static class TidyReader
{
    public static TableReading Read(string path, Unit? unit, ValueStatus? status, double tolerance, string encoding,
        IProgress<double>? progress, CancellationToken cancellation)
    {
        var shown = Path.GetFileName(path);
        var package = TidyPackage.Read(path);
        var (currency, origin) = Meaning(shown, package, unit, status);
        var (flows, names) = Flows(path, package, encoding, progress, cancellation);
        var blocks = Axes(shown, flows, names);
        blocks.Description = package?.Description ?? new();
        Fill(blocks, flows, line => $"{shown}, line {line}", cancellation);
        progress?.Report(1);
        return blocks.Finish(currency, origin, tolerance, 0, residualsAsError: false);
    }

    /// <summary>Unit and status as the data package or the caller says them; both may, but not differently.</summary>
    private static (Unit, ValueStatus) Meaning(string shown, TidyPackage? package, Unit? unit, ValueStatus? status)
    {
        if (package is null)
            return (unit ?? throw new DataException(shown,
                "nothing says in which unit its numbers are: no datapackage.json beside it describes it. Give unit and status where it is read, as "
                + "Unit.Parse(\"10^4 yuan\")."),
                status ?? throw new DataException(shown,
                    "nothing says where its numbers come from: no datapackage.json beside it describes it. Give the status where it is read."));
        if (unit is not null && (unit.Dimension != package.Unit.Dimension || Math.Abs(unit.To(package.Unit) - 1) > 1e-12))
            throw new DataException(package.Place,
                $"the numbers of {shown} are in {package.Unit} here, in {unit} where it is read. Leave the unit out there, or correct the one that is wrong.");
        if (status is not null && status != package.Status)
            throw new DataException(package.Place,
                $"the numbers of {shown} are {package.Status.ToString().ToLowerInvariant()} here, {status.ToString()!.ToLowerInvariant()} where it is read. "
                + $"Leave the status out there, or correct the one that is wrong.");
        return (package.Unit, package.Status);
    }

    private static (List<TidyFlow>, AxisNames) Flows(string path, TidyPackage? package, string encoding, IProgress<double>? progress,
        CancellationToken cancellation)
    {
        var (flows, names, known) = (new List<TidyFlow>(), new AxisNames(), new Dictionary<string, string>());
        string Shared(string text) => known.TryGetValue(text, out var same) ? same : known[text] = text;
        if (package is not null && TextEncoding.Named(encoding, path) is not System.Text.UTF8Encoding)
            throw new DataException(package.Place, $"it describes the file, and the encoding {encoding} is asked for. Leave the encoding out.");
        using var rows = CsvRows.Open(path, encoding: encoding);
        var kinds = NameKinds(rows);
        if (package is not null && !package.Fields.SequenceEqual(TidyFlow.Heading.Concat(kinds.Select(TidyFlow.NameHeading))))
            throw new DataException(rows.Place(1), $"the heading is not that of the data package, {string.Join(",", package.Fields)}. Correct one of them.");
        while (rows.Read())
        {
            cancellation.ThrowIfStopped();
            if (rows.Count != TidyFlow.Heading.Count + kinds.Length)
                throw new DataException(rows.Place(rows.Row),
                    $"the row has {rows.Count} cells, expected {TidyFlow.Heading.Count + kinds.Length}. Check separators and quotes.");
            var flow = new TidyFlow(Shared(rows.Text(0)), Shared(rows.Text(1)), Shared(rows.Text(2)), Shared(rows.Text(3)), rows.Number(4, false), rows.Row);
            flows.Add(flow);
            for (var k = 0; k < kinds.Length; k++) Name(flow, kinds[k], TidyFlow.Heading.Count + k);
            if (flows.Count % 1000 == 0) progress?.Report(0.9 * rows.Share);
        }
        return (flows, names);

        void Name(TidyFlow flow, NameKind kind, int column)
        {
            var name = rows.Text(column);
            // A use is named once, a region or sector with each output.
            if (flow.Named(kind) is { } code && (name.Length > 0 || flow.IsOutput)) names.Add(kind, code, name, () => rows.Place(rows.Row, column));
            else if (name.Length > 0)
                throw new DataException(rows.Place(rows.Row, column),
                    $"a {kind.Label} appears in a row that has none. Names of regions and sectors belong in the rows of output, names of uses in those of "
                    + $"final use.");
        }
    }

    private static NameKind[] NameKinds(CsvRows rows)
    {
        var fixedColumns = TidyFlow.Heading.Count;
        if (!rows.Read() || rows.Count < fixedColumns || !Enumerable.Range(0, fixedColumns).All(c => rows.Text(c) == TidyFlow.Heading[c]))
            throw new DataException(rows.Place(1), $"the heading is not {string.Join(",", TidyFlow.Heading)}. Write it so.");
        var kinds = Enumerable.Range(fixedColumns, rows.Count - fixedColumns)
            .Select(c => NameKind.All.FirstOrDefault(k => TidyFlow.NameHeading(k) == rows.Text(c))
            ?? throw new DataException(rows.Place(1, c),
                $"\"{rows.Text(c)}\" is not a column of this form. The columns after value may be "
                    + $"{string.Join(", ", NameKind.All.Select(TidyFlow.NameHeading))}."))
                .ToArray();
        return kinds.Distinct().Count() == kinds.Length ? kinds
            : throw new DataException(rows.Place(1), "a column of names appears twice. Leave one out.");
    }

    /// <summary>Empty blocks on the axes of output: it names every sector once, in the order of the table; nothing else is trusted to name one.</summary>
    private static TableBlocks Axes(string shown, List<TidyFlow> flows, AxisNames names)
    {
        var outputs = flows.Where(f => f.IsOutput).ToArray();
        var uses = flows.Where(f => f.Category is not null).ToArray();
        if (outputs.Length == 0 || uses.Length == 0)
            throw new DataException(shown, "there is no row of output, or none of final use. Write output for each sector, and final use as use:category.");
        if (outputs.Length > 1 && uses.GroupBy(f => f.ToSector).FirstOrDefault(g => g.Count() == 1) is { } single)
            throw new DataException($"{shown}, line {single.First().Line}",
                $"the final use \"{single.Key}\" appears in this row only. Correct its name, or write it for other sectors too, 0 where nothing is used.");
        try
        {
            var (regions, sectors) = (names.Regions(outputs.Select(o => o.FromRegion).Distinct()), names.Sectors(outputs.Select(o => o.FromSector).Distinct()));
            if ((long)regions.Count * sectors.Count != outputs.Length)
                throw new DataException(shown,
                    $"{outputs.Length} rows of output for {regions.Count} regions and {sectors.Count} sectors. Each sector of each region has one.");
            return new(regions, sectors, names.Uses(uses.Select(f => f.Category!).Distinct()), shown);
        }
        catch (AxisException wrong) { throw new DataException(shown, wrong.Message, wrong); }
    }

    private static void Fill(TableBlocks blocks, List<TidyFlow> flows, Func<int, string> place, CancellationToken cancellation)
    {
        (blocks.Output, blocks.ValueAdded) = (new double[blocks.Axis.Count], new double[blocks.Axis.Count]);
        string[] categories = [.. flows.Select(f => f.Category).OfType<string>().Distinct()];
        // By code only: a name would let a flow appear twice.
        var regionAt = blocks.Axis.Regions.Codes.Select((code, at) => (code, at)).ToDictionary(r => r.code, r => r.at);
        var sectorAt = new Dictionary<(string, string), int>();
        for (var i = 0; i < blocks.Axis.Count; i++)
            sectorAt[(blocks.Axis.Regions.Codes[i / blocks.Axis.Sectors.Count], blocks.Axis.Sectors.Codes[i % blocks.Axis.Sectors.Count])] = i;
        var seen = new HashSet<(string, string, string, string)>(flows.Count);
        int Sector(string region, string sector, int line) => sectorAt.TryGetValue((region, sector), out var at) ? at
            : throw new DataException(place(line), $"\"{region}\", \"{sector}\" is neither a sector with output nor a known block. Correct the label.");
        foreach (var f in flows)
        {
            cancellation.ThrowIfStopped();
            if (!seen.Add((f.FromRegion, f.FromSector, f.ToRegion, f.ToSector)))
                throw new DataException(place(f.Line),
                    $"the flow from {f.FromRegion} {f.FromSector} to {f.ToRegion} {f.ToSector} appears twice. Leave one out.");
            if (f.FromRegion.Length == 0)
            {
                var j = Sector(f.ToRegion, f.ToSector, f.Line);
                var input = f.FromSector switch
                {
                    "imported inputs" => blocks.ImportedInputs,
                    "value added" => blocks.ValueAdded,
                    _ => throw new DataException(place(f.Line),
                        $"from_sector \"{f.FromSector}\" without a region is not known. It is imported inputs or value added."),
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
                    _ => throw new DataException(place(f.Line),
                        $"to_sector \"{f.ToSector}\" without a region is not known. It is exports, competitive imports, error or output."),
                })[i] = f.Value;
            else if (f.Category is { } category)
            {
                if (!regionAt.TryGetValue(f.ToRegion, out var region))
                    throw new DataException(place(f.Line), $"\"{f.ToRegion}\" is no region with output. Correct the label.");
                var use = region * categories.Length + Array.IndexOf(categories, category);
                blocks.Y[use * blocks.Axis.Count + i] = f.Value;
            }
            else blocks.Z[Sector(f.ToRegion, f.ToSector, f.Line) * blocks.Axis.Count + i] = f.Value;
        }
    }
}
