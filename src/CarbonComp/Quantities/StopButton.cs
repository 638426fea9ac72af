namespace CarbonComp;

// The stop button of the notebook that the library runs in. A kernel cannot stop compiled code from outside. Ours leaves the running cell's token
// where any library finds it without knowing the kernel; long computations look at it between their steps, with or without a token of their own.
internal static class StopButton
{
    private const string Key = "Notebook.CellCancellationToken";

    // Throws OperationCanceledException when the person asked the running cell to stop; does nothing outside a notebook.
    public static void Look()
    {
        if (AppContext.GetData(Key) is CancellationToken cell) cell.ThrowIfCancellationRequested();
    }

    // Throws OperationCanceledException when the caller's token or the person asks for it.
    public static void ThrowIfStopped(this CancellationToken given)
    {
        given.ThrowIfCancellationRequested();
        Look();
    }
}
