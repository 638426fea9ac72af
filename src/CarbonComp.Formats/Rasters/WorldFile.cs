using System.Globalization;

namespace CarbonComp.Formats;

// Six numbers in a file beside a raster that say where its cells lie: width, two turns, negative height, and the centre of the north-western cell.
internal static class WorldFile
{
    private static readonly string[] Endings = [".tfw", ".tifw", ".tiffw", ".wld", ".TFW"];

    // Scale and tie point as in a GeoTIFF; null where there is no such file.
    public static (double[] Scale, double[] Tie)? Read(string path, string file)
    {
        var found = Endings.Select(e => Path.ChangeExtension(path, e)).Append(path + "w").FirstOrDefault(File.Exists);
        if (found is null) return null;
        var name = Path.GetFileName(found);
        double[] numbers = [.. File.ReadLines(found).Where(line => line.Trim().Length > 0).Take(7).Select((line, i) =>
            double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
                : throw new DataException($"{name}, line {i + 1}", "it is not a number. A world file has six, one a line."))];
        if (numbers.Length != 6) throw new DataException(name, $"it has {numbers.Length} numbers. A world file has six.");
        if (numbers[1] != 0 || numbers[2] != 0) throw new DataException(file, "it is rotated, which is not read. Turn it north-up: gdalwarp in.tif out.tif.");
        return ([numbers[0], -numbers[3]], [0.5, 0.5, 0, numbers[4], numbers[5], 0]);
    }
}
