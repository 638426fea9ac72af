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
        var (html, plain) = Shown(new Wide());
        Assert.True(html.Length + plain.Length < 40_000, $"{html.Length} + {plain.Length}");
        Assert.True(html.Length < 22_000);
        Assert.True(plain.Length < 12_000);
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
    public void A_long_text_of_a_type_is_cut() => Assert.True(Shown(new Wordy()).Plain.Length < 11_000);

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
