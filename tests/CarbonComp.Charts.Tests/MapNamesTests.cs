namespace CarbonComp.Charts.Tests;

/// <summary>Names on maps that are drawn small.</summary>
public sealed class MapNamesTests
{
    private static ScatterTrace Names(params (string Name, double X, double Y)[] places) => new()
    {
        Mode = "text", X = places.Select(p => p.X).ToArray(), Y = places.Select(p => p.Y).ToArray(),
        Text = places.Select(p => p.Name).ToArray(), TextFont = new(Size: 10),
    };

    [Fact]
    public void A_name_in_the_way_of_others_moves_off_their_line()
    {
        // Hebei lies between Beijing and Tianjin, which do not touch; Hainan is far away, of another tone.
        var outline = new ScatterTrace { Mode = "lines", X = new double[] { 0, 1 }, Y = new double[] { 0, 1 } };
        Trace[] traces = [outline, Names(("Beijing", 0, 0), ("Hebei", 20, 0), ("Tianjin", 45, 0)), Names(("Hainan", 0, -500))];
        var thinned = MapNames.Thinned(traces, 1);
        Assert.Same(outline, thinned[0]);
        var names = (ScatterTrace)thinned[1];
        Assert.Equal(["Beijing", "Hebei", "Tianjin"], names.Text!.Texts);
        Assert.Equal([0.0, 20, 45], names.X!.Numbers);
        Assert.Equal([0.0, -12, 0], names.Y!.Numbers);
        Assert.Equal(["Hainan"], ((ScatterTrace)thinned[2]).Text!.Texts);
    }

    [Fact]
    public void A_name_that_matters_keeps_its_place()
    {
        var names = (ScatterTrace)MapNames.Thinned([Names(("Beijing", 0, 0), ("Hebei", 20, 0), ("Tianjin", 45, 0))], 1, name => name == "Hebei" ? 1 : 0)[0];
        Assert.Equal(0, names.Y!.Numbers.ElementAt(1));
        Assert.All([0, 2], i => Assert.NotEqual(0, names.Y!.Numbers.ElementAt(i)));
    }

    [Fact]
    public void On_a_small_map_names_stay_where_they_belong()
    {
        var names = (ScatterTrace)MapNames.Thinned([Names(("Beijing", 0, 0), ("Hebei", 20, 0), ("Tianjin", 45, 0))], 1, move: false)[0];
        Assert.Equal(["Beijing", "Tianjin"], names.Text!.Texts);
        Assert.All(names.Y!.Numbers, y => Assert.Equal(0, y));
    }

    [Fact]
    public void No_name_covers_another_and_those_without_room_are_left_out()
    {
        var names = (ScatterTrace)MapNames.Thinned([Names([.. Enumerable.Range(0, 40).Select(i => ($"Region {i}", 3.0 * (i % 8), 4.0 * (i / 8)))])], 1)[0];
        Assert.InRange(names.Text!.Texts.Count, 4, 39);
        var boxes = names.Text.Texts
            .Select((text, i) => (X: names.X!.Numbers.ElementAt(i), Y: names.Y!.Numbers.ElementAt(i), Width: TextWidth.Of(text, 10))).ToArray();
        Assert.All(from a in Enumerable.Range(0, boxes.Length) from b in Enumerable.Range(0, a) select (A: boxes[a], B: boxes[b]), pair =>
            Assert.True(Math.Abs(pair.A.X - pair.B.X) >= (pair.A.Width + pair.B.Width) / 2 - 1e-9 || Math.Abs(pair.A.Y - pair.B.Y) >= 12 - 1e-9));
    }

    [Fact]
    public void Where_there_is_room_every_name_stays() =>
        Assert.Equal(3, ((ScatterTrace)MapNames.Thinned([Names(("Beijing", 0, 0), ("Hebei", 20, 0), ("Tianjin", 45, 0))], 0.1)[0]).Text!.Texts.Count);
}
