using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json.Nodes;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>The process of a notebook's cells, seen from the runner.</summary>
internal sealed class CellProcess : IDisposable
{
    /// <summary>The command by which the program runs as such a process.</summary>
    public const string Command = "cells";

    /// <summary>The number under which the process says that it has started.</summary>
    public const int Start = 0;

    private const int MostSaid = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A process started between the pipes of another and its start would hold those open.
    private static readonly Lock Starting = new();

    private volatile NotebookOutputs outputs;
    private readonly Process process;
    private readonly AnonymousPipeServerStream requests;
    private readonly StreamWriter writer;
    private readonly Thread listener;
    private readonly Lock gate = new();
    private readonly List<string> said = [];
    private readonly List<(int Cell, CellError Error)> unhandled = [];
    private TaskCompletionSource<CellError?> done = new();
    private int running = Start;
    private bool isKilled;

    public CellProcess(string folder, NotebookOutputs outputs)
    {
        this.outputs = outputs;
        AnonymousPipeServerStream events;
        lock (Starting)
        {
            requests = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            events = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            var program = new ProcessStartInfo(Environment.ProcessPath!) { WorkingDirectory = folder, RedirectStandardError = true };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
                program.ArgumentList.Add(typeof(CellProcess).Assembly.Location);
            program.ArgumentList.Add(Command);
            program.ArgumentList.Add(requests.GetClientHandleAsString());
            program.ArgumentList.Add(events.GetClientHandleAsString());
            process = Process.Start(program)!;
            requests.DisposeLocalCopyOfClientHandle();
            events.DisposeLocalCopyOfClientHandle();
        }
        writer = new StreamWriter(requests, new UTF8Encoding(false)) { AutoFlush = true };
        process.ErrorDataReceived += (_, e) => Heard(e.Data);
        process.BeginErrorReadLine();
        Started = done.Task;
        listener = new Thread(() => Listen(events)) { IsBackground = true, Name = "cells" };
        listener.Start();
    }

    /// <summary>Done when the process is ready for its first cell.</summary>
    public Task Started { get; private set; }

    /// <summary>What threads of cells threw and nobody caught.</summary>
    public IReadOnlyList<(int Cell, CellError Error)> Unhandled
    {
        get
        {
            lock (gate)
                return [.. unhandled];
        }
    }

    /// <summary>Makes the process ready for another notebook, as if it had just been started.</summary>
    /// <remarks>It keeps what the runtime has compiled, and loads the notebook's own libraries anew.</remarks>
    public void Renew(string folder, NotebookOutputs next)
    {
        lock (gate)
        {
            running = Start;
            done = new TaskCompletionSource<CellError?>(TaskCreationOptions.RunContinuationsAsynchronously);
            Started = done.Task;
            unhandled.Clear();
            outputs = next;
        }
        Send(new JsonObject { [CellEvent.Renew] = folder });
        if (!listener.IsAlive)
            done.TrySetException(new EndOfStreamException());
    }

    /// <summary>Starts a cell.</summary>
    /// <returns>Its error, or <see langword="null"/>.</returns>
    /// <exception cref="EndOfStreamException">By the task: the process ended before the cell did.</exception>
    public Task<CellError?> Run(int cell, string source)
    {
        TaskCompletionSource<CellError?> own;
        lock (gate)
        {
            running = cell;
            own = done = new TaskCompletionSource<CellError?>(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        Send(new JsonObject { ["cell"] = cell, ["source"] = source });
        // It may have ended after the cell before.
        if (!listener.IsAlive)
            own.TrySetException(new EndOfStreamException());
        return own.Task;
    }

    /// <summary>Asks the running cell to stop.</summary>
    public void Stop() => Send(new JsonObject { ["stop"] = true });

    /// <summary>Ends the process whatever it does.</summary>
    public void Kill()
    {
        isKilled = true;
        process.Kill();
    }

    /// <summary>Lets the process end, and hears its last words.</summary>
    public void Close()
    {
        try
        {
            writer.Dispose();
        }
        catch (IOException)
        {
            // It has ended before it read all.
        }
        if (!process.WaitForExit(Patience))
            Kill();
        listener.Join(Patience);
    }

    /// <summary>Why the process ended by itself, with what it said.</summary>
    public CellError End()
    {
        process.WaitForExit(Patience);
        var code = process.HasExited ? process.ExitCode : -1;
        var how = !isKilled && code > 128 ? Invariant(code - 128) : string.Create(CultureInfo.InvariantCulture, $"with exit code {code}");
        var message = $"The process that runs the cells ended {how} while this cell ran, and with it all variables. "
            + "A cell must not end it: Environment.Exit, recursion without end, a crash in native code and too much memory do.";
        lock (said)
            return new CellError("ProcessEnded", message, [message, .. said]);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
        requests.Dispose();
    }

    private static string Invariant(int signal) => string.Create(CultureInfo.InvariantCulture,
        $"by signal {signal}{signal switch { 6 => " (abort)", 9 => " (kill)", 11 => " (segmentation fault)", 15 => " (terminate)", _ => "" }}");

    private void Send(JsonObject request)
    {
        try
        {
            lock (writer)
                writer.WriteLine(request.ToJsonString());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It has ended; the listener says so.
        }
    }

    private void Listen(AnonymousPipeServerStream events)
    {
        using var reader = new StreamReader(events, new UTF8Encoding(false));
        while (reader.ReadLine() is { } line)
        {
            if (Parsed(line) is not { } told)
                continue;
            var cell = CellEvent.Cell(told);
            switch (CellEvent.Kind(told))
            {
                case CellEvent.Done:
                    lock (gate)
                        if (cell == running)
                            done.TrySetResult(Error(told));
                    break;
                case CellEvent.Unhandled:
                    lock (gate)
                        unhandled.Add((cell, Error(told)!));
                    break;
                default:
                    outputs.Take(told);
                    break;
            }
        }
        lock (gate)
            done.TrySetException(new EndOfStreamException());
    }

    /// <summary>An event; <see langword="null"/> for the half of one that a process wrote before it died.</summary>
    private static JsonObject? Parsed(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static CellError? Error(JsonObject told) => told["error"] is JsonObject error
        ? new CellError(error["name"]!.GetValue<string>(), error["message"]!.GetValue<string>(),
            [.. error["traceback"]!.AsArray().Select(line => line!.GetValue<string>())]) { Answer = error["answer"]?.GetValue<string>() }
        : null;

    private void Heard(string? line)
    {
        if (line is null)
            return;
        lock (said)
            if (said.Count < MostSaid)
                said.Add(line);
        Console.Error.WriteLine(line);
    }
}
