using System.IO.Compression;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CarbonComp.Charts;

/// <summary>A file that plotly draws with, plotly.js itself or the outlines of a map, as an assembly carries it: compressed by gzip when the assembly
/// was built.</summary>
public sealed partial class PlotlyResource
{
    private readonly Lazy<byte[]?> packed;
    private readonly Lock turn = new();
    private long? lastCarried;

    /// <summary>The file that an assembly embeds.</summary>
    /// <param name="name">Its name on a page, such as "cartesian" or "world_110m".</param>
    /// <param name="assembly">The assembly.</param>
    /// <param name="resource">The name of the resource, compressed by gzip.</param>
    public PlotlyResource(string name, Assembly assembly, string resource)
    {
        Name = name;
        packed = new(() => Read(assembly, resource));
    }

    /// <summary>The build of plotly.js that draws bars, points, lines, heat maps, histograms, boxes, contours and pies.</summary>
    public static PlotlyResource Cartesian { get; } = new("cartesian", typeof(PlotlyResource).Assembly, "plotly-cartesian.min.js.gz");

    /// <summary>The advice where a resource is missing.</summary>
    public const string Remedy = "run ./environment/run.sh, or npm ci in the folder environment and build again";

    /// <summary>Its name on a page.</summary>
    public string Name { get; }

    /// <summary>Whether the build found the file in environment/node_modules.</summary>
    public bool IsPresent => packed.Value is not null;

    /// <summary>The version that plotly.js states; null for another file, or where it is missing.</summary>
    public string? Version
    {
        get
        {
            if (packed.Value is not { } bytes) return null;
            var opening = new char[400];
            using var reader = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
            // The file opens with a comment: "plotly.js (cartesian - minified) v3.7.0".
            var stated = Opening().Match(new string(opening, 0, reader.ReadBlock(opening)));
            return stated.Success ? stated.Groups["version"].Value : null;
        }
    }

    /// <summary>The compressed file as base64; null where it is missing.</summary>
    internal string? Base64 => packed.Value is { } bytes ? Convert.ToBase64String(bytes) : null;

    /// <summary>Whether the figure that is shown now carries the file: unless another one did within the last ten seconds.</summary>
    /// <remarks>
    /// A notebook that runs through has it about once; a cell that is run again brings it anew, whatever was deleted meanwhile.
    /// Classic Notebook drops outputs above 3 MB in 3 s, so not every figure can have it.
    /// </remarks>
    internal bool Carry()
    {
        if (!IsPresent) return false;
        lock (turn)
        {
            var now = Environment.TickCount64;
            if (lastCarried is { } last && now - last < 10_000) return false;
            lastCarried = now;
            return true;
        }
    }

    private static byte[]? Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex(@"plotly\.js[^\n]*\bv(?<version>\d+\.\d+\.\d+)")]
    private static partial Regex Opening();
}
