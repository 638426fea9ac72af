namespace CarbonComp;

/// <summary>The stop button of the notebook that the library runs in.</summary>
/// <remarks>
/// A kernel cannot stop compiled code from outside. Ours leaves the running cell's token where any library finds it without
/// knowing the kernel; long computations look at it between their steps, whether or not they were given a token of their own.
/// </remarks>
internal static class StopButton
{
    private const string Key = "Notebook.CellCancellationToken";

    /// <summary>Ends the work when the person asked the running cell to stop; does nothing outside a notebook.</summary>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public static void Look()
    {
        if (AppContext.GetData(Key) is CancellationToken cell) cell.ThrowIfCancellationRequested();
    }

    /// <summary>Ends the work when the caller's token or the person asks for it.</summary>
    /// <param name="given">The token a caller gave.</param>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    public static void ThrowIfStopped(this CancellationToken given)
    {
        given.ThrowIfCancellationRequested();
        Look();
    }
}
