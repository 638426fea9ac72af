namespace CarbonComp.Charts;

/// <summary>Keeps results of a notebook under a name, so that <c>carboncomp sweep</c> can collect them from many runs.</summary>
/// <remarks>With <c>using static CarbonComp.Charts.Recording;</c> a cell says <c>Record("net payment", vector)</c>. The values become an output of the
/// executed notebook, of type <c>application/vnd.carboncomp.record+json</c>, in the units of the result. On a kernel that lends no function to
/// show outputs, such as .NET Interactive, nothing happens. A name, row and column can be recorded once a run.</remarks>
public static class Recording
{
    /// <summary>Records a result: each number, text and truth value with the label of its row and, in a table of several columns, of its column.</summary>
    /// <param name="name">The name under which the values are collected.</param>
    /// <param name="result">A vector, a matrix or another result that is a table.</param>
    public static void Record(string name, ITabular result)
    {
        ArgumentNullException.ThrowIfNull(result);
        RecordOutput.Show(name, RecordOutput.Of(result));
    }

    /// <summary>Records a number.</summary>
    /// <param name="name">The name under which it is collected.</param>
    /// <param name="value">The number; not-a-number and infinities are kept as such.</param>
    /// <param name="unit">Its unit, such as <c>yuan</c>.</param>
    public static void Record(string name, double value, string unit = "") => RecordOutput.Show(name, [new(null, null, value, null, unit, null)]);

    /// <summary>Records a text.</summary>
    /// <param name="name">The name under which it is collected.</param>
    /// <param name="text">The text, such as the name of the largest payer.</param>
    public static void Record(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        RecordOutput.Show(name, [new(null, null, null, text, null, null)]);
    }
}
