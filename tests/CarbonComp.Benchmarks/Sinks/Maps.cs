using System.Diagnostics;
using System.Globalization;
using CarbonComp.Formats;
using CarbonComp.Regions;
using CarbonComp.Sinks;

namespace CarbonComp.Benchmarks;

/// <summary>Class areas of thirteen cities from illustrative maps of growing size, uncompressed and Deflate, beside GDAL reading the same files.</summary>
public static class Maps
{
    private static readonly double[] Sizes = [1e7, 1e8, 1e9];

    /// <summary>Runs the benchmark.</summary>
    /// <param name="arguments">Numbers of cells; or <c>once FILE</c>, which sums one file and prints seconds and the most memory held.</param>
    public static int Run(string[] arguments)
    {
        if (arguments is ["once", var one]) return Once(one);
        var folder = Directory.CreateTempSubdirectory("carboncomp-maps-");
        try
        {
            foreach (var cells in arguments.Length > 0 ? arguments.Select(a => double.Parse(a, CultureInfo.InvariantCulture)) : Sizes)
            {
                var side = (int)Math.Sqrt(cells);
                var (deflate, plain) = (Path.Combine(folder.FullName, "deflate.tif"), Path.Combine(folder.FullName, "plain.tif"));
                GeoTiff.Write(LabelledRaster.Classes(new PatchRaster(side), "land cover", ValueStatus.Illustrative), deflate,
                    Enumerable.Range(0, 17).ToDictionary(c => c, _ => "#808080"));
                Start("python3", Script, "uncompress", deflate, plain);
                foreach (var file in new[] { plain, deflate })
                {
                    var ours = Start(Environment.ProcessPath!, [.. Self(), "maps", "once", file]);
                    var (seconds, memory) = (Number(ours[0]), Number(ours[1]));
                    var gdal = Number(Start("python3", Script, "read", file)[0]);
                    Console.WriteLine(FormattableString.Invariant($"{(double)side * side:0.00e0} cells, {Path.GetFileNameWithoutExtension(file),-8} {
                        new FileInfo(file).Length / 1e6,7:F0} MB: ")
                        + FormattableString.Invariant($"class areas {seconds,6:F2} s ({side / seconds * side / 1e6,4:F0} million cells/s), at most {
                            memory,4:F0} MB; ")
                        + FormattableString.Invariant($"GDAL reads it in {gdal,6:F2} s ({side / gdal * side / 1e6,4:F0} million cells/s)"));
                }
            }
        }
        finally { folder.Delete(recursive: true); }
        return 0;
    }

    private static string Script => Path.Combine(AppContext.BaseDirectory, "Sinks", "read_map.py");

    private static string[] Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Maps).Assembly.Location] : [];

    private static int Once(string file)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "CarbonComp.sln"))) root = root.Parent;
        var map = CarbonComp.Studies.BeijingTianjinHebei.Load(Path.Combine(root.FullName, "data", "bth-2020"))
            .Map(Path.Combine(root.FullName, "environment", "node_modules", "echarts", "map", "json"));
        using var raster = GeoTiff.Open(file);
        var clock = Stopwatch.StartNew();
        var areas = ZoneCells.Of(map, raster.Frame).ClassAreas(LabelledRaster.Classes(raster, "land cover", ValueStatus.Illustrative),
            new("land class", Enumerable.Range(0, 17).Select(c => $"{c}")));
        var seconds = clock.Elapsed.TotalSeconds;
        if (Math.Abs(areas.Areas.Values.RowSums().Sum() / map.Areas.Total
            - 1) > 0.01) throw new InvalidOperationException("The areas are not those of the cities.");
        Console.WriteLine(seconds.ToString("R", CultureInfo.InvariantCulture));
        using var self = Process.GetCurrentProcess();
        Console.WriteLine((self.PeakWorkingSet64 / 1e6).ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }

    private static string[] Start(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed. GDAL is Debian's python3-gdal.");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Patches of classes over Beijing, Tianjin and Hebei: illustrative, as ragged as land cover, computed while it is read.</summary>
    private sealed class PatchRaster(int side) : IRaster
    {
        public RasterFrame Frame { get; } = new("patches", side, side, 113, 43, 7.0 / side, 7.0 / side, RasterCoordinates.LongitudeLatitude);

        public int BlockRows => 256;

        public int BlockColumns => side;

        public void Read(RasterWindow window, Span<double> values)
        {
            window.Require(Frame, values.Length);
            for (var row = 0; row < window.Rows; row++)
                for (var column = 0; column < window.Columns; column++)
                {
                    var (y, x) = (window.Row + row, window.Column + column);
                    // Patches of some ten cells whose borders are frayed; three quarters are the class of a wider patch.
                    var (fine, wide) = (Mix((uint)(y / 9 * 7919 + x / 11)), Mix((uint)(y / 97 * 104729 + x / 83)));
                    values[row * window.Columns + column] = (fine & 3) == 0 ? fine / 4 % 17 : wide % 17;
                }
        }

        private static uint Mix(uint x)
        {
            x = (x ^ x >> 16) * 0x45d9f3b;
            return (x ^ x >> 16) * 0x45d9f3b ^ x >> 13;
        }
    }
}
