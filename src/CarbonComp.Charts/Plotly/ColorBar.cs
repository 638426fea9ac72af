namespace CarbonComp.Charts;

/// <summary>The key of a colour scale.</summary>
internal sealed record ColorBar
{
    /// <summary>The title: the quantity and its unit.</summary>
    public Title? Title { get; init; }

    /// <summary>Width, px.</summary>
    public double Thickness { get; init; } = 14;

    /// <summary>Height as a share of the plot.</summary>
    public double Len { get; init; } = 1;

    /// <summary>Place as a share of the plot's width.</summary>
    public double X { get; init; } = 1.02;

    /// <summary>Place as a share of the plot's height.</summary>
    public double? Y { get; init; }

    /// <summary>Width of its outline, px.</summary>
    public double OutlineWidth { get; init; }

    /// <summary>Places of its ticks.</summary>
    public PlotValues? TickVals { get; init; }

    /// <summary>Labels of its ticks.</summary>
    public PlotText? TickText { get; init; }

    /// <summary>Groups of thousands.</summary>
    public bool SeparateThousands { get; init; } = true;

    /// <summary>"none": numbers are written out.</summary>
    public string ExponentFormat { get; init; } = "none";

    /// <summary>The size of tick labels.</summary>
    public TextFont? TickFont { get; init; } = new(Size: Theme.SmallSize);

    internal static ColorBar Of(Quantity quantity) => new() { Title = new(quantity.Heading) { Side = "right", Font = new(Size: Theme.FontSize) } };
}
