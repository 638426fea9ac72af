using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Charts;

/// <summary>Our theme as a template of plotly's: what a plot does not say itself.</summary>
internal static class ThemeTemplate
{
    private static readonly Lazy<string> Json = new(() => JsonSerializer.Serialize(new { Layout = Layout(), Data = Data() }, FigureJson.Options));

    /// <summary>A new copy of the template.</summary>
    public static JsonNode Node() => JsonNode.Parse(Json.Value)!;

    private static object Layout()
    {
        var (grid, muted, background) = (Theme.Grid.ToString(), Theme.Muted.ToString(), Theme.Background.ToString());
        var axis = new
        {
            AutoMargin = true, GridColor = grid, ZeroLineColor = muted, LineColor = muted, Ticks = "outside", TickLen = 4, TickColor = "rgba(0,0,0,0)",
            ExponentFormat = "none", Title = new { StandOff = 8 },
        };
        var side = new { BackgroundColor = background, GridColor = grid, ZeroLineColor = muted, ShowBackground = true };
        var round = new { GridColor = grid, LineColor = muted };
        return new
        {
            Font = new { Family = Theme.FontFamily, Size = Theme.FontSize, Color = Theme.Text.ToString() },
            Title = new { X = 0, XRef = "container", XAnchor = "left", Y = 1, YRef = "container",
                YAnchor = "top", Pad = new { L = 12, T = 12 }, Font = new { Size = Theme.TitleSize } },
            Paper_BgColor = background, Plot_BgColor = background, Separators = ".\u202f", HoverMode = "closest", HoverLabel = new HoverLabel(),
            ColorWay = Theme.Qualitative.Select(c => c.ToString()),
            ColorScale = new { Sequential = ColorScale.Sequential.ToPlotly(),
                SequentialMinus = ColorScale.Sequential.ToPlotly(), Diverging = ColorScale.Diverging.ToPlotly() },
            XAxis = axis, YAxis = axis,
            Scene = new { XAxis = side, YAxis = side, ZAxis = side },
            Polar = new { BgColor = background, RadialAxis = round, AngularAxis = round },
            Ternary = new { BgColor = background, AAxis = round, BAxis = round, CAxis = round },
            Geo = new { BgColor = background, LandColor = "#F2F2F2", LakeColor = background,
                SubunitColor = muted, CountryColor = muted, CoastlineColor = muted, ShowLakes = false },
        };
    }

    // Kinds of trace whose colours plotly does not take from the layout.
    private static object Data()
    {
        object[] colored = [new { ColorScale = ColorScale.Sequential.ToPlotly(), ColorBar = new { OutlineWidth = 0 } }];
        return new { Heatmap = colored, Contour = colored, Histogram2d = colored,
            Histogram2dContour = colored, Surface = colored, Choropleth = colored, Volume = colored };
    }
}
