namespace CarbonComp.Charts;

/// <summary>The outline of a bent arrow between two places.</summary>
internal static class FlowArrow
{
    private const int Steps = 14;

    /// <summary>Goes from place to place in a bow to the left, so that arrows there and back lie apart.</summary>
    /// <param name="from">The start, km.</param>
    /// <param name="to">The tip, km.</param>
    /// <param name="width">Its width, km.</param>
    /// <param name="pixel">Km of a pixel.</param>
    public static (double[] X, double[] Y) Outline((double X, double Y) from, (double X, double Y) to, double width, double pixel)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, length = Math.Sqrt(dx * dx + dy * dy);
        if (length == 0) return ([from.X], [from.Y]);
        // Arrows end around a place, not upon each other in it.
        double tail = Math.Min(6 * pixel, 0.1 * length), gap = Math.Min(13 * pixel, 0.2 * length);
        (from, to) = ((from.X + dx / length * tail, from.Y + dy / length * tail), (to.X - dx / length * gap, to.Y - dy / length * gap));
        (dx, dy) = (to.X - from.X, to.Y - from.Y);
        length = Math.Sqrt(dx * dx + dy * dy);
        var bow = 0.16;
        (double X, double Y) control = ((from.X + to.X) / 2 - dy * bow, (from.Y + to.Y) / 2 + dx * bow);
        var head = Math.Min(0.45 * length, Math.Max(1.2 * width, 9 * pixel));
        // The shaft ends where the head begins, measured along the way.
        var end = 1 - head / (length * 1.05);
        var left = new List<(double X, double Y)>();
        var right = new List<(double X, double Y)>();
        for (var k = 0; k <= Steps; k++)
        {
            var t = end * k / Steps;
            var (p, normal) = At(from, control, to, t);
            left.Add((p.X + normal.X * width / 2, p.Y + normal.Y * width / 2));
            right.Add((p.X - normal.X * width / 2, p.Y - normal.Y * width / 2));
        }
        var (neck, side) = At(from, control, to, end);
        var half = Math.Max(width, width / 2 + 4 * pixel);
        (double X, double Y)[] outline =
        [
            .. left, (neck.X + side.X * half, neck.Y + side.Y * half), to,
            (neck.X - side.X * half, neck.Y - side.Y * half), .. Enumerable.Reverse(right), left[0],
        ];
        return ([.. outline.Select(p => Math.Round(p.X, 1))], [.. outline.Select(p => Math.Round(p.Y, 1))]);
    }

    private static ((double X, double Y) Place, (double X, double Y) Normal) At((double X, double Y) a,
        (double X, double Y) b, (double X, double Y) c, double t)
    {
        double u = 1 - t, x = u * u * a.X + 2 * u * t * b.X + t * t * c.X, y = u * u * a.Y + 2 * u * t * b.Y + t * t * c.Y;
        double tx = 2 * u * (b.X - a.X) + 2 * t * (c.X - b.X), ty = 2 * u * (b.Y - a.Y) + 2 * t * (c.Y - b.Y), norm = Math.Sqrt(tx * tx + ty * ty);
        return ((x, y), (-ty / norm, tx / norm));
    }
}
