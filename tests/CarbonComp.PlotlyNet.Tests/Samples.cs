using CarbonComp.Charts;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace CarbonComp.PlotlyNet.Tests;

/// <summary>Charts of Plotly.NET as a cell makes them.</summary>
internal static class Samples
{
    private const string Attack = "<script>window.hurt=1</script><img src=x onerror='window.hurt=1'><a href=\"javascript:window.hurt=1\">a</a>";

    public static CarbonFigure Figure { get; } =
        CarbonChart.DivergingBar(new LabelledVector("net embodied imports", RegionAxis.Of("Beijing", "Tangshan", "Langfang"),
        [98.06e6, -152.3e6, 28.33e6], Unit.TonneCO2, ValueStatus.Constructed))
            .WithTitle("Who emits & for whom?").WithSubtitle("2020").WithSource("Chen et al. 2025");

    public static GenericChart Points(string name = "two cities") => Chart.Point<int, double, string>([2019, 2020, 2021], [3, 4.5, 5], Name: name);

    public static GenericChart Pie => Chart.Pie<double, string, string>([36.1, 14.1, 7.2], Labels: new[] { "Beijing", "Tianjin", "Tangshan" });

    public static GenericChart Surface => Chart.Surface<double, double, double, string>(
        [.. Enumerable.Range(0, 20).Select(i => Enumerable.Range(0, 20).Select(j => Math.Sin(i / 4.0) * Math.Cos(j / 4.0)).ToArray())]);

    public static GenericChart Map => Chart.ChoroplethMap<double, string>(["CHN", "USA", "IND", "BRA", "FRA"], [11.4, 5.0, 2.8, 0.5, 0.3]);

    public static GenericChart Tiles => Chart.PointMapbox<double, double, string>([116.4, 117.2], [39.9, 39.1]);

    public static GenericChart Polar => Chart.LinePolar<double, double, string>([1, 2, 3], [0, 120, 240]);

    public static GenericChart Dates => Chart.Line<DateTime, decimal, string>([new(2020, 1, 31), new(2020, 2, 29, 12, 30, 0)], [1.5m, 2m], ShowMarkers: true);

    public static GenericChart Hostile => Points(Attack).WithXAxisStyle<double, double, string>(TitleText: Attack);
}
