using System.Globalization;

namespace CarbonComp.Formats;

/// <summary>Writes a table in the layout of the CEADs workbooks.</summary>
internal static class CeadsWriter
{
    public static void Write(MultiRegionalTable table, string path, CancellationToken cancellation)
    {
        if (table.CompetitiveImports.Any(v => v != 0))
            throw new InputOutputException("This layout has imports by the sector that uses them. Take competing imports out first (WithDomesticUseOnly).");
        var uses = CeadsCodes.FinalUses.Select(u => Enumerable.Range(0, table.Categories.Count)
            .Where(k => u.Code == table.Categories.Codes[k] || table.Categories.Labels[k].Contains(u.Word, StringComparison.OrdinalIgnoreCase))
            .ToArray()).ToArray();
        if (table.Categories.Count != uses.Length || uses.Any(u => u.Length != 1) || uses.Select(u => u[0]).Distinct().Count() != uses.Length)
            throw new InputOutputException("This layout has five final uses: rural and urban households, government, fixed capital, inventories. The table "
                + $"has {string.Join(", ", table.Categories.Labels)}.");
        var (n, regions, s, c) = (table.Axis.Count, table.Regions.Count, table.Sectors.Count, uses.Length);
        var scale = table.Unit.To(Unit.Parse("10^4 yuan"));
        string Code(int sector) => (sector + 1).ToString("00", CultureInfo.InvariantCulture);
        string[] Head(Func<int, int, string> ofSector, Func<int, int, string> ofUse, Func<string, string> ofRest) =>
            ["", "", "", .. from r in Enumerable.Range(0, regions) from j in Enumerable.Range(0, s) select ofSector(r, j), ofRest("TIU"),
                .. from r in Enumerable.Range(0, regions) from k in Enumerable.Range(0, c) select ofUse(r, k), .. CeadsCodes.LastColumns.Select(ofRest)];
        IEnumerable<(IEnumerable<string>, IEnumerable<double>)> Rows()
        {
            yield return (["Multi-regional input-output table, 10^4 yuan"], []);
            yield return (Head((r, j) => j == 0 ? table.Regions.Labels[r] : "", (r, k) => k == 0 ? table.Regions.Labels[r] : "", _ => ""), []);
            yield return (Head((_, j) => table.Sectors.Labels[j], (_, k) => table.Categories.LocalNames[uses[k][0]] is { Length: > 0 } local
                ? local : table.Categories.Labels[uses[k][0]], code => code), []);
            yield return (Head((_, j) => Code(j), (_, k) => CeadsCodes.FinalUses[k].Code, code => code), []);
            for (var i = 0; i < n; i++)
            {
                var sold = table.Intermediate.Row(i) * scale;
                double[] used = [.. from r in Enumerable.Range(0, regions) from k in Enumerable.Range(0, c)
                    select scale * table.FinalUseByCategory[i, r * c + uses[k][0]]];
                yield return ([i % s == 0 ? table.Regions.Labels[i / s] : "", table.Sectors.Labels[i % s], Code(i % s)],
                    [.. sold, sold.Sum(), .. used, scale * table.Exports[i],
                        used.Sum() + scale * table.Exports[i], scale * table.Error[i], scale * table.Output[i]]);
            }
            (IEnumerable<string>, IEnumerable<double>) Below(string code, Func<int, double> value) =>
                (["", code, code], Enumerable.Range(0, n).Select(j => scale * value(j)));
            var bought = table.Intermediate.ColumnSums();
            yield return Below("IM", j => table.ImportedInputs[j]);
            yield return Below("TII", j => bought[j]);
            for (var v = 1; v <= 4; v++) yield return Below($"VA00{v}", j => v == 1 ? table.ValueAdded[j] : 0);
            yield return Below("TVA", j => table.ValueAdded[j]);
            yield return Below("TI", j => table.Output[j]);
        }
        var sheets = new List<(string, IEnumerable<IEnumerable<object?>>)> {
            ("Table", Rows().Select(r => r.Item1.Cast<object?>().Concat(r.Item2.Select(v => (object?)v)))) };
        if (table.Sectors.LocalNames.Any(l => l.Length > 0)) sheets.Add(("Sector", List("行业", "Sector", table.Sectors)));
        if (table.Regions.LocalNames.Any(l => l.Length > 0)) sheets.Add(("Province", List("省份", "Province", table.Regions)));
        XlsxSheet.Write(path, sheets, cancellation: cancellation);
    }

    /// <summary>The names in both languages, as the workbooks list them.</summary>
    private static IEnumerable<IEnumerable<object?>> List(string local, string name, Axis axis) =>
        [["No.", local, name], .. Enumerable.Range(0, axis.Count).Select(i => new object?[] { i + 1, axis.LocalNames[i], axis.Labels[i] })];
}
