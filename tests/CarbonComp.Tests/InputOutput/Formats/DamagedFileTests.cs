using System.Text;

namespace CarbonComp.Tests;

public class DamagedFileTests(ITestOutputHelper output)
{
    private static readonly string[] Texts = ["n/a", "1,234", "", "NaN", "1e999", "#REF!", "12 3", "\u0001", "−5", "\"", "\t", ","];

    [Fact]
    public void Damaged_ceads_cells_are_refused_or_change_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("t.xlsx");
        var rows = new CeadsSample(2, 3).Rows().ToArray();
        Workbook.Write(path, ("Table", rows));
        var intact = CeadsTable.Read(path).Table;
        Repeat(2000, random =>
        {
            var damaged = rows.Select(r => (object?[])r.Clone()).ToList();
            Damage(damaged, random);
            Workbook.Write(path, ("Table", damaged));
        }, () => CeadsTable.Read(path).Table, intact);
    }

    [Theory, InlineData("ceads.xlsx"), InlineData("wide.xlsx"), InlineData("exiobase.zip"), InlineData("eora.zip")]
    public void Damaged_bytes_of_archives_are_refused_or_change_nothing(string name)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(name);
        Func<MultiRegionalTable> read;
        switch (name)
        {
            case "ceads.xlsx":
                Workbook.Write(path, ("Table", new CeadsSample(2, 3).Rows()));
                read = () => CeadsTable.Read(path).Table;
                break;
            case "wide.xlsx":
                WideTable.WriteXlsx(WorldSample.Closed, path);
                read = () => WideTable.ReadXlsx(path).Table;
                break;
            case "exiobase.zip":
                WorldSample.Zip(path, WorldSample.Exiobase());
                read = () => ExiobaseTable.Read(path, 1.25, "air").Table;
                break;
            default:
                WorldSample.Zip(path, WorldSample.Eora());
                read = () => EoraTable.Read(path).Table;
                break;
        }
        var (bytes, intact) = (File.ReadAllBytes(path), read());
        Repeat(2000, random => File.WriteAllBytes(path, DamageBytes(bytes, random)), read, intact);
    }

    [Theory, InlineData("tidy"), InlineData("wide"), InlineData("oecd")]
    public void Damaged_csv_cells_are_refused_or_change_nothing(string form)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(form + ".csv");
        var table = WorldSample.Closed;
        if (form == "tidy") TidyTable.WriteCsv(table, path);
        else if (form == "wide") WideTable.WriteCsv(table, path);
        else File.WriteAllText(path, WorldSample.Oecd());
        // The rounding that real editions have would hide small changes of made-up numbers.
        Func<MultiRegionalTable> read = form switch
        {
            "tidy" => () => TidyTable.ReadCsv(path, table.Unit, table.Status).Table,
            "wide" => () => WideTable.ReadCsv(path).Table,
            _ => () => OecdTable.ReadCsv(path, rounding: 1e-6).Table,
        };
        var (lines, bytes, intact) = (File.ReadAllLines(path), File.ReadAllBytes(path), read());
        Repeat(2000, random =>
        {
            if (random.Next(4) == 0)
            {
                File.WriteAllBytes(path, [.. bytes.Take(random.Next(bytes.Length))]);
                return;
            }
            var damaged = lines.Select(l => l.Split(',').Cast<object?>().ToArray()).ToList();
            Damage(damaged, random);
            File.WriteAllText(path, string.Concat(damaged.Select(r => string.Join(',', r) + "\n")), new UTF8Encoding(false));
        }, read, intact);
    }

    private static void Damage(List<object?[]> rows, Random random)
    {
        int r = random.Next(rows.Count), c = random.Next(rows[r].Length);
        switch (random.Next(7))
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
        }
    }

    private static byte[] DamageBytes(byte[] bytes, Random random)
    {
        if (random.Next(4) == 0) return [.. bytes.Take(random.Next(bytes.Length))];
        var damaged = (byte[])bytes.Clone();
        for (var k = random.Next(1, 4); k > 0; k--) damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
        return damaged;
    }

    private void Repeat(int times, Action<Random> damage, Func<MultiRegionalTable> read, MultiRegionalTable intact)
    {
        var (refused, unchanged) = (0, 0);
        for (var seed = 0; seed < times; seed++)
        {
            damage(new Random(seed));
            try
            {
                var table = read();
                Assert.True(Same(intact, table), $"Damage {seed} gave another table: {Difference(intact, table)}");
                unchanged++;
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
        output.WriteLine($"{refused} refused, {unchanged} unchanged");
        Assert.True(refused > times / 3);
    }

    private static string Difference(MultiRegionalTable a, MultiRegionalTable b) => !a.Axis.Equals(b.Axis) || !a.Categories.Equals(b.Categories) ? $"{b.Axis}; {b.Categories}"
        : $"Z {(a.Intermediate - b.Intermediate).Enumerate().Max(Math.Abs)}, Y {(a.FinalUseByCategory - b.FinalUseByCategory).Enumerate().Max(Math.Abs)}, ex {(a.Exports - b.Exports).AbsoluteMaximum()}, "
        + $"im {(a.ImportedInputs - b.ImportedInputs).AbsoluteMaximum()}, va {(a.ValueAdded - b.ValueAdded).AbsoluteMaximum()}, x {(a.Output - b.Output).AbsoluteMaximum()}, err {(a.Error - b.Error).AbsoluteMaximum()}";

    /// <summary>Equal to within what a total in the file can show: a millionth of the largest number.</summary>
    private static bool Same(MultiRegionalTable a, MultiRegionalTable b)
    {
        if (!a.Axis.Equals(b.Axis) || !a.Categories.Equals(b.Categories) || a.Unit != b.Unit) return false;
        var slack = 1e-6 * a.Output.Maximum() * 2;
        return (a.Intermediate - b.Intermediate).Enumerate().Max(Math.Abs) <= slack && (a.FinalUseByCategory - b.FinalUseByCategory).Enumerate().Max(Math.Abs) <= slack
            && new[] { a.Exports - b.Exports, a.ImportedInputs - b.ImportedInputs, a.ValueAdded - b.ValueAdded, a.Output - b.Output, a.Error - b.Error }.All(v => v.AbsoluteMaximum() <= slack);
    }
}
