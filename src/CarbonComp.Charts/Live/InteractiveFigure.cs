namespace CarbonComp.Charts;

/// <summary>A figure with controls: already on the page where that is live, or its still form.</summary>
/// <remarks>Made by <see cref="Interaction"/>. As the value of a cell it shows the still form, or on a live page a sentence.</remarks>
[TypeFormatterSource(typeof(InteractiveFigureFormatterSource))]
public sealed class InteractiveFigure
{
    internal InteractiveFigure(IReadOnlyList<string> controls, ExploredFigure? still) => (Controls, Still) = (controls, still);

    /// <summary>The names of the controls.</summary>
    public IReadOnlyList<string> Controls { get; }

    /// <summary>The figure with a slider over values computed beforehand; null where the controls are on the page and call the code.</summary>
    public ExploredFigure? Still { get; }

    /// <summary>Whether the controls are on the page and call the code.</summary>
    public bool IsLive => Still is null;

    /// <summary>The still form in words, or a sentence on the controls.</summary>
    public override string ToString() => Still?.ToString() ?? $"Move {Listed}: the figure above is computed anew.";

    private string Listed => Controls.Count == 1 ? Controls[0] : $"{string.Join(", ", Controls.SkipLast(1))} or {Controls[^1]}";
}
