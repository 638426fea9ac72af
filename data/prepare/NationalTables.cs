using System.Globalization;
using CarbonComp.Formats;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Prepare;

/// <summary>Writes <c>data/national-tables</c> from the tables of the National Bureau of Statistics, in 41 or 42 sectors.</summary>
internal static class NationalTables
{
    // The file of each year, its classification, and the one it is added up to.
    private static readonly (int Year, string File, string From, string To)[] Tables =
    [
        (2007, "china_2007_135.csv.gz", "2007-135", "2010-41"),
        (2010, "china_2010_41.csv.gz", "2010-41", "2010-41"),
        (2012, "china_2012_139.csv.gz", "2012-139", "2017-42"),
        (2015, "china_2015_42.csv.gz", "2015-42", "2015-42"),
        (2017, "china_2017_42.csv.gz", "2017-42", "2017-42"),
        (2018, "china_2018_42.csv.gz", "2017-42", "2017-42"),
        (2020, "china_2020_42.csv.gz", "2017-42", "2017-42"),
    ];

    /// <param name="data">The folder <c>data</c>.</param>
    /// <param name="tables">The folder of the tables.</param>
    public static void Write(string data, string tables)
    {
        var folder = Path.Combine(data, "national-tables");
        var concordances = SectorConcordances.Load(Path.Combine(data, "concordances"));
        foreach (var (year, file, from, to) in Tables)
        {
            Console.WriteLine($"Reading {file}");
            var published = NationalBureauTable.Read(Path.Combine(tables, file)).Aggregate(concordances.Between(from, to));
            WriteYear(Path.Combine(folder, $"table-{year}.csv"), Cells(published));
        }
        DataPackage.Seal(folder);
    }

    private static void WriteYear(string path, IEnumerable<(string Block, string Row, string Column, double Value)> cells) =>
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            writer.WriteLine("block,row,column,value");
            // A cell that is zero is left out: the reader of these tables takes what is missing as zero, as the Bureau's blanks are.
            foreach (var (block, row, column, value) in cells)
                if (Math.Round(value, 2) is not 0 and var rounded)
                    writer.WriteLine(string.Join(',', block, row, column, rounded.ToString(CultureInfo.InvariantCulture)));
        });

    /// <summary>The cells of a table in the blocks of <see cref="NationalTable.From"/>, 10 000 yuan.</summary>
    private static IEnumerable<(string Block, string Row, string Column, double Value)> Cells(NationalBureauTable published)
    {
        var (table, codes, tenThousand) = (published.Table, published.Sectors.Codes, 1e-4);
        if (published.IsCompetitive)
            return
            [
                .. Grid("Z", table.Intermediate, codes), .. Grid("Y", table.FinalUseByCategory, table.Categories.Codes),
                    .. Column("Y", "exports", table.Exports),
                .. Column("M", "imports", table.CompetitiveImports), .. Column("E", "error", table.Error), .. Column("X", "gross_output", table.Output),
                    .. Added(),
            ];
        return
        [
            .. Grid("Zd", table.Intermediate, codes), .. Grid("Zm", published.National().ImportedIntermediate * tenThousand, codes),
            .. Grid("Yd", table.FinalUseByCategory, table.Categories.Codes), .. Column("Yd", "exports", table.Exports),
            .. Column("X", "gross_output", table.Output), .. Added(),
        ];

        IEnumerable<(string, string, string, double)> Grid(string block, Matrix<double> values, IReadOnlyList<string> columns) =>
            from i in Enumerable.Range(0, values.RowCount)
            from j in Enumerable.Range(0, values.ColumnCount)
            select (block, codes[i], columns[j], values[i, j]);

        IEnumerable<(string, string, string, double)> Column(string block, string name, Vector<double> values) =>
            values.Select((value, i) => (block, codes[i], name, value));

        IEnumerable<(string, string, string, double)> Added() =>
            from k in Enumerable.Range(0, published.ValueAdded.Rows.Count)
            from j in Enumerable.Range(0, codes.Count)
            select ("V", published.ValueAdded.Rows.Codes[k].Replace(' ', '_'), codes[j], published.ValueAdded.Values[k, j]);
    }
}
