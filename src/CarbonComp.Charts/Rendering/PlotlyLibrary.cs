using System.IO.Compression;
using System.Reflection;

namespace CarbonComp.Charts;

/// <summary>plotly.js, as this build carries it.</summary>
public static class PlotlyLibrary
{
    private const string Resource = "CarbonComp.Charts.plotly.min.js";
    private static readonly Lazy<(string Base64, string Version)?> Packed = new(Pack);
    private static readonly Lock Turn = new();
    private static long? lastCarried;

    /// <summary>What to do where it is missing.</summary>
    public const string Remedy = "run ./environment/run.sh, or npm ci in the folder environment and build again";

    /// <summary>Whether the build found plotly.js in environment/node_modules.</summary>
    public static bool IsPresent => Packed.Value is not null;

    /// <summary>Its version; null where it is missing.</summary>
    public static string? Version => Packed.Value?.Version;

    /// <summary>The library compressed by gzip, as base64; null where it is missing.</summary>
    internal static string? Base64 => Packed.Value?.Base64;

    /// <summary>Whether the figure that is shown now carries the library: unless another one did within the last ten seconds.</summary>
    /// <remarks>
    /// A notebook that runs through has it about once; a cell that is run again brings it anew, whatever was deleted meanwhile.
    /// Classic Notebook drops outputs above 3 MB in 3 s, so not every figure can have it.
    /// </remarks>
    internal static bool Carry()
    {
        if (!IsPresent) return false;
        lock (Turn)
        {
            var now = Environment.TickCount64;
            if (lastCarried is { } last && now - last < 10_000) return false;
            lastCarried = now;
            return true;
        }
    }

    private static (string, string)? Pack()
    {
        using var script = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource);
        if (script is null) return null;
        var text = new StreamReader(script).ReadToEnd();
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var writer = new StreamWriter(gzip))
            writer.Write(text);
        // The file opens with a comment: "plotly.js (cartesian - minified) v3.7.0".
        var version = System.Text.RegularExpressions.Regex.Match(text[..Math.Min(text.Length, 400)], @"\bv(\d+\.\d+\.\d+)").Groups[1].Value;
        return (Convert.ToBase64String(packed.ToArray()), version.Length > 0 ? version : "unknown");
    }
}
