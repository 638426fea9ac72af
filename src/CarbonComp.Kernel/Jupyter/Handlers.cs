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
        new HistoryHandler(server),
        new CommInfoHandler(server),
        new CommHandler(server, "comm_open"),
        new CommHandler(server, "comm_msg"),
        new CommHandler(server, "comm_close"),
        new InterruptHandler(server),
        new ShutdownHandler(server),
    ];
}
