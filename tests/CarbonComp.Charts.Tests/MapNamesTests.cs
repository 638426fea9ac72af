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
    public void Of_names_that_cover_each_other_those_stay_that_leave_room_for_most()
    {
        // Hebei lies between Beijing and Tianjin, which do not touch; Hainan is far away, of another tone.
        var outline = new ScatterTrace { Mode = "lines", X = new double[] { 0, 1 }, Y = new double[] { 0, 1 } };
        Trace[] traces = [outline, Names(("Beijing", 0, 0), ("Hebei", 20, 0), ("Tianjin", 45, 0)), Names(("Hainan", 0, -500))];
        var thinned = MapNames.Thinned(traces, 1);
        Assert.Same(outline, thinned[0]);
        Assert.Equal(["Beijing", "Tianjin"], ((ScatterTrace)thinned[1]).Text!.Texts);
        Assert.Equal([0.0, 45], ((ScatterTrace)thinned[1]).X!.Numbers);
        Assert.Equal(["Hainan"], ((ScatterTrace)thinned[2]).Text!.Texts);
    }

    [Fact]
    public void A_name_that_matters_stays_before_others() => Assert.Equal(["Hebei"],
        ((ScatterTrace)MapNames.Thinned([Names(("Beijing", 0, 0), ("Hebei", 20, 0), ("Tianjin", 45, 0))], 1, name => name == "Hebei" ? 1 : 0)[0]).Text!.Texts);

    [Fact]
    public void Where_there_is_room_every_name_stays() =>
        Assert.Equal(3, ((ScatterTrace)MapNames.Thinned([Names(("Beijing", 0, 0), ("Hebei", 20, 0), ("Tianjin", 45, 0))], 0.1)[0]).Text!.Texts.Count);
}
