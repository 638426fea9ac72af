using System.Globalization;
using CsvHelper;

namespace CarbonComp.Formats;

/// <summary>Writes a tidy table.</summary>
internal static class TidyWriter
{
    public static void Write(MultiRegionalTable table, string path, TableDescription description)
    {
        WritableLabels.Require(table, path);
        WritableLabels.Require(description, path);
        var package = DataPackageWriter.Beside(path);
        AtomicFile.Write(path, stream => Write(table, stream));
        package.Write(TidyPackage.Described(table, description));
    }

    private static void Write(MultiRegionalTable table, Stream stream)
    {
        using var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        var (n, s, c) = (table.Axis.Count, table.Sectors.Count, table.Categories.Count);
        var kinds = NameKind.Needed(table);
        void Line(string fromRegion, string fromSector, string toRegion, string toSector,
            double value, bool zeroToo = false, Func<NameKind, string>? named = null)
        {
            if (value == 0 && !zeroToo) return;
            csv.WriteField(fromRegion);
            csv.WriteField(fromSector);
            csv.WriteField(toRegion);
            csv.WriteField(toSector);
            csv.WriteField(value.ToString(CultureInfo.InvariantCulture));
            foreach (var kind in kinds) csv.WriteField(named?.Invoke(kind) ?? "");
            csv.EndRecord();
        }
        Func<NameKind, string> OfOutput(int i) => kind =>
            kind.Of switch { NameKind.Bearer.Region => kind.Name(table, i / s), NameKind.Bearer.Sector => kind.Name(table, i % s), _ => "" };
        Func<NameKind, string> OfUse(int category) => kind => kind.Of == NameKind.Bearer.Use ? kind.Name(table, category) : "";
        string Region(int i) => table.Regions.Codes[i / s];
        string Sector(int i) => table.Sectors.Codes[i % s];
        foreach (var name in TidyFlow.Heading.Concat(kinds.Select(TidyFlow.NameHeading))) csv.WriteField(name);
        csv.EndRecord();
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) Line(Region(i), Sector(i), Region(j), Sector(j), table.Intermediate[i, j]);
            // The first and the last sector write their zeros too, so that every category is named, in order, and more than once.
            for (var u = 0; u < table.Regions.Count * c; u++)
                Line(Region(i), Sector(i), table.Regions.Codes[u / c], WideTable.UsePrefix + table.Categories.Codes[u % c],
                    table.FinalUseByCategory[i, u], zeroToo: i == 0 || i == n - 1, i == 0 ? OfUse(u % c) : null);
            Line(Region(i), Sector(i), "", "exports", table.Exports[i]);
            Line(Region(i), Sector(i), "", "competitive imports", table.CompetitiveImports[i]);
            Line(Region(i), Sector(i), "", "error", table.Error[i]);
            Line(Region(i), Sector(i), "", "output", table.Output[i], zeroToo: true, OfOutput(i));
        }
        for (var j = 0; j < n; j++)
        {
            Line("", "imported inputs", Region(j), Sector(j), table.ImportedInputs[j]);
            Line("", "value added", Region(j), Sector(j), table.ValueAdded[j]);
        }
    }
}
