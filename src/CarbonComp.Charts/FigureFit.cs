namespace CarbonComp.Charts;

/// <summary>Gives every text of a figure its room: breaks titles and labels into lines, turns labels that would overlap, sets the margins.</summary>
internal static class FigureFit
{
    /// <summary>The name of the annotation that is the caption.</summary>
    public const string CaptionName = "carboncomp-caption";

    /// <summary>The name of the annotation that is the subtitle.</summary>
    public const string SubtitleName = "carboncomp-subtitle";

    private const double Edge = 12;
    private const double TitleLine = 22;
    // plotly's buttons are to the right of the title.
    private const double Buttons = 150;
    private const double SubtitleLine = 19;
    private const double SmallLine = 16;
    private const double LabelLine = 17;
    private const double AxisTitle = 26;
    private const double WidestLabel = 190;

    public static CarbonFigure Fit(CarbonFigure figure)
    {
        var layout = figure.Layout;
        var head = HeadHeight(layout);
        var foot = FootHeight(figure.Caption, layout.Width);
        var content = layout.Margin;
        double left = Edge + content.Left, right = Edge + content.Right, top = head + content.Top, bottom = foot + content.Bottom;

        var yFits = layout.YAxes.Select(FitY).ToArray();
        PlotAxis[] yAxes = [.. yFits.Select(y => y.Axis)];
        // Axes with a domain belong to a grid, which has given them room.
        left += yFits.Where(y => y.Axis.Domain is null).Select(y => y.Room).DefaultIfEmpty(0).Max();

        var traces = figure.Traces;
        var legend = layout.Legend;
        // The keys of a grid's figures stand within it, unless there is one for all.
        var key = traces.Any(t => HasColorBar(t) && BarPlace(t) > 1);
        if (key) right += 96;
        var legendWidth = 0.0;
        var legendAbove = false;
        if (layout.ShowLegend)
        {
            var names = Entries(traces).ToArray();
            legendAbove = layout.XAxes.Count == 1 && names.Length <= 4 && names.Sum(n => TextWidth.Of(n, Theme.FontSize) + 48) <= layout.Width - left - right;
            traces = [.. traces.Select(t => t.Name is null || legendAbove ? t : t with { LegendText = Label.Wrap(t.Name, Theme.FontSize, 170) })];
            if (legendAbove) top += 26;
            else right += legendWidth = 48 + names.SelectMany(n => TextWidth.Wrap(n, Theme.FontSize, 170))
                .Select(n => TextWidth.Of(n, Theme.FontSize)).DefaultIfEmpty(0).Max();
        }

        var xAxes = new PlotAxis[layout.XAxes.Count];
        for (var i = 0; i < xAxes.Length; i++)
        {
            if (layout.XAxes[i].Domain is not null)
            {
                xAxes[i] = layout.XAxes[i];
                continue;
            }
            var (axis, room, overhang) = FitX(layout.XAxes[i], layout.Width - left - right);
            xAxes[i] = axis;
            if (axis.Side == "top") top += room; else bottom += room;
            left = Math.Max(left, overhang + Edge);
        }

        var plotWidth = Math.Max(layout.Width - left - right, 40);
        var plotHeight = Math.Max(layout.Height - top - bottom, 40);
        if (layout.ShowLegend)
            legend = legendAbove ? new() { Orientation = "h", X = 0, XAnchor = "left", Y = 1 + 4 / plotHeight, YAnchor = "bottom" }
                : new() { X = 1 + (key ? 106 : 10) / plotWidth, XAnchor = "left", Y = 1, YAnchor = "top", TraceOrder = legend?.TraceOrder };

        FigureRange.Extend(xAxes, yAxes, traces, plotWidth, plotHeight);
        (traces, var hidden) = PointNames.Place(traces, layout.Annotations, layout.Shapes, xAxes, yAxes, plotWidth, plotHeight);
        var caption = figure.Caption;
        if (hidden > 0)
        {
            caption = FigureCaption.Of([caption,
                new(caption.Status, hidden == 1 ? "One name has no room and is shown on hovering" : $"{hidden} names have no room and are shown on hovering")]);
            bottom += FootHeight(caption, layout.Width) - foot;
        }
        return figure with
        {
            Traces = [.. traces.Select((t, i) => i == 0 ? t with { Caption = caption.Carried } : t)],
            Layout = layout with
            {
                Title = layout.Title is { } title ? Placed(title, layout.Width) : null,
                Margin = new(Math.Round(left), Math.Round(right), Math.Round(top), Math.Round(bottom)),
                Legend = legend,
                XAxes = xAxes,
                YAxes = [.. yAxes.Select(y => y with { Title = TitleOf(y, plotHeight) })],
                Annotations = [.. layout.Annotations, .. SubtitleOf(layout, Math.Round(left), Math.Round(top)),
                    CaptionOf(caption, layout.Width, Math.Round(left), Math.Round(bottom))],
            },
            Config = figure.Config with { Image = figure.Config.Image with { FileName = FileName(layout.Title?.Words) } },
        };
    }

    /// <summary>The room that the title takes.</summary>
    public static double HeadHeight(Layout layout) =>
        layout.Title is { } title
            ? 16 + TitleLine * TitleLines(title, layout.Width).Count + SubtitleLine * Subtitle(title, layout.Width).Count
            : Edge + 4;

    private static IReadOnlyList<string> TitleLines(Title title, double width) => TextWidth.Wrap(title.Words, Theme.TitleSize, width - 2 * Edge - Buttons);

    private static IReadOnlyList<string> Subtitle(Title title, double width) =>
        title.Subtitle is { } words ? TextWidth.Wrap(words, Theme.FontSize, width - 2 * Edge) : [];

    /// <summary>The room that the caption takes.</summary>
    public static double FootHeight(FigureCaption caption, double width) =>
        16 + SmallLine * TextWidth.Wrap(caption.ToString(), Theme.SmallSize, width - 2 * Edge).Count;

    /// <summary>The height that the tallest of these labels takes beside a vertical axis, once wrapped.</summary>
    public static double LabelHeight(IReadOnlyList<string> labels) => 4 + LabelLine * labels.Max(l => TextWidth.Wrap(l, Theme.FontSize, WidestLabel).Count);

    /// <summary>A vertical axis with wrapped labels, and the width that labels and title take.</summary>
    public static (PlotAxis Axis, double Room) FitY(PlotAxis axis)
    {
        if (axis.Visible == false) return (axis, 0);
        var title = axis.Quantity is not null || axis.Title is not null ? AxisTitle : 0;
        if (axis.ShowTickLabels == false) return (axis, title);
        if (axis.Labels is not { } labels) return (axis, title + 14 + TickWidth(axis));
        var wrapped = labels.Select(l => TextWidth.Wrap(l, Theme.FontSize, WidestLabel)).ToArray();
        return (WithLabels(axis, wrapped), title + 10 + wrapped.Select(w => TextWidth.Widest(w, Theme.FontSize)).Max());
    }

    /// <summary>A horizontal axis with labels turned where they would overlap, the height they take, and how far they reach to the left of the plot.</summary>
    public static (PlotAxis Axis, double Room, double Overhang) FitX(PlotAxis axis, double width)
    {
        if (axis.Visible == false) return (axis, 0, 0);
        var title = axis.Quantity is not null || axis.Title is not null ? AxisTitle : 0;
        var titled = axis with { Title = TitleOf(axis, width) };
        if (axis.ShowTickLabels == false) return (titled, title, 0);
        if (axis.Labels is not { } labels) return (titled, title + 26, 0);
        var slot = width / labels.Count;
        var flat = labels.Select(l => TextWidth.Wrap(l, Theme.FontSize, slot - 5)).ToArray();
        if (flat.All(w => TextWidth.Widest(w, Theme.FontSize) <= slot - 4 && w.Count <= 3))
            return (WithLabels(titled, flat) with { TickAngle = 0 }, title + 10 + LabelLine * flat.Max(w => w.Count), 0);
        // Turned labels have as many lines as lie side by side in their slot.
        var most = Math.Max(1, (int)(slot * 0.71 / LabelLine));
        var wrapped = labels.Select(l => TextWidth.Wrap(l, Theme.FontSize, WidestLabel) is var lines && lines.Count <= most ? lines
            : most > 1 ? [.. lines.Take(most - 1), TextWidth.Shorten(string.Join(' ', lines.Skip(most - 1)), Theme.FontSize, WidestLabel)]
            : [TextWidth.Shorten(l, Theme.FontSize, WidestLabel)]).ToArray();
        var longest = wrapped.Max(w => TextWidth.Widest(w, Theme.FontSize));
        if (slot < 19) return (WithLabels(titled, wrapped) with { TickAngle = -90 }, title + 12 + longest, 0);
        var overhang = wrapped.Select((w, i) => 0.71 * TextWidth.Widest(w, Theme.FontSize) - (i + 0.5) * slot).Max();
        return (WithLabels(titled, wrapped) with { TickAngle = -45 },
            title + 18 + 0.71 * (longest + LabelLine * wrapped.Max(w => w.Count)), Math.Max(overhang, 0));
    }

    /// <summary>Whether there is a colour bar beside the plot.</summary>
    public static bool HasColorBar(Trace trace) => trace is HeatmapTrace { ShowScale: true } or ScatterTrace { Marker.ShowScale: true };

    private static double BarPlace(Trace trace) =>
        trace switch { HeatmapTrace map => map.ColorBar?.X ?? 0, ScatterTrace points => points.Marker?.ColorBar?.X ?? 0, _ => 0 };

    private static IEnumerable<string> Entries(IEnumerable<Trace> traces) =>
        traces.Where(t => t.ShowLegend != false).Select(t => t.Name).OfType<string>().Distinct();

    private static PlotAxis WithLabels(PlotAxis axis, IEnumerable<IReadOnlyList<string>> lines) => axis with
    {
        TickVals = axis.CategoryArray!.ToArray(),
        TickText = lines.Select(l => string.Join("<br>", l.Select(Label.Escape))).ToArray(),
    };

    private static double TickWidth(PlotAxis axis)
    {
        if (axis.TickText is { } texts) return TextWidth.Widest(texts.Texts, Theme.FontSize);
        var largest = axis.Range is { } range ? range.Select(Math.Abs).Max() : 9999;
        var text = largest >= 10 ? NumberFormat.Format(largest, 0) : "0.00";
        return TextWidth.Of((axis.Range?.Any(v => v < 0) ?? false ? "−" : "") + text, Theme.FontSize) + 4;
    }

    private static Title? TitleOf(PlotAxis axis, double length)
    {
        if (axis.Visible == false) return null;
        var words = axis.Quantity?.Heading ?? axis.Title?.Words;
        return words is null ? null : new Title(words) { Text = Label.Wrap(words, Theme.FontSize, length), StandOff = 8, Font = new(Size: Theme.FontSize) };
    }

    private static Title Placed(Title title, double width) => title with
    {
        Text = Label.Wrap(title.Words, Theme.TitleSize, width - 2 * Edge - Buttons),
        Font = new(Theme.FontFamily, Theme.TitleSize, Theme.Text.ToString()),
        X = 0, XRef = "container", XAnchor = "left", Y = 1, YRef = "container", YAnchor = "top",
        // plotly lifts the first of several lines by half of those below it.
        Pad = new(Edge, 0, Edge + (TitleLines(title, width).Count - 1) * TitleLine / 2, 0),
    };

    /// <summary>The line under the title; none where there is no title.</summary>
    public static IEnumerable<Annotation> SubtitleOf(Layout layout, double left, double top) => layout.Title is not { Subtitle: { } words } title ? [] :
    [
        new()
        {
            Name = SubtitleName,
            Text = Label.Wrap(words, Theme.FontSize, layout.Width - 2 * Edge),
            X = 0, XRef = "paper", XAnchor = "left", XShift = Edge - left,
            Y = 1, YRef = "paper", YAnchor = "top", YShift = top + 6 - HeadHeight(layout with { Title = title with { Subtitle = null } }),
            Align = "left", Font = new(Theme.FontFamily, Theme.FontSize, Theme.Muted.ToString()),
        },
    ];

    /// <summary>The text under the figure.</summary>
    public static Annotation CaptionOf(FigureCaption caption, double width, double left, double bottom) => new()
    {
        Name = CaptionName,
        Text = Label.Wrap(caption.ToString(), Theme.SmallSize, width - 2 * Edge),
        X = 0, XRef = "paper", XAnchor = "left", XShift = Edge - left,
        Y = 0, YRef = "paper", YAnchor = "bottom", YShift = 6 - bottom,
        Align = "left", Font = new(Theme.FontFamily, Theme.SmallSize, Theme.Muted.ToString()),
    };

    private static string FileName(string? title)
    {
        var words = new string([.. (title ?? "figure").Select(c => char.IsLetterOrDigit(c) ? c : '-')]).Trim('-');
        return words.Length == 0 ? "figure" : words[..Math.Min(words.Length, 60)].Trim('-');
    }
}
