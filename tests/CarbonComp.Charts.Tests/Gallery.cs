using CarbonComp.Uncertainty;

namespace CarbonComp.Charts.Tests;

/// <summary>One figure of every kind, with the names and sizes that the study has.</summary>
internal static class Gallery
{
    public static IEnumerable<(string Name, CarbonFigure Figure)> WithoutMap()
    {
        var net = Cities.Net();
        yield return ("bar", CarbonChart.Bar(Cities.Gdp).WithSource("statistical yearbooks 2021 of Beijing, Tianjin and Hebei"));
        yield return ("column", CarbonChart.Column(Cities.Population, Order.Descending));
        yield return ("column-chinese", CarbonChart.Column(Cities.Net(Cities.Chinese)).WithTitle("京津冀十三市隐含碳净流入"));
        yield return ("diverging", CarbonChart.DivergingBar(net));
        yield return ("diverging-sectors",
            CarbonChart.DivergingBar(new("change of intensity", Cities.Sectors,
                [0.2, -0.31, 0, 0.123, -0.04, 0.05, 0.01], Unit.Percent, ValueStatus.Illustrative), "rises", "falls"));
        yield return ("grouped",
            CarbonChart.GroupedColumn(Cities.Gdp.Named("GDP 2020"),
                new LabelledVector("GDP 2015", Cities.Regions, Cities.Gdp.Values * 0.71, Unit.Yuan, ValueStatus.Illustrative)));
        yield return ("dots", CarbonChart.Dots(Cities.Emissions.RowSums().Named("emissions, producer"),
            new("emissions, consumer", Cities.Regions, Cities.Emissions.RowSums().Values.MapIndexed((i, v) => v * (0.6 + i * 5 % 13 * 0.07)),
                Unit.TonneCO2, ValueStatus.Illustrative)));
        yield return ("stacked-bar", CarbonChart.StackedBar(Cities.Emissions));
        yield return ("stacked-column", CarbonChart.StackedColumn(Cities.Emissions));
        yield return ("waterfall", CarbonChart.Waterfall(net, "Region"));
        yield return ("heatmap", CarbonChart.Heatmap(Cities.Transfers()));
        yield return ("heatmap-log", CarbonChart.Heatmap(Cities.Transfers(), HeatmapScale.Logarithmic, diagonal: false));
        yield return ("heatmap-diverging", CarbonChart.Heatmap(new("net embodied imports from", Cities.Regions, Cities.Regions,
            Cities.Transfers(Cities.Regions).Values.Transpose() - Cities.Transfers(Cities.Regions).Values,
            Unit.TonneCO2, ValueStatus.Constructed), diagonal: false));
        yield return ("heatmap-sectors", CarbonChart.Heatmap(Cities.Emissions));
        yield return ("sankey", CarbonChart.Sankey(Cities.Transfers(), 30));
        yield return ("sankey-stages", CarbonChart.Sankey("carbon", Unit.MegatonneCO2, ValueStatus.Illustrative,
        [
            new("Coal", "Energy production and supply", 320), new("Coal", "Manufacturing", 280),
            new("Gas", "Energy production and supply", 40), new("Gas", "Households & services", 25),
            new("Oil", "Transport", 70), new("Energy production and supply", "Beijing", 90),
            new("Energy production and supply", "Tianjin", 80), new("Energy production and supply", "Hebei", 190),
            new("Manufacturing", "Hebei", 220), new("Manufacturing", "Tianjin", 60), new("Transport", "Beijing", 30), new("Transport", "Hebei", 40),
        ]));
        yield return ("point", CarbonChart.Point(Cities.Gdp, Cities.Population));
        yield return ("bubble", CarbonChart.Bubble(Cities.Gdp, Cities.Population, Cities.Emissions.RowSums()));
        yield return ("quadrant",
            CarbonChart.Quadrant(new("economic contribution coefficient", Cities.Regions,
                Enumerable.Range(0, 13).Select(i => 0.4 + (i * 5 % 13) * 0.11), Unit.One, ValueStatus.Constructed),
            new("ecological support coefficient", Cities.Regions,
                Enumerable.Range(0, 13).Select(i => 0.2 + (i * 8 % 13) * 0.21), Unit.One, ValueStatus.Constructed), 1, 1.8,
            "Sink functional", "Sink functional, weak economy", "Intensity control", "Low-carbon optimization"));
        yield return ("point-log",
            CarbonChart.Point(Cities.Emissions.RowSums().Named("emissions"),
                new("reduction cost", Cities.Regions, Enumerable.Range(0, 13).Select(i => 4.5 * Math.Pow(1.62, i * 5 % 13)),
                    Unit.YuanPerTonneCO2, ValueStatus.Constructed),
            xScale: AxisScale.Logarithmic, yScale: AxisScale.Logarithmic).WithSubtitle("Rank correlation 0.24 (13 cities)"));
        yield return ("slope", CarbonChart.Slope(new("emissions 2010", Cities.Regions,
            Cities.Emissions.RowSums().Values * 0.8, Unit.TonneCO2, ValueStatus.Illustrative),
            new("emissions 2020", Cities.Regions, Cities.Emissions.RowSums().Values.MapIndexed((i, v) => i % 4 == 0 ? v * 0.7 : v),
                Unit.TonneCO2, ValueStatus.Constructed)));
        var years = new CategoryAxis("year", Enumerable.Range(2010, 11).Select(y => $"{y}"));
        yield return ("line", CarbonChart.Line([.. new[] { "Beijing", "Tianjin", "Hebei" }.Select((n, k) =>
            new LabelledVector($"emissions, {n}", years, Enumerable.Range(0, 11).Select(t => 9e7 * (k + 1) + 4e6 * t * (k - 1)),
                Unit.TonneCO2, ValueStatus.Illustrative))]));
        var engel = Enumerable.Range(0, 51).Select(i => i / 50.0).ToArray();
        yield return ("curve", CarbonChart.Line(new ChartSeries("Engel coefficient", engel, Unit.One),
            new ChartSeries("compensation coefficient", [.. engel.Select(t => 1 / (1 + Math.Exp(-t)))], Unit.One)));
        yield return ("small-multiples",
            CarbonChart.SmallMultiples([net.Named("net imports 2010"), new("net imports 2015", Cities.Regions, net.Values * 0.6, net.Unit, net.Status),
                new("net imports 2020", Cities.Regions, net.Values * 1.3, net.Unit, net.Status)]));
        yield return ("grid", CarbonChart.Grid([CarbonChart.DivergingBar(net), CarbonChart.Heatmap(Cities.Emissions),
            CarbonChart.Point(Cities.Gdp, Cities.Population), CarbonChart.StackedBar(Cities.Emissions)], 2, "Four views of the thirteen cities"));
    }

    /// <summary>The library's results, each by its own call.</summary>
    public static IEnumerable<(string Name, CarbonFigure Figure)> OfResults()
    {
        var results = Results();
        yield return ("transfers-heatmap", results.Transfers.ToHeatmap());
        yield return ("transfers-sankey", results.Transfers.ToSankey(25));
        yield return ("transfers-diverging", results.Transfers.ToDivergingBar());
        yield return ("transfers-in-out", results.Transfers.ToInOutBar());
        yield return ("services-in-out", results.Services.ToInOutBar());
        yield return ("services-heatmap", results.Services.ToHeatmap());
        yield return ("services-sankey", results.Services.ToSankey());
        yield return ("services-diverging", results.Services.ToDivergingBar());
        yield return ("balance-diverging", results.Balance.ToDivergingBar());
        yield return ("balance-stacked", results.Balance.ToStackedBar());
        yield return ("balance-quadrant", results.Balance.ToQuadrant());
        yield return ("settlement-heatmap", results.Bilateral.ToHeatmap());
        yield return ("settlement-sankey", results.Bilateral.ToSankey());
        yield return ("settlement-diverging", results.Bilateral.ToDivergingBar());
        yield return ("settlement-fund", results.Fund.ToSankey());
        yield return ("budget-diverging", Budget().ToDivergingBar());
        yield return ("functional-zones", Zones().ToQuadrant());
        foreach (var named in OfUncertainty()) yield return named;
    }

    /// <summary>A made-up payment of the thirteen cities with five uncertain inputs.</summary>
    public static IEnumerable<(string Name, CarbonFigure Figure)> OfUncertainty()
    {
        UncertainInputs inputs = new(new[] { "price", "density of forest", "density of grassland", "Engel coefficient of Beijing", "distance decay β" }
            .Select((name, k) => new UncertainInput(name, Distribution.Triangular(0.5, 1, 1.5 + k), "made up for the gallery")));
        LabelledVector Payment(Draw draw) => new("net payment", Cities.Regions, Cities.Net().Values.MapIndexed((i, v) =>
            1e3 * draw[0] * (v * draw[4] + 2e6 * (draw[1] - draw[2] * (i % 4)) + (i == 0 ? 1e6 * draw[3] : 0))), Unit.Yuan, ValueStatus.Illustrative);
        var ensemble = Ensemble.Of(InputSample.Draw(inputs, 256), Payment);
        yield return ("uncertainty-intervals", ensemble.Intervals().ToIntervalBars());
        yield return ("uncertainty-violins", ensemble.ToViolins());
        yield return ("uncertainty-estimates", EstimateSpread.Of("reduction cost", [Cities.Net().Abs(), 2 * Cities.Net().Abs()]).ToIntervalBars());
        yield return ("uncertainty-ranks", ensemble.RankAcceptability().ToHeatmap());
        yield return ("uncertainty-tornado", OneAtATime.Of(inputs, Payment).Tornado("Beijing").ToBar());
        var sensitivity = SobolSensitivity.Of(inputs, 128, Payment);
        yield return ("uncertainty-sobol", sensitivity.Indices("Beijing").ToBar());
        yield return ("uncertainty-convergence", sensitivity.Convergence("Beijing").ToLine());
        yield return ("uncertainty-morris", MorrisScreening.Of(inputs, 12, Payment).Effects("Beijing").ToPoint());
    }

    public static (TransferMatrix Transfers, ServiceFlows Services, CompensationBalance Balance, Settlement Bilateral, Settlement Fund) Results()
    {
        var regions = Cities.Regions;
        var transfers = new TransferMatrix(regions, Cities.Transfers(regions).Values,
            new(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(13)), ValueStatus.Constructed);
        LabelledMatrix Pairs(string name, Func<int, int, double> value, Unit unit) =>
            new(name, regions, regions, MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(13, 13, (i, j) => i == j ? 0 : value(i, j)),
                unit, ValueStatus.Illustrative);
        var services = ServiceFlows.Compute(Pairs("distance", (i, j) => 80 + 30 * Math.Abs(i - j), Unit.Kilometre),
            Pairs("flow area", (i, j) => 1500 + 100 * ((i * 3 + j) % 7), Unit.SquareKilometre),
            new("supply", regions, Enumerable.Range(0, 13).Select(i => 4e7 + 3e7 * (i * 5 % 13)), Unit.TonneCO2, ValueStatus.Constructed),
            new("demand", regions, Enumerable.Range(0, 13).Select(i => 1e8 + 2e7 * (i * 8 % 13)), Unit.TonneCO2, ValueStatus.Constructed));
        var balance = CompensationBalance.Of(transfers.NetEmbodiedImports, services.NetServiceImports);
        var standard = new CompensationStandard(new("standard", regions,
            Enumerable.Range(0, 13).Select(i => 12 + 3.0 * i), Unit.YuanPerTonneCO2, ValueStatus.Paper));
        return (transfers, services, balance, Settlement.Bilateral("ECT", transfers.ToMatrix(), standard),
            Settlement.ByRegion("both flows", balance.Owed, standard));
    }

    public static CarbonBudget Budget() => CarbonBudget.Of(Cities.Emissions.RowSums().Named("emissions"),
        new("absorption", Cities.Regions, Enumerable.Range(0, 13).Select(i => 2e6 + 1.9e7 * (i * 8 % 13)), Unit.TonneCO2, ValueStatus.Illustrative));

    public static FunctionalZones Zones() => FunctionalZones.Classify(Budget().EconomicContribution(Cities.Gdp), Budget().EcologicalSupport(), Budget()
        .Emissions);

    public static IEnumerable<(string Name, CarbonFigure Figure)> OfMap(RegionMap map)
    {
        yield return ("class-map", CarbonChart.ClassMap(map, NaturalBreaks.Classify(Cities.Gdp.In("billion yuan"), 4)));
        yield return ("class-maps", map.ToClassMaps([.. new[] { 2010, 2015, 2020 }.Select((year, k) => MeanClasses.Classify(
            new LabelledVector($"emissions {year}", Cities.Regions,
                Cities.Emissions.RowSums().Values.Map(v => Math.Pow(v, 1 + 0.1 * k)), Unit.TonneCO2, ValueStatus.Constructed)))]));
        yield return ("functional-zone-maps",
            CarbonChart.Grid([Zones().ToZoneMap(map).WithTitle("2010"), Zones().ToZoneMap(map).WithTitle("2020")], 2, "Functional zones"));
        yield return ("budget-map", Budget().ToChoropleth(map));
        yield return ("choropleth", CarbonChart.ChoroplethMap(map, Cities.Gdp));
        yield return ("choropleth-diverging", CarbonChart.ChoroplethMap(map, Cities.Net()));
        yield return ("choropleths",
            CarbonChart.ChoroplethMaps(map,
                [Cities.Net().Named("net imports 2010"),
                    new("net imports 2020", Cities.Regions, Cities.Net().Values * 0.5, Unit.TonneCO2, ValueStatus.Constructed)], 2));
        yield return ("zones", CarbonChart.ZoneMap(map, "role in compensation",
            [.. Cities.Net().Values.Select(v => v > 0 ? "pays" : "receives")], ValueStatus.Constructed,
            new Dictionary<string, ThemeColor> { ["pays"] = Theme.Payer, ["receives"] = Theme.Receiver }));
        yield return ("bubble-map", CarbonChart.BubbleMap(map, Cities.Net()));
        yield return ("symbol-map", CarbonChart.BubbleMap(map.Cores, Cities.Gdp));
        yield return ("services-flow-map", Results().Services.ToFlowMap(map));
        yield return ("balance-zones", Results().Balance.ToZoneMap(map));
        yield return ("settlement-flow-map", Results().Bilateral.ToFlowMap(map));
        yield return ("flow-map", CarbonChart.FlowMap(map, Cities.Transfers(Cities.Regions), 25));
    }
}
