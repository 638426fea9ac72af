using CarbonComp.Kernel.Jupyter;

namespace CarbonComp.Kernel.Tests;

public sealed class HistoryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("history").FullName;

    private string Database => Path.Combine(folder, "history.sqlite");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static List<string> Inputs(IEnumerable<HistoryEntry> entries) => [.. entries.Select(entry => entry.Input)];

    [Fact]
    public void Earlier_sessions_are_kept_and_counted_back_from_this_one()
    {
        using (var first = new History(Database))
        {
            first.Add(1, "a = 1", "1");
            first.Add(2, "b = 2", null);
        }
        using (var second = new History(Database))
            second.Add(1, "c = 3", null);
        using var third = new History(Database);
        third.Add(1, "d = 4", null);
        Assert.Equal(["b = 2", "c = 3", "d = 4"], Inputs(third.Tail(3)));
        Assert.Equal(["d = 4"], Inputs(third.Range(0, 1, null)));
        Assert.Equal(["c = 3"], Inputs(third.Range(-1, 1, null)));
        Assert.Equal(["b = 2"], Inputs(third.Range(-2, 2, 10)));
        Assert.Equal("1", third.Range(-2, 1, 2)[0].Output);
    }

    [Fact]
    public void A_search_takes_patterns_and_can_leave_out_repetitions()
    {
        using var history = new History(Database);
        foreach (var (line, text) in (string[])["x[1]", "display(x)", "x[1]", "y"] is var cells ? cells.Select((text, i) => (i + 1, text)) : [])
            history.Add(line, text, null);
        Assert.Equal(["x[1]", "x[1]"], Inputs(history.Search("x[*", null, unique: false)));
        Assert.Equal([(3, "x[1]")], history.Search("?[*", null, unique: true).Select(entry => (entry.Line, entry.Input)));
        Assert.Equal(["y"], Inputs(history.Search("*", 1, unique: false)));
    }

    [Fact]
    public void Two_kernels_write_to_one_file()
    {
        using (History one = new(Database), other = new(Database))
            for (var i = 1; i <= 20; i++)
            {
                one.Add(i, $"one {i}", null);
                other.Add(i, $"other {i}", null);
            }
        using var later = new History(Database);
        Assert.Equal(20, later.Search("one*", null, unique: false).Count);
        Assert.Equal(20, later.Search("other*", null, unique: false).Count);
    }

    [Fact]
    public void A_damaged_file_costs_only_the_earlier_sessions()
    {
        File.WriteAllText(Database, "this is no database, and long enough to be looked at as one ".PadRight(5000, 'x'));
        using var history = new History(Database);
        history.Add(1, "here", null);
        Assert.Equal(["here"], Inputs(history.Tail(10)));
        Assert.Equal(["here"], Inputs(history.Search("he*", null, unique: false)));
    }

    [Fact]
    public void A_large_value_is_not_kept_whole()
    {
        using var history = new History(null);
        history.Add(1, "big", new string('x', 1_000_000));
        Assert.InRange(history.Tail(1)[0].Output!.Length, 1000, 20_000);
    }
}
