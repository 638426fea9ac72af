namespace CarbonComp.Kernel.Jupyter;

/// <summary>The messages this kernel answers.</summary>
internal static class Handlers
{
    public static IEnumerable<IMessageHandler> For(KernelServer server) =>
    [
        new KernelInfoHandler(server),
        new ExecuteHandler(server),
        new CompleteHandler(server),
        new InspectHandler(server),
        new IsCompleteHandler(server),
        new InterruptHandler(server),
        new ShutdownHandler(server),
    ];
}
