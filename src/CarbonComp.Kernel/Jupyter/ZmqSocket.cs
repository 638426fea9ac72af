using System.Text;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>One socket. Not for two threads at once; its owner sees to that.</summary>
internal sealed unsafe class ZmqSocket : IDisposable
{
    private readonly nint handle;
    private bool closed;

    public ZmqSocket(ZmqContext context, int type)
    {
        handle = ZeroMq.zmq_socket(context.Handle, type);
        if (handle == 0)
            throw new InvalidOperationException("A socket could not be made: " + ZeroMq.Error());
        Set(ZeroMq.Linger, 1000);
    }

    public nint Handle => handle;

    public void Set(int option, int value) => _ = ZeroMq.zmq_setsockopt(handle, option, &value, sizeof(int));

    public void Set(int option, long value) => _ = ZeroMq.zmq_setsockopt(handle, option, &value, sizeof(long));

    public void Set(int option, ReadOnlySpan<byte> value)
    {
        fixed (byte* data = value)
            _ = ZeroMq.zmq_setsockopt(handle, option, data, (nuint)value.Length);
    }

    /// <exception cref="InvalidOperationException">The address is taken or cannot be bound.</exception>
    public void Bind(string address)
    {
        if (ZeroMq.zmq_bind(handle, address) != 0)
            throw new InvalidOperationException($"{address} cannot be bound: {ZeroMq.Error()}");
    }

    public void Connect(string address)
    {
        if (ZeroMq.zmq_connect(handle, address) != 0)
            throw new InvalidOperationException($"{address} cannot be reached: {ZeroMq.Error()}");
    }

    /// <summary>The address it is bound to, with the port the system chose.</summary>
    public string Endpoint
    {
        get
        {
            var buffer = stackalloc byte[256];
            nuint size = 256;
            _ = ZeroMq.zmq_getsockopt(handle, ZeroMq.LastEndpoint, buffer, &size);
            return Encoding.UTF8.GetString(buffer, (int)size - 1);
        }
    }

    public void Send(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            using var pin = frames[i].Pin();
            // A peer that has gone away is no error of ours.
            if (ZeroMq.zmq_send(handle, (byte*)pin.Pointer, (nuint)frames[i].Length, i + 1 < frames.Count ? ZeroMq.SendMore : 0) < 0)
                return;
        }
    }

    /// <summary>The frames of the next message, or <see langword="null"/> when there is none yet (or the context ends).</summary>
    public List<byte[]>? Receive(bool wait)
    {
        var frames = new List<byte[]>();
        ZeroMq.Message message;
        while (true)
        {
            _ = ZeroMq.zmq_msg_init(&message);
            var received = ZeroMq.zmq_msg_recv(&message, handle, wait || frames.Count > 0 ? 0 : ZeroMq.DontWait);
            if (received < 0)
            {
                _ = ZeroMq.zmq_msg_close(&message);
                return null;
            }
            frames.Add(new ReadOnlySpan<byte>(ZeroMq.zmq_msg_data(&message), (int)ZeroMq.zmq_msg_size(&message)).ToArray());
            var more = ZeroMq.zmq_msg_more(&message) != 0;
            _ = ZeroMq.zmq_msg_close(&message);
            if (!more)
                return frames;
        }
    }

    public void Dispose()
    {
        if (closed)
            return;
        closed = true;
        _ = ZeroMq.zmq_close(handle);
    }
}
