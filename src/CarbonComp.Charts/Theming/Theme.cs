namespace CarbonComp.Charts;

/// <summary>The one look of all figures: colours that colour-blind readers tell apart, fonts with Chinese characters, sizes that can be read.</summary>
public static class Theme
{
    /// <summary>Fonts, best first: Latin letters of known widths, then Chinese ones of Windows, macOS and Linux.</summary>
    public const string FontFamily =
        "Arial, \"Liberation Sans\", Helvetica, \"Noto Sans CJK SC\", \"Noto Sans SC\", \"PingFang SC\", \"Microsoft YaHei\", \"Source Han Sans SC\", "
        + "\"WenQuanYi Micro Hei\", sans-serif";

    /// <summary>Size of labels and ticks, px.</summary>
    public const double FontSize = 13;

    /// <summary>Size of the title, px.</summary>
    public const double TitleSize = 17;

    /// <summary>Size of the caption and of small labels, px.</summary>
    public const double SmallSize = 12;

    /// <summary>Payers, importers, and values above zero where that is owed: vermillion.</summary>
    public static ThemeColor Payer { get; } = ThemeColor.Parse("#D55E00");

    /// <summary>Recipients, exporters, and values below zero: blue.</summary>
    public static ThemeColor Receiver { get; } = ThemeColor.Parse("#0072B2");

    /// <summary>Neither of both: grey.</summary>
    public static ThemeColor Neutral { get; } = ThemeColor.Parse("#767676");

    /// <summary>Bars, points and lines of one series.</summary>
    public static ThemeColor Primary { get; } = ThemeColor.Parse("#0072B2");

    /// <summary>Titles and labels.</summary>
    public static ThemeColor Text { get; } = ThemeColor.Parse("#222222");

    /// <summary>Captions and axis lines.</summary>
    public static ThemeColor Muted { get; } = ThemeColor.Parse("#555555");

    /// <summary>Lines of the grid.</summary>
    public static ThemeColor Grid { get; } = ThemeColor.Parse("#E3E3E3");

    /// <summary>The background of figures, whatever the notebook's theme.</summary>
    public static ThemeColor Background { get; } = ThemeColor.Parse("#FFFFFF");

    /// <summary>A region without a value on a map.</summary>
    public static ThemeColor Missing { get; } = ThemeColor.Parse("#E0E0E0");

    /// <summary>Colours of series and categories: Okabe and Ito's, then Tol's muted ones; each stands out from white.</summary>
    public static IReadOnlyList<ThemeColor> Qualitative { get; } =
        [.. "0072B2 D55E00 009E73 A8588E B07D00 332288 3E8FC4 882255 117733 AA4499 5E5E5E 8C4A1E 4A7C8C 6B6BBF".Split(' ').Select(ThemeColor.Parse)];

    /// <summary>The colour of a series; they repeat after fourteen.</summary>
    /// <param name="index">From 0.</param>
    public static ThemeColor Series(int index) => Qualitative[index % Qualitative.Count];

    /// <summary>Black or white, whichever is read better on a colour.</summary>
    /// <param name="background">The colour behind the text.</param>
    public static ThemeColor TextOn(ThemeColor background) =>
        background.Contrast(Background) >= background.Contrast(Text) ? Background : Text;
}
