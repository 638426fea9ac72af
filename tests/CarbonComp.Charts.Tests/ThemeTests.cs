namespace CarbonComp.Charts.Tests;

/// <summary>The theme against WCAG 2.2 and against the colours that colour-blind readers see.</summary>
public sealed class ThemeTests
{
    [Fact]
    public void Texts_reach_the_contrast_of_WCAG_AA() =>
        Assert.All([Theme.Text, Theme.Muted, Theme.Neutral],
            c => Assert.True(c.Contrast(Theme.Background) >= 4.5, $"{c}: {c.Contrast(Theme.Background):0.00}"));

    [Fact]
    public void Marks_reach_the_contrast_of_graphical_parts() =>
        Assert.All(Theme.Qualitative.Append(Theme.Payer).Append(Theme.Receiver),
            c => Assert.True(c.Contrast(Theme.Background) >= 3, $"{c}: {c.Contrast(Theme.Background):0.00}"));

    [Fact]
    public void Numbers_can_be_read_on_every_colour_of_the_scales() =>
        Assert.All(new[] { ColorScale.Sequential, ColorScale.Diverging }.SelectMany(s => Enumerable.Range(0, 101).Select(i => s.At(i / 100.0))),
            c => Assert.True(c.Contrast(Theme.TextOn(c)) >= 3.9, $"{c}: {c.Contrast(Theme.TextOn(c)):0.00}"));

    [Fact]
    public void Contrast_is_that_of_WCAG()
    {
        Assert.Equal(21, ThemeColor.Parse("#000000").Contrast(ThemeColor.Parse("#FFFFFF")), 6);
        // The customary example of a grey that just passes.
        Assert.Equal(4.54, ThemeColor.Parse("#767676").Contrast(ThemeColor.Parse("#FFFFFF")), 2);
    }

    [Fact]
    public void Sequential_scale_darkens_evenly()
    {
        var lightness = Enumerable.Range(0, 11).Select(i => Lightness(ColorScale.Sequential.At(i / 10.0))).ToArray();
        var steps = lightness.Zip(lightness.Skip(1), (a, b) => a - b).ToArray();
        Assert.All(steps, s => Assert.InRange(s, 0.4 * steps.Average(), 1.7 * steps.Average()));
    }

    [Fact]
    public void Diverging_scale_is_equally_strong_on_both_sides() =>
        Assert.All(Enumerable.Range(0, 6),
            i => Assert.InRange(Math.Abs(Lightness(ColorScale.Diverging.At(i / 10.0)) - Lightness(ColorScale.Diverging.At(1 - i / 10.0))), 0, 13));

    [Theory, InlineData("protanopia"), InlineData("deuteranopia"), InlineData("tritanopia")]
    public void Payers_and_receivers_differ_for_colour_blind_readers(string kind) =>
        Assert.True(Distance(Seen(Theme.Payer, kind), Seen(Theme.Receiver, kind)) > 40);

    // Viénot, Brettel, Mollon 1999 (protanopia, deuteranopia) and Brettel 1997 reduced to one plane (tritanopia), on linear RGB.
    private static (double R, double G, double B) Seen(ThemeColor c, string kind)
    {
        double[] v = [Linear(c.R), Linear(c.G), Linear(c.B)];
        double[][] m = kind switch
        {
            "protanopia" => [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
            "deuteranopia" => [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
            _ => [[1.01277, 0.13548, -0.14826], [-0.01243, 0.86812, 0.14431], [0.07589, 0.805, 0.11911]],
        };
        double Row(int i) => Math.Clamp(m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2], 0, 1);
        return (Row(0), Row(1), Row(2));
    }

    private static double Linear(byte c) => c / 255.0 is var s && s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4);

    private static double Lightness(ThemeColor c) => 116 * F(c.Luminance) - 16;

    private static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : (24389.0 / 27 * t + 16) / 116;

    private static double Distance((double R, double G, double B) a, (double R, double G, double B) b)
    {
        static (double L, double A, double B) Lab((double R, double G, double B) c)
        {
            double x = (0.4124 * c.R + 0.3576 * c.G + 0.1805 * c.B) / 0.9505,
            y = 0.2126 * c.R + 0.7152 * c.G + 0.0722 * c.B, z = (0.0193 * c.R + 0.1192 * c.G + 0.9505 * c.B) / 1.089;
            return (116 * F(y) - 16, 500 * (F(x) - F(y)), 200 * (F(y) - F(z)));
        }
        var (p, q) = (Lab(a), Lab(b));
        return Math.Sqrt(Math.Pow(p.L - q.L, 2) + Math.Pow(p.A - q.A, 2) + Math.Pow(p.B - q.B, 2));
    }
}
