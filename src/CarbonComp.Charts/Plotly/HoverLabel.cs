namespace CarbonComp.Charts;

/// <summary>How hover texts look.</summary>
internal sealed record HoverLabel
{
    /// <summary>Their font.</summary>
    public TextFont Font { get; init; } = new(Theme.FontFamily, Theme.SmallSize, Theme.Text.ToString());

    /// <summary>Background.</summary>
    public string BgColor { get; init; } = Theme.Background.ToString();

    /// <summary>Their outline.</summary>
    public string BorderColor { get; init; } = Theme.Muted.ToString();

    /// <summary>"left": lines begin together.</summary>
    public string Align { get; init; } = "left";
}
