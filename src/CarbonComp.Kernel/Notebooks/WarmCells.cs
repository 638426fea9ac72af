namespace CarbonComp.Kernel.Notebooks;

/// <summary>A process of cells that serves one notebook after the other, each with a session of its own.</summary>
internal sealed class WarmCells : IDisposable
{
    // What a session loaded stays loaded as long as its process.
    private const int Most = 25;

    private CellProcess? process;
    private int served;

    /// <summary>A process that is ready, or starting, for a notebook in this folder.</summary>
    public CellProcess Take(string folder, NotebookOutputs outputs)
    {
        if (process is not null && ++served < Most)
        {
            process.Renew(folder, outputs);
            return process;
        }
        Drop();
        served = 0;
        return process = new CellProcess(folder, outputs);
    }

    /// <summary>Ends the process: the next notebook gets another.</summary>
    public void Drop()
    {
        process?.Dispose();
        process = null;
    }

    public void Dispose() => Drop();
}
