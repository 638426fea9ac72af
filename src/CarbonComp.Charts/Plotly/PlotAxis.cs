using System.Text.Json.Serialization;

namespace CarbonComp.Charts;

/// <summary>One axis of a plot.</summary>
internal sealed record PlotAxis
{
    /// <summary>The quantity; null for an axis of labels. Its title is made from this, so that no number is without a unit.</summary>
    [JsonIgnore]
    public Quantity? Quantity { get; init; }

    /// <summary>The title: the quantity's heading, unless none is wanted.</summary>
    public Title? Title { get; init; }

    /// <summary>"linear", "log" or "category".</summary>
    public string? Type { get; init; }

    /// <summary>The labels of an axis of labels as they are meant, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>The labels in order, escaped: what positions along this axis are called in the traces.</summary>
    public IReadOnlyList<string>? CategoryArray => Labels is null ? null : [.. Labels.Select(Label.Escape)];

    /// <summary>"array" where labels are given.</summary>
    public string? CategoryOrder => Labels is null ? null : "array";

    /// <summary>Both ends; of a category axis positions from 0.</summary>
    public IReadOnlyList<double>? Range { get; init; }

    /// <summary>Places of the ticks.</summary>
    public PlotValues? TickVals { get; init; }

    /// <summary>Labels of the ticks, escaped.</summary>
    public PlotText? TickText { get; init; }

    /// <summary>Angle of tick labels in degrees.</summary>
    public double? TickAngle { get; init; }

    /// <summary>Size of tick labels.</summary>
    public TextFont? TickFont { get; init; }

    /// <summary>Whether tick labels are shown.</summary>
    public bool? ShowTickLabels { get; init; }

    /// <summary>Ticks are there to keep labels off the plot.</summary>
    public string Ticks { get; init; } = "outside";

    /// <summary>Distance of labels from the plot, px.</summary>
    public double TickLen { get; init; } = 4;

    /// <summary>The colour of ticks: clear.</summary>
    public string TickColor { get; init; } = "rgba(0,0,0,0)";

    /// <summary>Whether there are grid lines.</summary>
    public bool? ShowGrid { get; init; }

    /// <summary>Colour of grid lines.</summary>
    public string? GridColor { get; init; }

    /// <summary>Whether zero has a line.</summary>
    public bool? ZeroLine { get; init; }

    /// <summary>Colour of the line of zero.</summary>
    public string? ZeroLineColor { get; init; }

    /// <summary>Width of the line of zero, px.</summary>
    public double? ZeroLineWidth { get; init; }

    /// <summary>"bottom", "top", "left" or "right".</summary>
    public string? Side { get; init; }

    /// <summary>The axis that it crosses.</summary>
    public string? Anchor { get; init; }

    /// <summary>The part of the figure it takes.</summary>
    public IReadOnlyList<double>? Domain { get; init; }

    /// <summary>The axis whose scale it shares (maps).</summary>
    public string? ScaleAnchor { get; init; }

    /// <summary>"domain": the plot shrinks rather than the range grows.</summary>
    public string? Constrain { get; init; }

    /// <summary>False hides axis, ticks and grid.</summary>
    public bool? Visible { get; init; }

    /// <summary>True keeps readers from dragging it.</summary>
    public bool? FixedRange { get; init; }

    /// <summary>Roughly how many ticks.</summary>
    public int? NTicks { get; init; }

    /// <summary>Groups of thousands.</summary>
    public bool? SeparateThousands { get; init; }

    /// <summary>"none": numbers are written out.</summary>
    public string? ExponentFormat { get; init; }

    /// <summary>An axis of numbers.</summary>
    /// <param name="quantity">The quantity.</param>
    public static PlotAxis Of(Quantity quantity) => new()
    {
        Quantity = quantity, Type = "linear", ShowGrid = true, GridColor = Theme.Grid.ToString(),
        ZeroLine = true, ZeroLineColor = Theme.Muted.ToString(), ZeroLineWidth = 1, SeparateThousands = true, ExponentFormat = "none",
    };

    /// <summary>An axis of numbers above zero in powers of ten, with ticks at 1, 2 and 5 of each power where these are few.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="values">The numbers it must hold, all above zero, at least one.</param>
    internal static PlotAxis Logarithmic(Quantity quantity, IEnumerable<double> values)
    {
        var powers = values.Select(Math.Log10).ToArray();
        double low = powers.Min(), high = powers.Max(), free = Math.Max(0.08 * (high - low), 0.06);
        (low, high) = (low - free, high + free);
        double[] steps = high - low > 3.2 ? [1] : high - low > 1.6 ? [1, 3] : [1, 2, 5];
        double[] ticks = [.. Enumerable.Range((int)Math.Floor(low), (int)Math.Ceiling(high) - (int)Math.Floor(low) + 1)
            .SelectMany(power => steps.Select(step => step * Math.Pow(10, power))).Where(t => Math.Log10(t) >= low && Math.Log10(t) <= high)];
        return Of(quantity) with
        {
            Type = "log", ZeroLine = false, Range = [low, high], TickVals = ticks, TickText = ticks.Select(Label.NumberText).ToArray(),
        };
    }

    /// <summary>An axis of labels.</summary>
    /// <param name="labels">The labels as they are meant, in order, each once.</param>
    public static PlotAxis Of(IEnumerable<string> labels) => new()
    {
        Type = "category", Labels = [.. labels], ShowGrid = false, ZeroLine = false,
    };

    /// <summary>An axis that is not shown: of maps and flow diagrams.</summary>
    internal static PlotAxis Hidden { get; } = new() { Visible = false, FixedRange = true, ShowGrid = false, ZeroLine = false };
}
