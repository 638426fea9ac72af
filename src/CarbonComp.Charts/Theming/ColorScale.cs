using System.Globalization;

namespace CarbonComp.Charts;

/// <summary>Colours for a range of numbers, from the lowest to the highest.</summary>
/// <param name="Colors">At least two colours, evenly spaced.</param>
public sealed record ColorScale(IReadOnlyList<ThemeColor> Colors)
{
    /// <summary>Pale green to dark violet: lightness falls evenly, so that it can be read with every kind of colour vision and in grey (seaborn's
    /// mako, reversed).</summary>
    public static ColorScale Sequential { get; } = new(
        [.. "DEF5E5 ADE3C0 6CD3AD 43BBAD 35A1AB 3487A6 366DA0 3D5296 403A75 35264C 231526".Split(' ').Select(ThemeColor.Parse)]);

    /// <summary>Blue through white to vermillion: receivers, nobody, payers.</summary>
    public static ColorScale Diverging { get; } = new(
        [.. "00456E 0072B2 4C9CCB 97C5E1 D3E5F0 F7F7F7 F8DFCB F2B98E E68A45 D55E00 8F3F00".Split(' ').Select(ThemeColor.Parse)]);

    /// <summary>The colour at a share of the range.</summary>
    /// <param name="share">0 is the lowest, 1 the highest; beyond is cut.</param>
    public ThemeColor At(double share)
    {
        var place = Math.Clamp(double.IsFinite(share) ? share : 0, 0, 1) * (Colors.Count - 1);
        var low = Math.Min((int)place, Colors.Count - 2);
        return Colors[low].Mix(Colors[low + 1], place - low);
    }

    /// <summary>The scale as plotly reads it: pairs of share and colour.</summary>
    internal IReadOnlyList<IReadOnlyList<object>> ToPlotly() =>
        [.. Colors.Select((c, i) => new object[] { Math.Round((double)i / (Colors.Count - 1), 4), c.ToString() })];
}
