namespace CarbonComp.Kernel.Jupyter;

/// <summary>The library's own threads.</summary>
internal sealed class ZmqContext : IDisposable
{
    /// <exception cref="DllNotFoundException">There is no libzmq; the message says what to install.</exception>
    public ZmqContext() => Handle = ZeroMq.zmq_ctx_new();

    public nint Handle { get; }

    /// <summary>Makes every blocking call return, so that threads can end.</summary>
    public void Shutdown() => _ = ZeroMq.zmq_ctx_shutdown(Handle);

    public void Dispose() => _ = ZeroMq.zmq_ctx_term(Handle);
}
