namespace CarbonComp.Charts;

/// <summary>Maps of rasters with boundaries, legend, scale bar and north arrow, on the equal-area plane of the regions' map.</summary>
/// <remarks>A raster of more cells than the picture has pixels is drawn in larger ones: the most frequent class, the mean of numbers. The picture is small
/// whatever the raster's size.</remarks>
public static class RasterChart
{
    private const double NameSize = 11;

    /// <summary>The classes of a raster, each in its colour.</summary>
    /// <param name="raster">Class numbers.</param>
    /// <param name="map">The boundaries; what lies outside is not drawn.</param>
    /// <param name="classes">The classes; their codes are the numbers.</param>
    /// <param name="colors">The colour of each class by its code, <c>#RRGGBB</c>; without, those of <see cref="LandColors"/>, and of the theme
    /// for other names.</param>
    /// <exception cref="CarbonCompException">Not classes, or none of them on the map.</exception>
    public static CarbonFigure Classes(LabelledRaster raster, RegionMap map, CategoryAxis classes, IReadOnlyDictionary<string, string>? colors = null)
    {
        if (raster.Meaning != CellMeaning.Class) throw new CarbonCompException($"{raster.Name} does not hold classes. Draw it with RasterChart.Values.");
        var canvas = MapCanvas.Of(map, colorBar: 230);
        var picture = RasterPicture.Of(raster, map, canvas, inRegionsOnly: true);
        var numbers = classes.Codes.Select((code, i) => (code, i)).Where(c => double.TryParse(c.code, System.Globalization.CultureInfo.InvariantCulture, out _))
            .ToDictionary(c => double.Parse(c.code, System.Globalization.CultureInfo.InvariantCulture), c => c.i);
        var seen = picture.Values.GroupBy(v => v).Where(g => numbers.ContainsKey(g.Key)).OrderByDescending(g => g.Count()).ToArray();
        if (seen.Length == 0) throw Nothing(raster);
        ThemeColor Colour(int i) => colors?.GetValueOrDefault(classes.Codes[i]) is { } own ? ThemeColor.Parse(own)
            : LandColors.Of(classes.Labels[i]) ?? Theme.Series(i);
        string[] known = [.. seen.Select(g => classes.Labels[numbers[g.Key]])];
        return Map(raster, picture, map, canvas, [.. Enumerable.Range(0, classes.Count).Select(Colour)],
            value => numbers.TryGetValue(value, out var i) ? i + 1 : 0,
            [.. seen.Select(g => numbers[g.Key]).Select(i => Key(classes.Labels[i], Colour(i)))], Label.Sentence(raster.Name), "",
            $"the most cells are {Listing(known)}");
    }

    /// <summary>The numbers of a raster in a scale of colours; amounts are drawn on a square kilometre.</summary>
    /// <param name="raster">Amounts or densities.</param>
    /// <param name="map">The boundaries; what lies outside is not drawn.</param>
    /// <param name="scale">How numbers become colours.</param>
    /// <param name="belowPays">Whether numbers below zero are those of payers, who have one colour in every picture.</param>
    /// <exception cref="CarbonCompException">Classes, or no number on the map.</exception>
    public static CarbonFigure Values(LabelledRaster raster, RegionMap map, HeatmapScale scale = HeatmapScale.Automatic, bool belowPays = false)
    {
        var (canvas, picture) = Drawn(raster, map, 96);
        var (unit, factor) = Readable(picture);
        // A few extreme cells would leave all others in one colour.
        double[] sorted = [.. picture.Values.Select(v => v * factor).Order()];
        double[] core = [.. sorted[(int)(0.005 * sorted.Length)..Math.Max(1, (int)(0.995 * sorted.Length))], sorted[sorted.Length / 2]];
        var coloring = Coloring.Of(core, scale, raster.Name, new(raster.Name, unit));
        if (belowPays) coloring = coloring with { Scale = new([.. coloring.Scale.Colors.Reverse()]) };
        ThemeColor[] palette = [.. Enumerable.Range(0, 254).Select(k => coloring.Scale.At(k / 253.0))];
        var cut = scale == HeatmapScale.Logarithmic || (core.Min() <= sorted[0] && core.Max() >= sorted[^1]) ? ""
            : "The highest and lowest half per cent of cells share the colours at the ends. ";
        return Map(raster, picture, map, canvas, palette, value => coloring.Place(value * factor) is { } place
            ? 1 + (int)Math.Round(253 * Math.Clamp((place - coloring.Low) / (coloring.High - coloring.Low), 0, 1)) : 0,
            [
                new ScatterTrace
                {
                    X = new double?[] { null }, Y = new double?[] { null }, HoverInfo = "skip", ShowLegend = false,
                    Marker = new()
                    {
                        ColorScale = coloring.Scale.ToPlotly(), CMin = coloring.Low, CMax = coloring.High, ShowScale = true, ColorBar = coloring.Bar,
                        ColorValues = new[] { coloring.Low },
                    },
                },
            ], Label.Sentence(raster.Name), cut, $"from {Label.Number(sorted[0], unit)} to {Label.Number(sorted[^1], unit)}") is var figure
            ? figure with { Layout = figure.Layout with { ShowLegend = false, Quantity = new(raster.Name, unit) } } : figure;
    }

    /// <summary>The numbers of a raster in classes; amounts are drawn on a square kilometre.</summary>
    /// <param name="raster">Amounts or densities.</param>
    /// <param name="map">The boundaries; what lies outside is not drawn.</param>
    /// <param name="classes">The rule of the classes.</param>
    /// <exception cref="CarbonCompException">A raster of classes, or no number on the map.</exception>
    public static CarbonFigure Values(LabelledRaster raster, RegionMap map, RasterClasses classes)
    {
        var (canvas, picture) = Drawn(raster, map, 230);
        var (unit, factor) = Readable(picture);
        var bounds = classes.Bounds(picture.Values);
        ThemeColor Shade(int k) => ColorScale.Sequential.At(bounds.Length == 0 ? 0.5 : 0.04 + 0.84 * k / bounds.Length);
        string Text(double bound) => Label.NumberText(bound * factor);
        string Name(int k) => bounds.Length == 0 ? "all" : k == 0 ? $"below {Text(bounds[0])}" : k == bounds.Length ? $"{Text(bounds[^1])} or more"
            : $"{Text(bounds[k - 1])} to {Text(bounds[k])}";
        return Map(raster, picture, map, canvas, [.. Enumerable.Range(0, bounds.Length + 1).Select(Shade)],
            value => 1 + bounds.Count(bound => value >= bound),
            [.. Enumerable.Range(0, bounds.Length + 1).Reverse().Select(k => Key(Name(k), Shade(k)))], new Quantity(raster.Name, unit).Heading,
            $"Classes: {classes.Name}. ", $"in {bounds.Length + 1} classes");
    }

    private static (MapCanvas Canvas, RasterPicture Picture) Drawn(LabelledRaster raster, RegionMap map, double beside)
    {
        if (raster.Meaning == CellMeaning.Class) throw new CarbonCompException($"{raster.Name} holds classes. Draw it with RasterChart.Classes.");
        var canvas = MapCanvas.Of(map, colorBar: beside);
        var picture = RasterPicture.Of(raster, map, canvas, inRegionsOnly: true);
        return picture.Values.Any() ? (canvas, picture) : throw Nothing(raster);
    }

    private static CarbonFigure Map(LabelledRaster raster, RasterPicture picture, RegionMap map, MapCanvas canvas, IReadOnlyList<ThemeColor> palette,
        Func<double, int> number, IReadOnlyList<Trace> key, string title, string note, string summary) => new()
        {
            Traces = [.. Lines(map, canvas), .. Names(map, canvas), .. MapMarks.Of(map, canvas), .. key],
            Layout = canvas.Layout(title) with { ShowLegend = true, Images = [picture.Paint(palette, number)], Quantity =
                new(raster.Name, picture.Shown.Unit) },
            Caption = new(ValueStatuses.Weakest(raster.Status, map.Status), $"{note}Cells of {raster.Frame.Resolution}. {Notes(map, picture.Shown.Notes)}"),
            Summary = $"Raster map of {raster.Name}, {summary}",
        };

    private static (Unit Unit, double Factor) Readable(RasterPicture picture)
    {
        var unit = picture.Shown.Unit;
        // A density is read most easily in the multiple of what is on the area.
        if (unit.Dimension.Length != -2) return (unit, 1);
        var amount = unit * Unit.SquareKilometre;
        var readable = amount.Readable(picture.Values.Max(Math.Abs)) / Unit.SquareKilometre;
        return (readable, unit.To(readable));
    }

    private static ScatterTrace Key(string name, ThemeColor color) => new()
    {
        Name = name, X = new double?[] { null }, Y = new double?[] { null }, HoverInfo = "skip",
        Marker = new() { Color = color.ToString(), Symbol = "square", Size = new double[] { 14 }, Opacity = 1 },
    };

    private static IEnumerable<Trace> Lines(RegionMap map, MapCanvas canvas) => Enumerable.Range(0, map.Regions.Count).Select(i =>
    {
        var (x, y) = canvas.Rings(i);
        return new ScatterTrace { Mode = "lines", X = x, Y = y, Line = new(Theme.Text.ToString(), 0.9), ShowLegend = false, HoverInfo = "skip" };
    });

    private static IReadOnlyList<Trace> Names(RegionMap map, MapCanvas canvas) => MapNames.Thinned([new ScatterTrace
    {
        Mode = "text", X = canvas.Centres.Take(map.Regions.Count).Select(p => p.X).ToArray(), Y =
            canvas.Centres.Take(map.Regions.Count).Select(p => p.Y).ToArray(),
        Text = map.Regions.Labels.Select(Label.Escape).ToArray(), ShowLegend = false, HoverInfo = "skip",
        TextFont = new(Theme.FontFamily, NameSize, Theme.Text.ToString(), string.Join(",", Enumerable.Repeat($"0 0 3px {Theme.Background}", 4))),
    }], canvas.KilometresPerPixel);

    private static string Notes(RegionMap map, IReadOnlyList<string> notes) => string.Join(" ", notes.Select(n => Label.Sentence(n) + ".")
        .Append($"Outlines: {map.Source}.").Concat(map.Notes));

    private static string Listing(string[] names) => string.Join(", ", names.Take(4));

    private static CarbonCompException Nothing(LabelledRaster raster) => new($"{raster.Frame.Name} has no value inside the boundaries. Do the two lie in the "
        + "same place?");
}
