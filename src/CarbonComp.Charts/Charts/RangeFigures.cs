using static CarbonComp.Charts.FigureParts;
using static CarbonComp.Charts.MapParts;

namespace CarbonComp.Charts;

// How far service reaches: the circles that the flow range draws around the regions that serve.
internal static class RangeFigures
{
    public static CarbonFigure Of(ServiceFlows flows, RegionMap map)
    {
        map.Regions.Require(flows.Regions, "service flows");
        var canvas = MapCanvas.Of(map, colorBar: 190);
        Region[] outputs = [.. flows.Links.Select(l => l.Output).Distinct()];
        ThemeColor Of(Region output) => Theme.Series(Array.IndexOf(outputs, output));
        var served = flows.Links.Where(l => l.Amount > 0).ToArray();
        ScatterTrace Circle(ServiceLink link)
        {
            var ring = map.CircleAround(map.Regions.IndexOf(link.Output.Code), link.Range, flows.Options.Circle).Coordinates;
            var reached = link.Amount > 0;
            return new()
            {
                Mode = "lines", X = ring.Select(c => Math.Round(c.X, 1)).ToArray(), Y = ring.Select(c => Math.Round(c.Y, 1)).ToArray(),
                Line = new(reached ? Of(link.Output).ToString() : Of(link.Output).WithAlpha(0.45), reached ? 2 : 1, reached ? "solid" : "dot"),
                ShowLegend = false, HoverInfo = "text", Text = Label.Hover($"{link.Output.Name} towards {link.Input.Name}",
                    $"flow range: {Label.Number(link.Range, Unit.Kilometre)} of {Label.Number(link.Distance, Unit.Kilometre)}",
                    reached ? $"covers {Label.Number(link.FlowArea, Unit.SquareKilometre)} of {link.Input.Name}" : $"ends before {link.Input.Name}"),
            };
        }
        var lacking = ThemeColor.Parse("#E3E3E3");
        var plain = ThemeColor.Parse("#F7F7F7");
        ThemeColor Ground(int region) => flows.Surplus[region] < 0 ? lacking : plain;
        return new()
        {
            Traces =
            [
                .. Surroundings(map, canvas),
                .. map.Regions.Select((_, i) => Outline(canvas, i, Ground(i), Label.Hover(Label.Full(map.Regions, i),
                    $"{(flows.Surplus[i] < 0 ? "deficit" : "surplus")}: {Label.Number(Math.Abs(flows.Surplus[i]) / 1e6, Unit.Parse("Mt CO2"))}"))),
                .. flows.Links.OrderBy(l => l.Amount > 0).Select(Circle),
                .. Names(canvas, map.Regions, [.. map.Regions.Select(_ => (ThemeColor?)null)]),
                .. MapMarks.Of(map, canvas),
                .. outputs.Select(o => Key($"range of {o.Name}", Of(o))),
                SquareKey("in deficit", lacking),
            ],
            Layout = canvas.Layout("Flow ranges of the regions with a surplus") with { ShowLegend = true },
            Caption = new(flows.Status, "A circle for each pair: the flow range from the region that serves towards one in deficit. "
                + "Dotted circles end before it. "
                + Outlines(map)),
            Summary = $"Map of flow ranges: {served.Length} of {flows.Links.Count} circles reach the region that they are drawn towards"
                + (served.MaxBy(l => l.FlowArea) is { } most
                    ? $"; {most.Output.Name} covers most, {Label.Number(most.FlowArea, Unit.SquareKilometre)} of {most.Input.Name}" : ""),
        };
    }
}
