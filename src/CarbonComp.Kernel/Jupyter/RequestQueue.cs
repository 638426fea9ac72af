namespace CarbonComp.Kernel.Jupyter;

/// <summary>The shell's requests in the order they came.</summary>
internal sealed class RequestQueue
{
    private readonly LinkedList<JupyterMessage> waiting = new();
    private readonly object gate = new();
    private bool closed;

    public void Add(JupyterMessage request)
    {
        lock (gate)
        {
            waiting.AddLast(request);
            Monitor.Pulse(gate);
        }
    }

    /// <summary>The next request, waiting for it; <see langword="null"/> at the end.</summary>
    public JupyterMessage? Take()
    {
        lock (gate)
        {
            while (waiting.Count == 0)
            {
                if (closed)
                    return null;
                Monitor.Wait(gate);
            }
            if (closed)
                return null;
            var next = waiting.First!.Value;
            waiting.RemoveFirst();
            return next;
        }
    }

    /// <summary>Marks all waiting requests of a type: they are answered in their turn, but not carried out.</summary>
    public void AbortAll(string type)
    {
        lock (gate)
            foreach (var request in waiting)
                request.IsAborted |= request.Type == type;
    }

    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }
}
