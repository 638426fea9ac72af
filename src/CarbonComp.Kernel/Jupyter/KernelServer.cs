using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>The kernel on its sockets: one thread owns those that clients send to, one works on the shell's requests in order, one on the control
/// channel's at once.</summary>
internal sealed unsafe class KernelServer : IDisposable
{
    private const string WakeAddress = "inproc://wake";

    private readonly ZmqContext context = new();
    private readonly ZmqSocket shell, control, stdin, iopub, heartbeat, wakeIn, wakeOut;
    private readonly MessageCodec codec;
    private readonly Lock publishing = new();
    private readonly Lock waking = new();
    private readonly ConcurrentQueue<(Channel Channel, List<ReadOnlyMemory<byte>> Frames)> outgoing = new();
    private readonly BlockingCollection<JupyterMessage> controlRequests = [];
    private readonly Dictionary<string, IMessageHandler> handlers = new(StringComparer.Ordinal);
    private volatile bool ending;

    /// <exception cref="InvalidOperationException">An address of the connection file cannot be bound.</exception>
    public KernelServer(ConnectionFile connection, CSharpSession session, History history, DeathNote? note = null)
    {
        History = history;
        Note = note;
        Session = session;
        codec = new MessageCodec(new MessageSigner(connection.SignatureScheme, connection.Key));
        shell = new ZmqSocket(context, ZeroMq.Router);
        control = new ZmqSocket(context, ZeroMq.Router);
        stdin = new ZmqSocket(context, ZeroMq.Router);
        iopub = new ZmqSocket(context, ZeroMq.Pub);
        heartbeat = new ZmqSocket(context, ZeroMq.Rep);
        wakeIn = new ZmqSocket(context, ZeroMq.Pull);
        wakeOut = new ZmqSocket(context, ZeroMq.Push);
        foreach (var socket in (ZmqSocket[])[shell, control, stdin])
        {
            socket.Set(ZeroMq.MaximumMessage, (long)MessageCodec.MostBytes);
            // A client that reconnects under its name takes its place again.
            socket.Set(ZeroMq.RouterHandover, 1);
        }
        iopub.Set(ZeroMq.SendHighWater, 0);
        heartbeat.Set(ZeroMq.MaximumMessage, 64L * 1024);
        wakeIn.Bind(WakeAddress);
        wakeOut.Connect(WakeAddress);
        shell.Bind(connection.Address(connection.ShellPort));
        control.Bind(connection.Address(connection.ControlPort));
        stdin.Bind(connection.Address(connection.StdinPort));
        iopub.Bind(connection.Address(connection.IoPubPort));
        heartbeat.Bind(connection.Address(connection.HeartbeatPort));
        Input = new InputChannel(this);
        foreach (var handler in Handlers.For(this))
            handlers.Add(handler.MessageType, handler);
    }

    public CSharpSession Session { get; }

    public History History { get; }

    /// <summary>A note to the next kernel, in case this one dies.</summary>
    public DeathNote? Note { get; }

    public InputChannel Input { get; }

    /// <summary>How fast <see cref="Publish"/> may be called by what runs away.</summary>
    public Pace Pace { get; } = new(TimeProvider.System);

    /// <summary>Requests that wait for the shell's worker.</summary>
    public RequestQueue Requests { get; } = new();

    /// <summary>Messages refused since the start: unsigned, wrongly signed, replayed or malformed.</summary>
    public long Refused { get; private set; }

    /// <summary>Serves until a shutdown request.</summary>
    public void Run()
    {
        new Thread(Heartbeat) { IsBackground = true, Name = "heartbeat" }.Start();
        new Thread(ServeShell) { IsBackground = true, Name = "shell" }.Start();
        new Thread(ServeControl) { IsBackground = true, Name = "control" }.Start();
        Publish("status", new JsonObject { ["execution_state"] = "starting" }, null);
        while (!ending)
            Exchange(wait: 1000);
        // The shutdown reply is the last to go.
        Exchange(wait: 0);
    }

    /// <summary>Ends <see cref="Run"/> after what is to be sent is sent.</summary>
    public void End()
    {
        ending = true;
        Requests.Close();
        controlRequests.CompleteAdding();
        Wake();
    }

    /// <summary>Sends to everyone who listens. Any thread.</summary>
    public void Publish(string type, JsonObject content, byte[]? parent, JsonObject? metadata = null, IReadOnlyList<byte[]>? buffers = null)
    {
        lock (publishing)
        {
            var frames = codec.Encode(type, content, parent, [MessageCodec.Topic(type)], metadata, buffers);
            iopub.Send(frames);
            Pace.Spend(type, frames.Sum(frame => (long)frame.Length));
        }
    }

    /// <summary>Answers a request on its own channel. Any thread.</summary>
    public void Reply(JupyterMessage request, string type, JsonObject content, JsonObject? metadata = null) =>
        Enqueue(request.Channel, codec.Encode(type, content, request.RawHeader, request.Identities, metadata));

    /// <summary>Asks the client that sent a request something, on the stdin channel.</summary>
    public void Ask(JupyterMessage request, string type, JsonObject content) =>
        Enqueue(Channel.Stdin, codec.Encode(type, content, request.RawHeader, request.Identities));

    /// <summary>Carries a request out between busy and idle.</summary>
    public void Serve(JupyterMessage request)
    {
        Publish("status", new JsonObject { ["execution_state"] = "busy" }, request.RawHeader);
        try
        {
            if (handlers.TryGetValue(request.Type, out var handler))
                handler.Handle(request);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of the kernel's own must not look like silence.
            Publish("stream", new JsonObject { ["name"] = "stderr", ["text"] = $"The kernel failed to answer {request.Type}: {e.Message}\n" },
                request.RawHeader);
            if (request.Type.EndsWith("_request", StringComparison.Ordinal))
                Reply(request, request.Type[..^"request".Length] + "reply", new JsonObject
                {
                    ["status"] = "error", ["ename"] = e.GetType().Name, ["evalue"] = e.Message, ["traceback"] = new JsonArray(),
                });
            Console.OpenStandardError().Write(System.Text.Encoding.UTF8.GetBytes(e + "\n"));
        }
        finally
        {
            lock (publishing)
            {
                Publish("status", new JsonObject { ["execution_state"] = "idle" }, request.RawHeader);
                Pace.Restart();
            }
        }
    }

    public void Dispose()
    {
        ending = true;
        context.Shutdown();
        foreach (var socket in (ZmqSocket[])[shell, control, stdin, wakeIn, wakeOut])
            socket.Dispose();
        lock (publishing)
            iopub.Dispose();
    }

    /// <summary>One turn of the thread that owns the sockets: sends what waits, receives what came.</summary>
    private void Exchange(int wait)
    {
        while (outgoing.TryDequeue(out var message))
            Socket(message.Channel).Send(message.Frames);
        var items = stackalloc ZeroMq.PollItem[4];
        items[0] = new ZeroMq.PollItem { Socket = control.Handle, Events = ZeroMq.PollIn };
        items[1] = new ZeroMq.PollItem { Socket = shell.Handle, Events = ZeroMq.PollIn };
        items[2] = new ZeroMq.PollItem { Socket = stdin.Handle, Events = ZeroMq.PollIn };
        items[3] = new ZeroMq.PollItem { Socket = wakeIn.Handle, Events = ZeroMq.PollIn };
        if (ZeroMq.zmq_poll(items, 4, wait) <= 0)
            return;
        if (items[3].Ready != 0)
            while (wakeIn.Receive(wait: false) is not null)
            {
                // Only its coming matters.
            }
        if (items[0].Ready != 0)
            Receive(Channel.Control, control);
        if (items[1].Ready != 0)
            Receive(Channel.Shell, shell);
        if (items[2].Ready != 0)
            Receive(Channel.Stdin, stdin);
    }

    private void Receive(Channel channel, ZmqSocket socket)
    {
        // A bounded turn: a flood on one channel does not starve the others.
        for (var i = 0; i < 100 && socket.Receive(wait: false) is { } frames; i++)
        {
            if (codec.Decode(channel, frames) is not { } message)
            {
                Refused++;
                continue;
            }
            switch (channel)
            {
                case Channel.Shell:
                    Requests.Add(message);
                    break;
                case Channel.Control:
                    controlRequests.TryAdd(message);
                    break;
                case Channel.Stdin:
                    Input.Receive(message);
                    break;
            }
        }
    }

    private void ServeShell()
    {
        while (Requests.Take() is { } request)
            Serve(request);
    }

    private void ServeControl()
    {
        foreach (var request in controlRequests.GetConsumingEnumerable())
            Serve(request);
    }

    private void Heartbeat()
    {
        using (heartbeat)
            while (!ending && heartbeat.Receive(wait: true) is { } frames)
                heartbeat.Send([.. frames.Select(frame => (ReadOnlyMemory<byte>)frame)]);
    }

    private ZmqSocket Socket(Channel channel) => channel switch { Channel.Shell => shell, Channel.Control => control, _ => stdin };

    private void Enqueue(Channel channel, List<ReadOnlyMemory<byte>> frames)
    {
        outgoing.Enqueue((channel, frames));
        Wake();
    }

    private void Wake()
    {
        lock (waking)
            wakeOut.Send([new byte[] { 1 }]);
    }
}
