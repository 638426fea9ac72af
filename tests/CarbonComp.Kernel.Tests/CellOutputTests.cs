using System.Globalization;
using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Tests;

public sealed class CellOutputTests : IDisposable
{
    private readonly List<string> sent = [];
    private readonly CellOutput output;
    private volatile bool open = true;

    public CellOutputTests() => output = new CellOutput((name, text) => sent.Add($"{name}: {text}"),
        (bundle, id, update) => sent.Add($"{(update ? "update of" : "display")} {id}: {bundle["text/plain"]}"),
        () => open ? TimeSpan.Zero : TimeSpan.FromMinutes(10));

    public void Dispose() => output.Dispose();

    private static MimeBundle Plain(object value) => new("text/plain", Convert.ToString(value, CultureInfo.InvariantCulture)!);

    [Fact]
    public void Output_keeps_its_order()
    {
        output.Print("stdout", "a");
        output.Display(Plain(1), "x");
        output.Print("stderr", "b");
        output.Print("stdout", "c");
        output.Send(() => sent.Add("result"));
        output.Print("stdout", "d");
        output.Finish();
        Assert.Equal(["stdout: a", "display x: 1", "stderr: b", "stdout: c", "result", "stdout: d"], sent);
    }

    [Fact]
    public void Of_updates_that_wait_the_latest_goes_behind_what_was_printed_before_it()
    {
        open = false;
        output.Print("stdout", "a");
        output.Update(Plain(1), "x");
        output.Print("stdout", "b");
        output.Update(Plain(1), "y");
        output.Update(Plain(2), "x");
        output.Print("stdout", "c");
        output.Update(Plain(3), "x");
        output.Print("stderr", "d");
        open = true;
        output.Finish();
        Assert.Equal(["stdout: ab", "update of y: 1", "stdout: c", "update of x: 3", "stderr: d"], sent);
    }

    [Fact]
    public void An_update_shows_what_its_value_was_then()
    {
        open = false;
        var bundle = Plain("then");
        output.Update(bundle, "x");
        bundle.Add("text/plain", "later");
        open = true;
        output.Finish();
        Assert.Equal(["update of x: then"], sent);
    }

    [Fact]
    public void An_update_after_a_while_goes_at_once()
    {
        output.Display(Plain(1), "x");
        output.Update(Plain(2), "x");
        Assert.Equal(["display x: 1", "update of x: 2"], sent);
    }

    [Fact]
    public async Task Without_room_code_that_displays_waits_until_it_is_stopped_and_nothing_is_lost()
    {
        open = false;
        using var stop = new CancellationTokenSource();
        var waiting = Task.Run(() => output.Display(Plain(1), "x", stop.Token), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await waiting.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Empty(sent);
        open = true;
        output.Finish();
        Assert.Equal(["display x: 1"], sent);
    }

    [Fact]
    public void Values_without_end_are_cut_and_the_last_is_shown_when_the_cell_has_ended()
    {
        for (var i = 0; i < 5000; i++)
            output.Display(Plain(i), "v");
        Assert.Equal(CellOutput.MostValues, sent.Count);
        output.Finish();
        Assert.Equal([.. Enumerable.Range(0, 1000).Select(i => $"display v: {i}")], sent[..1000]);
        Assert.StartsWith("stderr: \n[Output cut: a cell has room for 1,000 displayed values", sent[1000], StringComparison.Ordinal);
        Assert.EndsWith("\n[3,999 displayed values are left out here. The last was:]\n", sent[1000], StringComparison.Ordinal);
        Assert.Equal(["display v: 4999"], sent[1001..]);
    }

    [Fact]
    public void An_update_of_a_value_that_was_left_out_is_what_is_shown_last()
    {
        for (var i = 0; i <= CellOutput.MostValues; i++)
            output.Display(Plain(i), "v" + i.ToString(CultureInfo.InvariantCulture));
        output.Update(Plain("new"), "v1000");
        output.Finish();
        Assert.Equal("display v1000: new", sent[^1]);
        Assert.DoesNotContain(sent, each => each.Contains("left out here", StringComparison.Ordinal));
    }

    [Fact]
    public void Large_values_are_cut_earlier()
    {
        var large = Plain(new string('x', 20_000_000));
        for (var i = 0; i < 5; i++)
            output.Display(large, "v");
        output.Finish();
        Assert.Equal(4, sent.Count(each => each.StartsWith("display", StringComparison.Ordinal)));
        Assert.Contains("50,000,000 characters together", string.Concat(sent));
    }

    [Fact]
    public void Text_in_turns_to_both_streams_is_cut()
    {
        for (var i = 0; i < 20_000; i++)
            output.Print(i % 2 == 0 ? "stdout" : "stderr", "x");
        output.Print("stdout", "the end\n");
        output.Finish();
        Assert.InRange(sent.Count, 1900, 2100);
        Assert.Contains("Output cut", string.Concat(sent));
        Assert.EndsWith("xxthe end\n", sent[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_printed_after_the_last_value_that_has_room_is_still_shown()
    {
        for (var i = 0; i < 1500; i++)
        {
            output.Display(Plain(i), "v");
            output.Print("stdout", $"{i};");
        }
        output.Finish();
        Assert.Contains("stdout: 998;", sent);
        Assert.Contains(sent, each => each.Contains("1498;1499;", StringComparison.Ordinal));
        Assert.DoesNotContain("printed text", string.Concat(sent));
    }

    [Fact]
    public void A_cleared_page_has_room_again()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < CellOutput.MostValues; i++)
                output.Display(Plain(i), "v");
            output.Print("stdout", new string('x', CellOutput.MostText));
            output.Forget();
        }
        output.Finish();
        Assert.DoesNotContain("Output cut", string.Concat(sent));
    }

    [Fact]
    public void Output_of_what_a_cell_left_running_is_cut_with_a_notice_too()
    {
        output.Finish();
        for (var i = 0; i < 30; i++)
            output.Print("stdout", new string('x', 100_000));
        output.Flush();
        var text = string.Concat(sent);
        Assert.InRange(text.Length, CellOutput.MostText, CellOutput.MostText + 1000);
        Assert.EndsWith("What follows is left out.]\n", text, StringComparison.Ordinal);
        output.Display(Plain(1), "late");
        Assert.Equal("display late: 1", sent[^1]);
    }

    [Fact]
    public void Long_text_goes_in_pieces_of_whole_characters()
    {
        var text = "x" + string.Concat(Enumerable.Repeat("😀", 200_000));
        output.Print("stdout", text);
        output.Finish();
        Assert.All(sent, piece => Assert.True(piece.Length < 70_000 && !char.IsHighSurrogate(piece[^1])));
        Assert.Equal(text, string.Concat(sent.Select(piece => piece["stdout: ".Length..])));
    }
}
