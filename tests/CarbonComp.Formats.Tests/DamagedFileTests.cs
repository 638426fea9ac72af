using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Formats.Tests;

/// <summary>A damaged file gives an error with a place, the same table, or one whose check flags a row or column of each changed number.</summary>
/// <remarks>
/// Damage: cells that hold something else, digits and signs that change, rows and columns that are lost, doubled, shifted or exchanged,
/// flipped bits, a lost end. Not damage: one valid name for another, another unit, two numbers exchanged that one sum contains; no
/// identity shows that. Where a layout gives no output (Eora), what a sector uses of its own product cannot be checked either.
/// So bits of a file without checksum are flipped in one place: in two, a digit may gain what another of its row loses.
/// <c>CARBONCOMP_MUTATIONS</c> says how often each layout is damaged; 10,000 is what a release is tried with.
/// </remarks>
public class DamagedFileTests(ITestOutputHelper output)
{
    private static readonly string[] Texts = ["n/a", "1,234", "", "NaN", "1e999", "#REF!", "12 3", "\u0001", "−5", "\"", "\t", ","];

    private static int Times { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("CARBONCOMP_MUTATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : 600;

    public static TheoryData<string> Layouts { get; } = [.. FormatSample.All.Select(f => f.Name)];

    [Theory, MemberData(nameof(Layouts))]
    [Trait("size", "large")]
    public void Damaged_cells_never_give_another_table_unseen(string layout)
    {
        using var folder = new TemporaryFolder();
        var sample = FormatSample.All.Single(f => f.Name == layout);
        sample.Write(folder.Path);
        string[] names = [.. sample.Files.Keys];
        var last = names[0];
        Repeat(random =>
        {
            sample.WriteFile(folder.Path, last, sample.Files[last]);
            last = names[random.Next(names.Length)];
            var damaged = sample.Files[last].Select(r => (object?[])r.Clone()).ToList();
            Damage(damaged, random);
            sample.WriteFile(folder.Path, last, damaged);
        }, () => sample.Read(folder.Path).Table, sample.GivesOutput);
    }

    [Theory, MemberData(nameof(Layouts))]
    [Trait("size", "large")]
    public void Damaged_bytes_never_give_another_table_unseen(string layout)
    {
        using var folder = new TemporaryFolder();
        var sample = FormatSample.All.Single(f => f.Name == layout);
        sample.Write(folder.Path);
        DamageFiles(folder, [.. sample.Files.Keys], () => sample.Read(folder.Path).Table, sample.GivesOutput);
    }

    [Theory, InlineData("exiobase.zip"), InlineData("eora.zip")]
    [Trait("size", "large")]
    public void Damaged_archives_never_give_another_table_unseen(string name)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(name);
        WorldSample.Zip(path, name == "eora.zip" ? WorldSample.Eora() : WorldSample.Exiobase());
        DamageFiles(folder, [name], () => (name == "eora.zip" ? EoraTable.Read(path) : ExiobaseTable.Read(path, 1.25, "air")).Table, name != "eora.zip");
    }

    [Fact]
    [Trait("size", "large")]
    public void Damaged_tidy_tables_never_mean_something_else_than_their_package_says()
    {
        using var folder = new TemporaryFolder();
        TidyTable.WriteCsv(WorldSample.ClosedWithNames, folder.File("t.csv"));
        DamageFiles(folder, ["t.csv", "datapackage.json"], () => TidyTable.ReadCsv(folder.File("t.csv")).Table, givesOutput: true);
    }

    private void DamageFiles(TemporaryFolder folder, string[] names, Func<MultiRegionalTable> read, bool givesOutput)
    {
        var intact = names.ToDictionary(n => n, n => File.ReadAllBytes(folder.File(n)));
        var last = names[0];
        Repeat(random =>
        {
            File.WriteAllBytes(folder.File(last), intact[last]);
            last = names[random.Next(names.Length)];
            File.WriteAllBytes(folder.File(last), DamageBytes(intact[last], random, inOnePlace: Path.GetExtension(last) is ".csv" or ".txt"));
        }, read, givesOutput);
    }

    private static void Damage(List<object?[]> rows, Random random)
    {
        int r = random.Next(rows.Count), c = random.Next(rows[r].Length);
        switch (random.Next(10))
        {
            case 0: rows[r][c] = Texts[random.Next(Texts.Length)]; break;
            case 1: rows[r][c] = random.NextDouble() * 1e6; break;
            case 2: rows.RemoveAt(r); break;
            case 3: rows.Insert(r, (object?[])rows[r].Clone()); break;
            case 4: rows[r] = [.. rows[r][..c], .. rows[r][(c + 1)..], null]; break;
            case 5: rows[r] = [.. rows[r][..c], null, .. rows[r][c..^1]]; break;
            case 6:
                for (var k = 0; k < rows.Count; k++)
                    if (c < rows[k].Length) rows[k] = [.. rows[k][..c], .. rows[k][(c + 1)..]];
                break;
            case 7: if (r > 0) (rows[r], rows[r - 1]) = (rows[r - 1], rows[r]); break;
            case 8: if (rows[r][c] is double number) rows[r][c] = -number; break;
            case 9: if (rows[r][c] is double digits) rows[r][c] = Mistyped(digits, random); break;
        }
    }

    /// <summary>A digit more, less, or another.</summary>
    private static object Mistyped(double number, Random random)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var (at, digit) = (random.Next(text.Length), (char)('0' + random.Next(10)));
        text = random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, digit.ToString()),
            _ => text.Remove(at, 1).Insert(at, digit.ToString()),
        };
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var wrong) ? wrong : text;
    }

    private static byte[] DamageBytes(byte[] bytes, Random random, bool inOnePlace)
    {
        if (random.Next(4) == 0) return [.. bytes.Take(random.Next(bytes.Length))];
        var damaged = (byte[])bytes.Clone();
        var place = random.Next(damaged.Length);
        for (var k = random.Next(1, 4); k > 0; k--)
        {
            damaged[place] ^= (byte)(1 << random.Next(8));
            place = inOnePlace ? Math.Min(place + random.Next(2), damaged.Length - 1) : random.Next(damaged.Length);
        }
        return damaged;
    }

    private void Repeat(Action<Random> damage, Func<MultiRegionalTable> read, bool givesOutput)
    {
        var intact = read();
        var (refused, unchanged, flagged) = (0, 0, 0);
        for (var seed = 0; seed < Times; seed++)
        {
            damage(new Random(seed));
            try
            {
                var table = givesOutput ? read() : WithOwnUseOf(intact, read());
                if (Same(intact, table)) unchanged++;
                else if (IsFlagged(intact, table)) flagged++;
                else Assert.Fail($"Damage {seed} gave another table that nothing flags: {Difference(intact, table)}");
            }
            catch (CarbonCompException told)
            {
                refused++;
                Assert.True(told is DataException { Place.Length: > 0 }, $"Damage {seed} is told without a place: {told.Message}");
            }
            catch (Exception wrong) when (wrong is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Damage {seed} gave {wrong}");
            }
        }
        output.WriteLine($"{Times} damaged: {refused} refused, {flagged} flagged by the check, {unchanged} unchanged");
        Assert.True(refused > Times / 4, $"Only {refused} of {Times} were refused.");
    }

    private static double Slack(MultiRegionalTable intact) => 2e-6 * intact.Output.Maximum();

    // By codes: where a name is damaged beside its code, the numbers are still those of the code.
    private static bool SameAxes(MultiRegionalTable a, MultiRegionalTable b) =>
        a.Axis.Codes.SequenceEqual(b.Axis.Codes) && a.Categories.Codes.SequenceEqual(b.Categories.Codes) && a.Unit == b.Unit;

    private static Vector<double>[] Vectors(MultiRegionalTable a, MultiRegionalTable b) =>
        [a.Exports - b.Exports, a.ImportedInputs - b.ImportedInputs, a.CompetitiveImports - b.CompetitiveImports,
            a.ValueAdded - b.ValueAdded, a.Output - b.Output, a.Error - b.Error];

    /// <summary>Equal to within what a total in the file can show: a millionth of the largest number.</summary>
    private static bool Same(MultiRegionalTable a, MultiRegionalTable b) => SameAxes(a, b)
        && (a.Intermediate - b.Intermediate).Enumerate().All(d => Math.Abs(d) <= Slack(a))
            && (a.FinalUseByCategory - b.FinalUseByCategory).Enumerate().All(d => Math.Abs(d) <= Slack(a))
        && Vectors(a, b).All(v => v.AbsoluteMaximum() <= Slack(a));

    /// <summary>Whether the report shows a residual, or the error column a discrepancy, in the row or column of a sector of every number that
    /// differs.</summary>
    private static bool IsFlagged(MultiRegionalTable intact, MultiRegionalTable table)
    {
        if (!SameAxes(intact, table)) return false;
        var (report, slack) = (table.Validate(), Slack(intact));
        bool Row(int i) => Math.Abs(report.RowResiduals[i]) > slack / 2 || Math.Abs(table.Error[i] - intact.Error[i]) > slack / 2;
        bool Column(int j) => Math.Abs(report.ColumnResiduals[j]) > slack / 2;
        // A row that took the place of imported inputs leaves the sum of each column as it was; the sector whose row it is, is flagged.
        bool Supplier(int j) => Enumerable.Range(0, table.Axis.Count)
            .Any(i => Math.Abs(table.Intermediate[i, j] - intact.Intermediate[i, j]) > slack && (Row(i) || Column(i)));
        if (report.IsBalanced && (table.Error - intact.Error).AbsoluteMaximum() <= slack / 2) return false;
        return (table.Intermediate - intact.Intermediate).EnumerateIndexed()
            .All(d => Math.Abs(d.Item3) <= slack || Row(d.Item1) || Column(d.Item1) || Column(d.Item2))
            && (table.FinalUseByCategory - intact.FinalUseByCategory).EnumerateIndexed().All(d => Math.Abs(d.Item3) <= slack || Row(d.Item1) || Column(d.Item1))
            && Vectors(intact, table)
                .All(v => v.EnumerateIndexed().All(d => Math.Abs(d.Item2) <= slack || Row(d.Item1) || Column(d.Item1) || Supplier(d.Item1)));
    }

    /// <summary>The table with the own use of the intact one, and output changed by as much.</summary>
    private static MultiRegionalTable WithOwnUseOf(MultiRegionalTable intact, MultiRegionalTable table)
    {
        if (!SameAxes(intact, table)) return table;
        var own = (table.Intermediate - intact.Intermediate).Diagonal();
        return new(table.Regions, table.Sectors, table.Intermediate - Matrix<double>.Build.DenseOfDiagonalVector(own), table.FinalUseByCategory, table.Exports,
            table.ImportedInputs, table.ValueAdded, table.Output - own, table.Status, table.Categories, table.CompetitiveImports, table.Error, table.Unit);
    }

    private static string Difference(MultiRegionalTable a, MultiRegionalTable b) => !SameAxes(a, b) ? $"{b.Axis}; {b.Categories}; {b.Unit}"
        : $"Z {(a.Intermediate - b.Intermediate).Enumerate().Max(Math.Abs)}, Y {(a.FinalUseByCategory - b.FinalUseByCategory).Enumerate().Max(Math.Abs)}, "
            + $"vectors (ex, im, cim, va, x, err) "
        + string.Join(" ", Vectors(a, b).Select(v => v.AbsoluteMaximum()));
}
