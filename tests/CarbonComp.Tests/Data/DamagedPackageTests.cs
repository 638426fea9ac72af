using System.Text;

namespace CarbonComp.Tests.Data;

/// <summary>A damaged package never gives a plausible number: it gives the numbers it was made with, or a complaint.</summary>
public sealed class DamagedPackageTests
{
    private static readonly string[] Files = ["datapackage.json", "cities.csv", "economy.csv", "flows.csv"];

    /// <summary>Everything a package says: labels, numbers in canonical units, statuses.</summary>
    private static string Content(DataPackage package) => string.Join('\n', package.Resources.Select(t => t.Name + ": " + string.Join('|', t.Fields.Select(f =>
        f.Name + "=" + string.Join(';', f.IsNumeric ? Canonical(t, f) : t.Texts(f.Name))))));

    private static IEnumerable<string> Canonical(DataTable table, Field field)
    {
        var unit = table.UnitOf(field.Name);
        return table.Numbers(field.Name).Select(v => (v * unit.Factor).ToString("R", System.Globalization.CultureInfo.InvariantCulture))
            .Append(unit.Dimension.ToString()).Append(table.StatusOf(field.Name).ToString());
    }

    /// <summary>What loading gives: the content, or null where it complains. Any other exception fails the test.</summary>
    private static string? Outcome(string folder)
    {
        try { return Content(DataPackage.Load(folder)); }
        catch (CarbonCompException complaint)
        {
            Assert.False(string.IsNullOrWhiteSpace(complaint.Message));
            return null;
        }
    }

    private static byte[] Damage(byte[] bytes, Random random, int kind)
    {
        var list = bytes.ToList();
        int Somewhere(int extra = 0) => random.Next(list.Count + extra);
        switch (kind)
        {
            case 0: list[Somewhere()] = (byte)random.Next(256); break;
            case 1: list.RemoveAt(Somewhere()); break;
            case 2: list.Insert(Somewhere(1), (byte)random.Next(256)); break;
            case 3: list[Somewhere()] ^= (byte)(1 << random.Next(8)); break;
            case 4: list.RemoveRange(Somewhere() is var cut ? cut : 0, list.Count - cut); break;
            case 5: // a stretch doubled
                var from = Somewhere();
                var stretch = list.GetRange(from, random.Next(list.Count - from) / 4);
                list.InsertRange(Somewhere(1), stretch);
                break;
            case 6: // a stretch lost
                var start = Somewhere();
                list.RemoveRange(start, random.Next(list.Count - start) / 4);
                break;
            case 7: // two stretches exchanged
                var (a, b) = (Somewhere(), Somewhere());
                var length = Math.Min(random.Next(12), list.Count - Math.Max(a, b));
                for (var i = 0; i < length; i++) (list[a + i], list[b + i]) = (list[b + i], list[a + i]);
                break;
            case 8: // a sign that means something
                list[Somewhere()] = (byte)"\",.\n\r-e0{}[]:;\0 "[random.Next(16)];
                break;
        }
        return [.. list];
    }

    [Fact]
    [Trait("size", "large")]
    public void A_sealed_package_gives_the_same_numbers_or_complains_whatever_byte_is_damaged()
    {
        using var package = new TemporaryPackage();
        var whole = Content(DataPackage.Seal(package.Folder));
        var originals = Files.ToDictionary(f => f, f => File.ReadAllBytes(package.At(f)));
        var random = new Random(20250814);
        var complaints = 0;
        for (var n = 0; n < 4000; n++)
        {
            var file = Files[random.Next(Files.Length)];
            File.WriteAllBytes(package.At(file), Damage(originals[file], random, n % 9));
            if (Outcome(package.Folder) is { } content) Assert.Equal(whole, content);
            else complaints++;
            File.WriteAllBytes(package.At(file), originals[file]);
        }
        Assert.InRange(complaints, 3300, 4000); // some damage is none: a byte replaced by itself, an empty stretch
    }

    [Fact]
    [Trait("size", "large")]
    public void Without_a_seal_damage_is_read_as_it_stands_or_complained_of_and_nothing_else()
    {
        using var package = new TemporaryPackage();
        var originals = Files.ToDictionary(f => f, f => File.ReadAllBytes(package.At(f)));
        var random = new Random(1647605);
        var complaints = 0;
        for (var n = 0; n < 4000; n++)
        {
            var file = Files[random.Next(Files.Length)];
            File.WriteAllBytes(package.At(file), Damage(Damage(originals[file], random, n % 9), random, random.Next(9)));
            if (Outcome(package.Folder) is null) complaints++;
            File.WriteAllBytes(package.At(file), originals[file]);
        }
        Assert.InRange(complaints, 2000, 4000);
    }

    /// <summary>Damage that leaves no number in doubt must be complained of even without a seal.</summary>
    [Fact]
    [Trait("size", "large")]
    public void Cells_lost_doubled_or_garbled_are_complained_of_without_a_seal()
    {
        using var package = new TemporaryPackage();
        var random = new Random(42);
        string[] garbage = ["", "NaN", "inf", "abc", "1.2.3", "1,2", "12 t", "--3", "∞", "1e400", "0x1F", "null", "\"", "五", "1_000", "=1+1"];
        (string File, string Text, int[] Numeric)[] tables =
            [("economy.csv", "region,gdp,population,year\nBeijing,36102.6,21893095,2020\nTianjin,14083.73,13866009,2020\nTangshan,7210.9,7717983,2020\n",
                [1, 2, 3])];
        const string note = "{\"name\": \"note\", \"type\": \"string\", \"constraints\": {\"required\": false}}";
        package.Write("datapackage.json", TemporaryPackage.Descriptor.Replace(note, "{\"name\": \"year\", \"type\": \"year\"}", StringComparison.Ordinal));
        foreach (var (file, text, numeric) in tables)
        {
            package.Write(file, text);
            Assert.NotNull(Outcome(package.Folder));
            for (var n = 0; n < 2400; n++)
            {
                var lines = text.TrimEnd('\n').Split('\n').Select(l => l.Split(',').ToList()).ToList();
                var line = random.Next(1, lines.Count);
                var cell = random.Next(lines[line].Count);
                switch (n % 6)
                {
                    case 0: lines[line][numeric[random.Next(numeric.Length)]] = garbage[random.Next(garbage.Length)]; break;
                    case 1: lines[line].RemoveAt(cell); break;
                    case 2: lines[line].Insert(cell, lines[line][cell]); break;
                    case 3: lines.Add([.. lines[line]]); break;
                    case 4: lines[line][0] = random.Next(2) == 0 ? "Beijin" : lines[line == 1 ? 2 : 1][0]; break;
                    case 5: lines[0][cell] += random.Next(2) == 0 ? "x" : "\""; break;
                }
                package.Write(file, string.Join('\n', lines.Select(l => string.Join(',', l))) + "\n");
                Assert.True(Outcome(package.Folder) is null, File.ReadAllText(package.At(file)));
            }
        }
    }

    [Fact]
    public void Deep_or_huge_descriptors_are_complained_of()
    {
        using var package = new TemporaryPackage();
        package.Write("datapackage.json", new string('[', 100_000));
        Assert.Null(Outcome(package.Folder));
        package.Write("datapackage.json", "{\"name\": \"\\ud800\", \"resources\": [{}]}");
        Assert.Null(Outcome(package.Folder));
        File.WriteAllBytes(package.At("datapackage.json"), Encoding.Unicode.GetBytes(TemporaryPackage.Descriptor));
        Assert.Null(Outcome(package.Folder));
    }
}
