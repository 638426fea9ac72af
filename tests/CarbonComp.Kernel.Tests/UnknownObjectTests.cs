#pragma warning disable CA1822 // the shapes under test are those of instances
using System.Data;
using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Tests;

/// <summary>Objects that nobody says how to show, and the framework's tables.</summary>
public sealed class UnknownObjectTests
{
    private static (string Html, string Plain) Shown(object value)
    {
        var bundle = Formatter.Format(value);
        return (bundle["text/html"]?.ToString() ?? "", bundle["text/plain"]!.ToString());
    }

    public sealed class Wide
    {
        public Wide? Self => this;
        public IReadOnlyList<Level> Levels { get; } = [.. Enumerable.Range(0, 1000).Select(_ => new Level())];
        public string Text => new('x', 1_000_000);
        public int[][] Numbers { get; } = [.. Enumerable.Range(0, 500).Select(i => Enumerable.Range(i, 500).ToArray())];
        public string Failing => throw new InvalidOperationException("not now");
        public Level First { get; } = new();
        public Named Named { get; } = new();
    }

    public sealed class Level
    {
        public string Name => "level " + new string('y', 300);
        public Level2 Next { get; } = new();
    }

    public sealed class Level2
    {
        public string Deep => "too deep";
    }

    public sealed class Named
    {
        public string Inner => "inside of named";
        public override string ToString() => "named <itself>";
    }

    [Fact]
    public void An_object_has_a_screen_and_no_more()
    {
        foreach (var value in (object[])[new Wide(), new[] { new Wide(), new Wide() }, Enumerable.Range(0, 1000).Select(_ => new Wide()),
            Enumerable.Range(0, 60).ToDictionary(i => i, _ => new Wide()), (1, new Wide()), new { A = 1, B = new[] { new Wide() } },
            Enumerable.Range(0, 60).Select(i => new { i, Of = new Wide() }), new List<object> { 1, "a", new Wide(), new object[] { new Wide() } },
            Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, 60).Select(_ => new Level())), new object[,] { { new Wide(), 1 } },
            TimeZoneInfo.GetSystemTimeZones(), System.Diagnostics.Process.GetProcesses(), DriveInfo.GetDrives(), AppDomain.CurrentDomain,
            typeof(string).Assembly.GetTypes().Take(60).Select(t => new { t, Members = t.GetMembers() }),
                new InvalidOperationException(new string('x', 100_000)),
            new HashSet<object> { new Wide() }, new Lazy<Wide>(() => new Wide()), Task.FromResult(new Wide()), new Queue<Wide>([new Wide()])])
        {
            var (html, plain) = Shown(value);
            Assert.True(html.Length + plain.Length < 20_000, $"{value.GetType()}: {html.Length} + {plain.Length}");
        }
    }

    [Fact]
    public void A_list_that_is_cut_says_how_much_is_left_out()
    {
        var (html, _) = Shown(Enumerable.Range(0, 40).Select(_ => new Wide()).ToList());
        Assert.Matches(@"<p[^>]*>… \d+ more</p>$", html);
    }

    [Fact]
    public void A_table_of_numbers_and_words_is_shown_whole()
    {
        var (html, plain) = Shown(Enumerable.Range(0, 50).Select(i => new { City = "a city " + i, Year = 2000 + i, Share = i / 7.0, A = i, B = i, C = i, D =
            i, E = i,
            F = i, G = i, H = (double?)null, Day = new DateOnly(2020, 1, 1).AddDays(i) }));
        Assert.Contains("a city 49", html);
        Assert.Contains("a city 49", plain);
        Assert.DoesNotContain("more", html);
    }

    [Fact]
    public void A_type_with_a_text_of_its_own_is_shown_by_it()
    {
        Assert.Equal(("", "named <itself>"), Shown(new Named()));
        Assert.Equal(("", "/a/b"), Shown(new FileInfo("/a/b")));
        Assert.Contains("inside", Shown(new Plainly()).Html);
        // A tuple's text joins those of its parts.
        Assert.Contains("level yyy", Shown((1, new Level())).Html);
    }

    public sealed class Plainly
    {
        public string Inner => "inside";
        public override string ToString() => GetType().ToString();
    }

    [Fact]
    public void A_tree_is_shown_by_its_own_text_and_not_as_a_list()
    {
        var xml = new System.Xml.XmlDocument();
        xml.LoadXml("<a><b c=\"1\" /></a>");
        Assert.Equal(("", "<a><b c=\"1\" /></a>"), Shown(xml));
        Assert.Equal(("", "tree"), Shown(new Tree()));
        Assert.Contains("tree", Shown(new { Of = new Tree() }).Html);
    }

    public sealed class Tree : List<Tree>
    {
        public override string ToString() => "tree";
    }

    [Fact]
    public void An_object_shows_two_levels_and_text_where_a_type_has_its_own()
    {
        var (html, _) = Shown(new { First = new Level(), Named = new Named() });
        Assert.Contains("level yyy", html);
        Assert.DoesNotContain("too deep", html);
        Assert.Contains("named &lt;itself&gt;", html);
        Assert.DoesNotContain("inside of named", html);
    }

    [Fact]
    public void A_property_that_throws_and_a_cycle_are_told_in_place()
    {
        var (html, plain) = Shown(new Failing());
        Assert.Contains("⚠ InvalidOperationException: not now", html);
        Assert.Contains("⚠ InvalidOperationException: not now", plain);
        Assert.True(html.Length < 2_000);
    }

    public sealed class Failing
    {
        public Failing Self => this;
        public string Property => throw new InvalidOperationException("not now");
    }

    [Fact]
    public void A_long_text_of_a_type_is_cut() => Assert.True(Shown(new Wordy()).Plain.Length < 7_000);

    private sealed class Wordy
    {
        public override string ToString() => new('z', 1_000_000);
    }

    [Fact]
    public void A_data_table_and_a_view_are_tables()
    {
        using var table = new DataTable();
        table.Columns.Add("City", typeof(string));
        table.Columns.Add("<Value>", typeof(double));
        for (var i = 0; i < 1000; i++)
            table.Rows.Add("c" + i, i % 2 == 0 ? i : DBNull.Value);
        var (html, plain) = Shown(table);
        Assert.Contains("<th style=\"text-align:left\">City</th><th style=\"text-align:right\">&lt;Value&gt;</th>", html);
        Assert.Contains("<tr><th>1</th><td style=\"text-align:left\">c1</td><td></td></tr>", html);
        Assert.Contains("1,000 × 2, … and 950 more rows", html);
        Assert.Contains("… and 950 more rows", plain);
        using var view = new DataView(table, "City = 'c2'", "", DataViewRowState.CurrentRows);
        Assert.Contains("1 × 2", Shown(view).Html);
    }
}
