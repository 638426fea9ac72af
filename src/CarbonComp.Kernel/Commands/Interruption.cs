using System.Runtime.InteropServices;

namespace CarbonComp.Kernel.Commands;

/// <summary>Ctrl+C and a request to end, as a token: the command ends by itself and says what is kept.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source;
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;

    /// <param name="also">Another token that interrupts.</param>
    public Interruption(CancellationToken also = default)
    {
        source = CancellationTokenSource.CreateLinkedTokenSource(also);
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
    }

    public CancellationToken Token => source.Token;

    public bool IsRequested => source.IsCancellationRequested;

    public void Dispose()
    {
        terminate.Dispose();
        interrupt.Dispose();
        source.Dispose();
    }

    private void Cancel(PosixSignalContext signal)
    {
        signal.Cancel = true;
        source.Cancel();
    }
}
