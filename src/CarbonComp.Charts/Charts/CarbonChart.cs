using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

/// <summary>Makes figures. Names follow Plotly.NET's where it has them; arguments carry names, units and status, so figures do too.</summary>
public static class CarbonChart
{
    /// <summary>Several figures of one kind of axes as one: the marks of all, the axes of the first.</summary>
    /// <param name="figures">At least one; all with the same quantities on their axes.</param>
    /// <exception cref="CarbonCompException">None, or axes that show different quantities.</exception>
    public static CarbonFigure Combine(params IReadOnlyList<CarbonFigure> figures) => CombinedFigure.Of(figures);

    /// <summary>A figure with a slider over the values of a parameter; the picture of each value is computed beforehand.</summary>
    /// <param name="parameter">The parameter's name, above the slider.</param>
    /// <param name="values">2 to 60 values, each once.</param>
    /// <param name="figure">The picture of a value.</param>
    /// <param name="unit">The unit of the values; empty for none.</param>
    /// <param name="start">The place of the value that is shown first, from 0.</param>
    /// <exception cref="CarbonCompException">Too few or too many values, or one that the calculation refuses; the message names it.</exception>
    public static ExploredFigure Explore<T>(string parameter, IEnumerable<T> values, Func<T, CarbonFigure> figure, string unit = "", int start = 0) =>
        Exploration.Of(parameter, values, figure, unit, start);

    /// <summary>A horizontal bar for each label, with its number at the end.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="order">In which order, from above.</param>
    public static CarbonFigure Bar(LabelledVector values, Order order = Order.Descending) =>
        BarFigures.Bars(Ordered(Readable(values), order), horizontal: true, null);

    /// <summary>A column for each label, with its number on top.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="order">In which order, from the left.</param>
    public static CarbonFigure Column(LabelledVector values, Order order = Order.AsGiven) =>
        BarFigures.Bars(Ordered(Readable(values), order), horizontal: false, null);

    /// <summary>A horizontal bar for each label to the right of zero in one colour, to the left in another.</summary>
    /// <remarks>By the library's sign above zero is owed and below is received; say so in other cases.</remarks>
    /// <param name="values">The numbers.</param>
    /// <param name="above">The legend's name for numbers above zero.</param>
    /// <param name="below">The legend's name for numbers below zero.</param>
    /// <param name="order">In which order, from above.</param>
    public static CarbonFigure DivergingBar(LabelledVector values, string above = "pays", string below = "receives", Order order = Order.Descending) =>
        BarFigures.Bars(Ordered(Readable(values), order), horizontal: true, (above, below));

    /// <summary>Horizontal bars of several vectors, beside each other for each label.</summary>
    /// <param name="series">Vectors along one axis and of one kind of unit.</param>
    public static CarbonFigure GroupedBar(params IReadOnlyList<LabelledVector> series) => BarFigures.Several(Matrix(series), horizontal: true, "group");

    /// <summary>Columns of several vectors, beside each other for each label.</summary>
    /// <param name="series">Vectors along one axis and of one kind of unit.</param>
    public static CarbonFigure GroupedColumn(params IReadOnlyList<LabelledVector> series) => BarFigures.Several(Matrix(series), horizontal: false, "group");

    /// <summary>A row for each label with a dot for each vector and a line between them: for many labels, where groups of bars are hard to read.</summary>
    /// <param name="series">Vectors along one axis and of one kind of unit.</param>
    /// <remarks>Rows are ordered by the first vector, the largest on top.</remarks>
    public static CarbonFigure Dots(params IReadOnlyList<LabelledVector> series) => DotFigures.Dots(series);

    /// <summary>For each label a bar to the right for what comes in, one to the left for what goes out, and a mark at the difference.</summary>
    /// <param name="incoming">What comes in; not negative.</param>
    /// <param name="outgoing">What goes out, along the same axis and of one kind of unit; not negative.</param>
    /// <param name="net">The name of incoming less outgoing.</param>
    /// <exception cref="AxisException">The vectors have different axes.</exception>
    /// <exception cref="CarbonCompException">A number below zero.</exception>
    public static CarbonFigure InOutBar(LabelledVector incoming, LabelledVector outgoing, string net = "net") => InOutFigures.Of(incoming, outgoing, net);

    /// <summary>A horizontal bar for each row, made of a piece for each column; pieces below zero go to the left.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="order">The order of the rows, by their sums.</param>
    public static CarbonFigure StackedBar(LabelledMatrix values, Order order = Order.AsGiven) =>
        BarFigures.Several(FigureParts.Ordered(values, order), horizontal: true, "relative");

    /// <summary>A column for each row, made of a piece for each column of the matrix; pieces below zero go downwards.</summary>
    /// <param name="values">The numbers.</param>
    public static CarbonFigure StackedColumn(LabelledMatrix values) => BarFigures.Several(values, horizontal: false, "relative");

    /// <summary>Columns that begin where the one before ended, and their sum at the end: a budget.</summary>
    /// <param name="parts">The parts of the sum; parts below zero go down.</param>
    /// <param name="total">The name of the sum.</param>
    public static CarbonFigure Waterfall(LabelledVector parts, string total = "Total") => BarFigures.Waterfall(parts, total);

    /// <summary>A cell for each pair of labels, coloured by its number; up to 15 columns with the number in it.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="scale">How they become colours.</param>
    /// <param name="diagonal">Whether a label's cell with itself is shown; in a matrix of flows it often hides all others.</param>
    /// <exception cref="CarbonCompException">A logarithmic scale and no number above zero.</exception>
    public static CarbonFigure Heatmap(LabelledMatrix values, HeatmapScale scale = HeatmapScale.Automatic, bool diagonal = true) =>
        HeatmapFigures.Heatmap(values, scale, diagonal);

    /// <summary>A line for each vector over the labels they share, such as years.</summary>
    /// <param name="series">Vectors along one axis and of one kind of unit.</param>
    public static CarbonFigure Line(params IReadOnlyList<LabelledVector> series) => LineFigures.Line(series);

    /// <summary>A curve for each series of y over the numbers x.</summary>
    /// <param name="x">The horizontal positions.</param>
    /// <param name="y">The vertical positions: series as long as x, of one kind of unit.</param>
    /// <exception cref="CarbonCompException">No series, or one of another length.</exception>
    public static CarbonFigure Line(ChartSeries x, params IReadOnlyList<ChartSeries> y) => LineFigures.Line(x, y);

    /// <summary>A line for each label from its number before to its number after, named at both ends.</summary>
    /// <param name="before">The numbers on the left.</param>
    /// <param name="after">The numbers on the right, along the same axis and of one kind of unit.</param>
    /// <exception cref="AxisException">The vectors have different axes.</exception>
    public static CarbonFigure Slope(LabelledVector before, LabelledVector after) => LineFigures.Slope(before, after);

    /// <summary>A point for each label, named where there is room.</summary>
    /// <param name="x">The horizontal positions.</param>
    /// <param name="y">The vertical positions, along the same axis.</param>
    /// <param name="names">Whether points have labels.</param>
    /// <param name="xScale">How the horizontal axis rises.</param>
    /// <param name="yScale">How the vertical axis rises.</param>
    /// <exception cref="AxisException">The vectors have different axes.</exception>
    /// <exception cref="CarbonCompException">A number that is not above zero on a logarithmic axis; the message names it.</exception>
    public static CarbonFigure Point(LabelledVector x, LabelledVector y, bool names = true,
        AxisScale xScale = AxisScale.Linear, AxisScale yScale = AxisScale.Linear) =>
        PointFigures.Point(x, y, names, xScale, yScale);

    /// <summary>A disc for each label, its area by a third number.</summary>
    /// <param name="x">The horizontal positions.</param>
    /// <param name="y">The vertical positions, along the same axis.</param>
    /// <param name="size">The discs' areas, along the same axis; below zero is refused.</param>
    /// <param name="names">Whether discs have labels.</param>
    /// <exception cref="AxisException">The vectors have different axes.</exception>
    /// <exception cref="CarbonCompException">A size below zero.</exception>
    public static CarbonFigure Bubble(LabelledVector x, LabelledVector y, LabelledVector size, bool names = true) => PointFigures.Bubble(x, y, size, names);

    /// <summary>Points in four fields, parted by a line for each axis.</summary>
    /// <param name="x">The horizontal positions.</param>
    /// <param name="y">The vertical positions, along the same axis.</param>
    /// <param name="xLine">The position of the vertical line, in the unit of x.</param>
    /// <param name="yLine">The position of the horizontal line, in the unit of y.</param>
    /// <param name="fields">The names of the fields: upper right, upper left, lower left, lower right; empty for no names.</param>
    /// <exception cref="ArgumentException">Neither none nor four names of fields.</exception>
    public static CarbonFigure Quadrant(LabelledVector x, LabelledVector y, double xLine, double yLine, params IReadOnlyList<string> fields) =>
        PointFigures.Quadrant(x, y, xLine, yLine, fields);

    /// <summary>Rows on the left, columns on the right, a ribbon as thick as the number for each of the largest flows between them.</summary>
    /// <remarks>What a drawn place sends to or receives from others by smaller flows is one ribbon to or from "others", so that each block is as high as
    /// the place's whole amount. The caption says what is left out, or that nothing flows.</remarks>
    /// <param name="flows">Amounts from row to column; none below zero.</param>
    /// <param name="top">The largest number of flows that are drawn.</param>
    /// <param name="own">Whether what a region sends to itself is drawn.</param>
    /// <exception cref="CarbonCompException">An amount below zero.</exception>
    public static CarbonFigure Sankey(LabelledMatrix flows, int top = 40, bool own = false) => SankeyFigures.Sankey(flows, top, own);

    /// <summary>Flows through several stages: what arrives at a place leaves it to the right.</summary>
    /// <param name="name">The name of the flow: "carbon".</param>
    /// <param name="unit">The unit of the amounts.</param>
    /// <param name="status">The status of the values.</param>
    /// <param name="flows">The flows; places of one name are one block.</param>
    /// <exception cref="CarbonCompException">An amount that is NaN, infinite or negative, or flows that go in a circle.</exception>
    public static CarbonFigure Sankey(string name, Unit unit, ValueStatus status, IReadOnlyList<Flow> flows) =>
        SankeyFigures.Sankey(name, unit, status, flows);

    /// <summary>The regions of a map coloured by their numbers. No map service: the outlines are the map's own, on the equal-area plane.</summary>
    /// <param name="map">The regions' outlines.</param>
    /// <param name="values">The numbers along regions of the map; a region without one is grey.</param>
    /// <param name="scale">How numbers become colours.</param>
    /// <exception cref="AxisException">A number of a region that the map does not have.</exception>
    public static CarbonFigure ChoroplethMap(RegionMap map, LabelledVector values, HeatmapScale scale = HeatmapScale.Automatic) =>
        MapFigures.ChoroplethMap(map, values, scale);

    /// <summary>Several maps of the same regions that share one colour scale, side by side.</summary>
    /// <param name="map">The regions' outlines.</param>
    /// <param name="values">The numbers of each map, of one kind of unit; their names are the maps' titles.</param>
    /// <param name="columns">The number of maps in a row.</param>
    /// <param name="scale">How numbers become colours.</param>
    /// <exception cref="CarbonCompException">No numbers.</exception>
    public static CarbonFigure ChoroplethMaps(RegionMap map, IReadOnlyList<LabelledVector> values, int columns = 3,
        HeatmapScale scale = HeatmapScale.Automatic) =>
        MapFigures.ChoroplethMaps(map, values, columns, scale);

    /// <summary>A disc in each region, its area by the number, above zero in one colour and below in another.</summary>
    /// <param name="map">The regions' outlines.</param>
    /// <param name="values">The numbers along regions of the map.</param>
    /// <param name="above">The legend's name for numbers above zero, where some are below.</param>
    /// <param name="below">The legend's name for numbers below zero.</param>
    public static CarbonFigure BubbleMap(RegionMap map, LabelledVector values, string above = "pays", string below = "receives") =>
        MapFigures.BubbleMap(map, values, above, below);

    /// <summary>A disc at each place, for regions whose boundaries are not at hand.</summary>
    /// <param name="places">The places of the discs, in the order of the values.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="above">The legend's name for numbers above zero, where some are below.</param>
    /// <param name="below">The legend's name for numbers below zero.</param>
    /// <exception cref="CarbonCompException">Another number of places than values.</exception>
    public static CarbonFigure BubbleMap(IReadOnlyList<GeoPoint> places, LabelledVector values, string above = "pays", string below = "receives") =>
        MapFigures.BubbleMap(places, values, above, below);

    /// <summary>An arrow for each of the largest flows between regions of a map, as wide as its amount.</summary>
    /// <param name="map">The regions' outlines.</param>
    /// <param name="flows">Amounts from row to column, both regions of the map; none below zero.</param>
    /// <param name="top">The largest number of flows that are drawn.</param>
    /// <exception cref="CarbonCompException">An amount below zero.</exception>
    public static CarbonFigure FlowMap(RegionMap map, LabelledMatrix flows, int top = 20) => MapFigures.FlowMap(map, flows, top);

    /// <summary>The regions of a map coloured by what they are: zones, payers and receivers.</summary>
    /// <param name="map">The regions' outlines.</param>
    /// <param name="name">The name of the categories: "compensation zone".</param>
    /// <param name="categories">The category of each region, in the map's order.</param>
    /// <param name="status">The status of the values.</param>
    /// <param name="colors">The colour of each category; without, those of the theme in order of appearance.</param>
    /// <exception cref="CarbonCompException">Another number of categories than regions.</exception>
    public static CarbonFigure ZoneMap(RegionMap map, string name, IReadOnlyList<string> categories,
        ValueStatus status, IReadOnlyDictionary<string, ThemeColor>? colors = null) =>
        ClassMapFigures.ZoneMap(map, name, categories, status, colors);

    /// <summary>The regions of a map coloured by their class, darker the higher, with a key of the classes' bounds.</summary>
    /// <param name="map">The regions' outlines.</param>
    /// <param name="classes">The classes of regions of the map; a region without one is grey.</param>
    /// <exception cref="AxisException">A class of a region that the map does not have.</exception>
    public static CarbonFigure ClassMap(RegionMap map, Classification classes) => ClassMapFigures.ClassMap(map, classes);

    /// <summary>Several maps of the same classes side by side with one key, such as three years.</summary>
    /// <param name="map">The regions' outlines.</param>
    /// <param name="classes">The classes of each map; their bounds must be the same, and the names of their values are the maps' titles.</param>
    /// <param name="columns">The number of maps in a row.</param>
    /// <exception cref="CarbonCompException">No classes, or classes of different bounds.</exception>
    public static CarbonFigure ClassMaps(RegionMap map, IReadOnlyList<Classification> classes, int columns = 3) =>
        ClassMapFigures.ClassMaps(map, classes, columns);

    /// <summary>Several figures side by side in rows.</summary>
    /// <param name="figures">At least one; each with its axes and title.</param>
    /// <param name="columns">The number of figures in a row.</param>
    /// <param name="title">The title of all; each keeps its own as well.</param>
    /// <param name="sharedScale">Whether axes of the same quantity and unit have the same range in all.</param>
    /// <exception cref="CarbonCompException">No figure, one that is a grid itself, or bars that are grouped in one and stacked in
    /// another.</exception>
    public static CarbonFigure Grid(IReadOnlyList<CarbonFigure> figures, int columns = 2, string title = "", bool sharedScale = true) =>
        GridFigures.Grid(figures, columns, title, sharedScale);

    /// <summary>Horizontal bars of several vectors side by side on one scale and in one order: that of the first, largest on top.</summary>
    /// <param name="series">Vectors along one axis and of one kind of unit; their names are the titles.</param>
    /// <param name="columns">The number of figures in a row.</param>
    public static CarbonFigure SmallMultiples(IReadOnlyList<LabelledVector> series, int columns = 3) => GridFigures.SmallMultiples(series, columns);
}
