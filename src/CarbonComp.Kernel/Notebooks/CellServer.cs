using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json.Nodes;
using CarbonComp.Kernel.Display;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>The process that runs a notebook's cells for <c>carboncomp run</c>: what a cell does to it, the runner outlives.</summary>
internal sealed partial class CellServer : IDisposable
{
    private readonly BlockingCollection<JsonObject> requests = [];
    private readonly Lock telling = new();
    private readonly StreamReader reader;
    private readonly StreamWriter writer;
    private volatile CSharpSession session = new();
    private volatile CellsOutput? current;

    private CellServer(string requestHandle, string eventHandle)
    {
        reader = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, requestHandle), new UTF8Encoding(false));
        writer = new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, eventHandle), new UTF8Encoding(false));
        KeepFromChildren(requestHandle);
        KeepFromChildren(eventHandle);
    }

    /// <summary>Runs the cells that come, until no more do.</summary>
    public static int Run(string requestHandle, string eventHandle)
    {
        using var server = new CellServer(requestHandle, eventHandle);
        server.Serve();
        return 0;
    }

    public void Dispose()
    {
        session.Dispose();
        requests.Dispose();
    }

    private void Serve()
    {
        // The runner says when to stop; a signal of the terminal comes to both.
        Console.CancelKeyPress += (_, e) => e.Cancel = true;
        ExceptionHandling.SetUnhandledExceptionHandler(e =>
        {
            session.Tell(e);
            if (CellContext.Current?.Output is CellsOutput output)
                Tell(CellEvent.Of(CellEvent.Unhandled, output.Number), new ErrorReport(session.Texts).Of(e, interrupted: false));
            return true;
        });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => current?.Flush();
        Tell(CellEvent.Of(CellEvent.Done, CellProcess.Start));
        new Thread(Receive) { IsBackground = true, Name = "requests" }.Start();
        foreach (var request in requests.GetConsumingEnumerable())
        {
            if (request[CellEvent.Renew]?.GetValue<string>() is { } folder)
            {
                Renew(folder);
                continue;
            }
            var number = CellEvent.Cell(request);
            var own = session;
            using var output = new CellsOutput(number, told => Tell(told, own));
            current = output;
            var error = own.Execute(request["source"]!.GetValue<string>(), number, output).Error;
            output.Finish();
            Tell(CellEvent.Of(CellEvent.Done, number), error);
        }
    }

    /// <summary>Makes ready for another notebook. What code of the notebook before still says is dropped.</summary>
    private void Renew(string folder)
    {
        lock (telling)
        {
            session.Dispose();
            session = new CSharpSession();
            Environment.CurrentDirectory = folder;
            writer.WriteLine(CellEvent.Of(CellEvent.Done, CellProcess.Start).ToJsonString());
            writer.Flush();
        }
    }

    private void Receive()
    {
        while (reader.ReadLine() is { } line)
        {
            var request = JsonNode.Parse(line)!.AsObject();
            if (request.ContainsKey("stop"))
                session.Interrupt();
            else
            {
                if (!request.ContainsKey(CellEvent.Renew))
                    session.Expect();
                requests.Add(request);
            }
        }
        // The runner has all it wants, or is gone.
        Environment.Exit(0);
    }

    private void Tell(JsonObject told, CellError? error)
    {
        if (error is not null)
            told["error"] = new JsonObject { ["name"] = error.Name, ["message"] = error.Message, ["answer"] = error.Answer,
                ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]) };
        Tell(told);
    }

    private void Tell(JsonObject told, CSharpSession? of = null)
    {
        lock (telling)
        {
            if (of is not null && of != session)
                return;
            writer.WriteLine(told.ToJsonString());
            writer.Flush();
        }
    }

    /// <summary>Lets no program that a cell starts hold the pipe open.</summary>
    private static void KeepFromChildren(string handle)
    {
        const int SetFlags = 2, CloseOnExec = 1;
        if (!OperatingSystem.IsWindows())
            _ = Fcntl(int.Parse(handle, System.Globalization.CultureInfo.InvariantCulture), SetFlags, CloseOnExec);
    }

    [LibraryImport("libc", EntryPoint = "fcntl"), UnsupportedOSPlatform("windows")]
    private static partial int Fcntl(int descriptor, int command, int flags);
}
