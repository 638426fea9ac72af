using System.Globalization;

namespace CarbonComp.Interactive;

/// <summary>A column of a frame of either library.</summary>
/// <param name="Heading">Its heading as in the frame.</param>
/// <param name="Cells">Its cells; null where a value is missing.</param>
internal sealed record FrameColumn(string Heading, object?[] Cells)
{
    public FrameHeading Parsed { get; } = FrameHeading.Parse(Heading);

    /// <summary>The cells as labels, trimmed; null where there is none.</summary>
    public string?[] Labels() => Array.ConvertAll(Cells, cell => cell switch
    {
        null => null,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()?.Trim() is { Length: > 0 } text ? text : null,
    });

    /// <summary>The cells as finite numbers; what is missing or not a number becomes a fault.</summary>
    public double[] Numbers(Faults faults)
    {
        var (numbers, missing, infinite, texts) = (new double[Cells.Length], new List<int>(), new List<int>(), new List<int>());
        for (var row = 0; row < Cells.Length; row++)
        {
            if (Cells[row] is null) missing.Add(row);
            else if (!TryNumber(Cells[row], out numbers[row])) texts.Add(row);
            else if (double.IsNaN(numbers[row])) missing.Add(row);
            else if (double.IsInfinity(numbers[row])) infinite.Add(row);
        }
        faults.AddRows(missing, rows => $"column \"{Heading}\" has no value in {rows}. Give a value (0 only where it is zero), or leave such rows out.");
        faults.AddRows(infinite, rows => $"column \"{Heading}\" is infinite in {rows}. Check what it was divided by.");
        if (texts.Count > 0)
            faults.Add($"column \"{Heading}\" has text where numbers are needed: "
                + $"{Faults.Shorten(texts, row => $"\"{Cells[row]}\" in {Faults.Row(row)}")}. Convert it to numbers first.");
        return numbers;
    }

    private static bool TryNumber(object? cell, out double number)
    {
        var isNumber = cell is double or float or decimal or int or long or short or byte or sbyte or ushort or uint or ulong;
        number = isNumber ? Convert.ToDouble(cell, CultureInfo.InvariantCulture) : double.NaN;
        return isNumber;
    }
}
