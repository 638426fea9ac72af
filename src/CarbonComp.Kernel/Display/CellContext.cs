namespace CarbonComp.Kernel.Display;

/// <summary>The cell that code belongs to; it flows into the tasks and threads the cell starts, so that late output finds its cell.</summary>
internal sealed class CellContext
{
    private static readonly AsyncLocal<CellContext?> Flowing = new();
    private static volatile CellContext? latest;

    public CellContext(ICellOutput output, IGuestFormatters guest) => (Output, Guest) = (output, guest);

    /// <summary>The cell of the running code, or the latest cell where that cannot be known.</summary>
    public static CellContext? Current => Flowing.Value ?? latest;

    public ICellOutput Output { get; }

    /// <summary>Formatters of .NET Interactive's libraries that the cell's session uses.</summary>
    public IGuestFormatters Guest { get; }

    /// <summary>Signalled when the cell is asked to stop.</summary>
    public CancellationToken StopToken { get; set; }

    /// <summary>Makes this the cell of what the current thread runs from here on.</summary>
    public void Enter()
    {
        Flowing.Value = this;
        latest = this;
    }
}
