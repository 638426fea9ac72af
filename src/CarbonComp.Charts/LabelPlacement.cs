namespace CarbonComp.Charts;

/// <summary>Places labels of points so that they cover neither points nor each other.</summary>
internal static class LabelPlacement
{
    private static readonly (string Name, int Across, int Up)[] Places =
    [
        ("middle right", 1, 0), ("middle left", -1, 0), ("top center", 0, 1), ("bottom center", 0, -1),
        ("top right", 1, 1), ("bottom right", 1, -1), ("top left", -1, 1), ("bottom left", -1, -1),
    ];

    /// <summary>A place for each label; null for one that finds none.</summary>
    /// <param name="points">Places of the points, px, and their radii.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="size">Their font size.</param>
    /// <param name="width">The plot's width, px.</param>
    /// <param name="height">The plot's height, px.</param>
    /// <param name="texts">Other texts that labels must not cover, px.</param>
    /// <param name="upright">Places of upright lines that labels had better not cross, px.</param>
    /// <param name="level">Heights of level ones.</param>
    public static string?[] Of(IReadOnlyList<(double X, double Y, double Radius)> points,
        IReadOnlyList<string> labels, double size, double width, double height,
        IReadOnlyList<(double Left, double Bottom, double Right, double Top)>? texts = null,
        IReadOnlyList<double>? upright = null, IReadOnlyList<double>? level = null)
    {
        var taken = points.Select(p => new Box(p.X - p.Radius, p.Y - p.Radius, p.X + p.Radius, p.Y + p.Radius)).ToList();
        taken.AddRange((texts ?? []).Select(t => new Box(t.Left, t.Bottom, t.Right, t.Top)));
        var chosen = new string?[points.Count];
        for (var i = 0; i < points.Count; i++)
        {
            var best = Places.Select(place => (place.Name, Box: At(points[i], place.Across, place.Up, TextWidth.Of(labels[i], size), size)))
                .Select((p, rank) => (p.Name, p.Box, Cost: taken.Where((_, k) => k != i).Sum(p.Box.Overlap) + 4 * p.Box.Outside(width, height) + 0.01 * rank))
                .MinBy(p => p.Cost + p.Box.Crossed(upright ?? [], level ?? []));
            if (best.Cost > 0.03 * best.Box.Area) continue;
            chosen[i] = best.Name;
            taken.Add(best.Box);
        }
        return chosen;
    }

    /// <summary>Heights that keep labels of one column at least this far apart, each as near to its place as possible.</summary>
    public static double[] Spread(IReadOnlyList<double> wanted, double gap, double low, double high)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToArray();
        // Blocks of labels that touch share one centre (pool adjacent violators).
        var blocks = new List<(double Sum, int Count)>();
        for (var k = 0; k < order.Length; k++)
        {
            blocks.Add((wanted[order[k]] - k * gap, 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Count >= blocks[^1].Sum / blocks[^1].Count)
            {
                var merged = (blocks[^2].Sum + blocks[^1].Sum, blocks[^2].Count + blocks[^1].Count);
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add(merged);
            }
        }
        var result = new double[wanted.Count];
        var place = 0;
        var limit = high - (order.Length - 1) * gap;
        foreach (var (sum, count) in blocks)
            for (var n = 0; n < count; n++, place++)
                result[order[place]] = Math.Max(Math.Min(sum / count, limit), low) + place * gap;
        return result;
    }

    private static Box At((double X, double Y, double Radius) point, int across, int up, double width, double size)
    {
        var left = across > 0 ? point.X + point.Radius + 2 : across < 0 ? point.X - point.Radius - 2 - width : point.X - width / 2;
        var bottom = up > 0 ? point.Y + point.Radius : up < 0 ? point.Y - point.Radius - size * 1.4 : point.Y - size * 0.7;
        return new(left, bottom, left + width, bottom + size * 1.4);
    }

    private readonly record struct Box(double Left, double Bottom, double Right, double Top)
    {
        public double Area => (Right - Left) * (Top - Bottom);

        public double Overlap(Box other) =>
            Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left)) * Math.Max(0, Math.Min(Top, other.Top) - Math.Max(Bottom, other.Bottom));

        /// <summary>As much as a hair of the box for each line that runs through it: a line is crossed rather than a text covered.</summary>
        public double Crossed(IReadOnlyList<double> upright, IReadOnlyList<double> level)
        {
            var (left, bottom, right, top) = (Left, Bottom, Right, Top);
            return 0.025 * Area * (upright.Count(x => x > left && x < right) + level.Count(y => y > bottom && y < top));
        }

        public double Outside(double width, double height) => Area - Overlap(new(0, 0, width, height));
    }
}
