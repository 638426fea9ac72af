using System.Buffers.Binary;
using System.Text;
using System.Xml.Linq;

namespace CarbonComp.Charts.Tests;

/// <summary>Pictures for a manuscript, drawn by the browser that is installed.</summary>
[Trait("size", "large")]
public sealed class ImageTests : IDisposable
{
    private static readonly CarbonFigure Bars = CarbonChart.DivergingBar(Cities.Net()).WithTitle("Who pays? 二氧化碳 & <others>").WithSize(640, 480);
    private readonly string folder = Directory.CreateTempSubdirectory("carboncomp-images-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Vector_picture_has_the_figures_size_and_words()
    {
        var svg = XDocument.Parse(Encoding.UTF8.GetString(Saved("figure.svg"))).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.Equal(("640", "480"), (svg.Attribute("width")!.Value, svg.Attribute("height")!.Value));
        foreach (var words in (string[])["Who pays? 二氧化碳 & <others>", "Tangshan", "constructed, not observed"])
            Assert.Contains(words, svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Pixels_are_the_figures_times_the_scale()
    {
        var png = Saved("figure.png");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal((1920, 1440), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        // A blank picture of this size would be a few kilobytes.
        Assert.InRange(png.Length, 30_000, 2_000_000);
    }

    [Fact]
    public void Sheet_has_one_page_of_the_figures_size()
    {
        var pdf = Encoding.Latin1.GetString(Saved("figure.pdf"));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        // 640 × 480 px of 96 to the inch in points of 72.
        Assert.Contains("/MediaBox [0 0 480 360]", pdf, StringComparison.Ordinal);
        Assert.Contains("/Count 1", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_ending_or_scale_leaves_the_old_file()
    {
        var file = Path.Combine(folder, "figure.gif");
        File.WriteAllText(file, "old");
        Assert.Contains(".svg, .png or .pdf", Assert.Throws<CarbonCompException>(() => Bars.SaveImage(file)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Bars.SaveImage(Path.Combine(folder, "figure.png"), scale: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bars.SaveImage(Path.Combine(folder, "figure.png"), scale: 100));
        Assert.Equal("old", File.ReadAllText(file));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void Stopped_work_writes_nothing()
    {
        SkipWithoutBrowser();
        Assert.ThrowsAny<OperationCanceledException>(() => Bars.SaveImage(Path.Combine(folder, "figure.png"), cancellation: new(canceled: true)));
        Assert.Empty(Directory.GetFiles(folder));
    }

    private byte[] Saved(string name)
    {
        SkipWithoutBrowser();
        var path = Path.Combine(folder, name);
        Bars.SaveImage(path);
        Assert.Equal([path], Directory.GetFiles(folder));
        return File.ReadAllBytes(path);
    }

    private static void SkipWithoutBrowser()
    {
        Assert.SkipWhen(Installed.Chromium is null, "No Chromium at /usr/bin/chromium: apt-get install chromium.");
        Assert.SkipUnless(PlotlyResource.Cartesian.IsPresent, $"Built without plotly.js: {PlotlyResource.Remedy}.");
    }
}
