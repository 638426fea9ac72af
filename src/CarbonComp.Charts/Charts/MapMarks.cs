namespace CarbonComp.Charts;

/// <summary>Scale bar and north arrow of a map.</summary>
internal static class MapMarks
{
    private static readonly int[] Round = [5, 2, 1];

    /// <summary>A bar of a round length in the south-west and an arrow to true north in the north-west.</summary>
    public static IReadOnlyList<Trace> Of(RegionMap map, MapCanvas canvas)
    {
        var (extent, pixel) = (canvas.Extent, canvas.KilometresPerPixel);
        var power = Math.Pow(10, Math.Floor(Math.Log10(0.25 * extent.Width)));
        var length = Round.First(k => k * power <= 0.25 * extent.Width) * power;
        var (x, y) = (extent.MinX + 12 * pixel, extent.MinY + 12 * pixel);
        var tick = 4 * pixel;
        // True north where the arrow stands.
        var (foot, size) = ((X: extent.MinX + 22 * pixel, Y: extent.MaxY - 50 * pixel), 30 * pixel);
        var there = map.Projection.Unproject(foot.X, foot.Y);
        var up = map.Projection.Project(there with { Latitude = Math.Min(90, there.Latitude + 0.1) });
        var turn = Math.Atan2(up.East - foot.X, up.North - foot.Y);
        (double X, double Y) Turned(double right, double ahead) => (foot.X + (right * Math.Cos(turn) + ahead * Math.Sin(turn)) * pixel,
            foot.Y + (ahead * Math.Cos(turn) - right * Math.Sin(turn)) * pixel);
        (double X, double Y)[] arrow = [Turned(0, 30), Turned(7, 0), Turned(0, 7), Turned(-7, 0), Turned(0, 30)];
        var letter = Turned(0, 40);
        return
        [
            new ScatterTrace
            {
                Mode = "lines", X = new[] { x, x, x + length, x + length }, Y = new[] { y + tick, y, y, y + tick },
                Line = new(Theme.Text.ToString(), 1.6), ShowLegend = false, HoverInfo = "skip",
            },
            new ScatterTrace
            {
                Mode = "lines", X = arrow.Select(p => p.X).ToArray(), Y = arrow.Select(p => p.Y).ToArray(), Fill = "toself",
                FillColor = Theme.Text.ToString(), Line = new(Theme.Text.ToString(), 1), ShowLegend = false, HoverInfo = "skip",
            },
            new ScatterTrace
            {
                Mode = "text", X = new[] { x + length / 2, letter.X }, Y = new[] { y + 11 * pixel, letter.Y },
                Text = new[] { $"{Label.NumberText(length)} km", "N" }, ShowLegend = false, HoverInfo = "skip",
                TextFont = new(Theme.FontFamily, Theme.SmallSize, Theme.Text.ToString()),
            },
        ];
    }
}
