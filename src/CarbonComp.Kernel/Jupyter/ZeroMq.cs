using System.Reflection;
using System.Runtime.InteropServices;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>The functions of libzmq that a kernel needs.</summary>
internal static unsafe partial class ZeroMq
{
    private const string Library = "zmq";

    public const int Pair = 0, Pub = 1, Rep = 4, Router = 6, Pull = 7, Push = 8, XPub = 9, Stream = 11, Dealer = 5, Sub = 2;
    public const int Linger = 17, SendHighWater = 23, ReceiveHighWater = 24,
    MaximumMessage = 22, RouterHandover = 56, LastEndpoint = 32, Subscribe = 6, Identity = 5;
    public const int DontWait = 1, SendMore = 2;
    public const short PollIn = 1;

    static ZeroMq() => NativeLibrary.SetDllImportResolver(typeof(ZeroMq).Assembly, Resolve);

    [StructLayout(LayoutKind.Sequential)]
    public struct PollItem
    {
        public nint Socket;
        public int Descriptor;
        public short Events;
        public short Ready;
    }

    [StructLayout(LayoutKind.Sequential, Size = 64)]
    public struct Message
    {
        private readonly long first;
    }

    [LibraryImport(Library)] public static partial nint zmq_ctx_new();
    [LibraryImport(Library)] public static partial int zmq_ctx_term(nint context);
    [LibraryImport(Library)] public static partial int zmq_ctx_shutdown(nint context);
    [LibraryImport(Library, SetLastError = true)] public static partial nint zmq_socket(nint context, int type);
    [LibraryImport(Library)] public static partial int zmq_close(nint socket);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial int zmq_bind(nint socket, string address);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial int zmq_connect(nint socket, string address);
    [LibraryImport(Library)] public static partial int zmq_setsockopt(nint socket, int option, void* value, nuint size);
    [LibraryImport(Library)] public static partial int zmq_getsockopt(nint socket, int option, void* value, nuint* size);
    [LibraryImport(Library)] public static partial int zmq_send(nint socket, byte* data, nuint size, int flags);
    [LibraryImport(Library)] public static partial int zmq_msg_init(Message* message);
    [LibraryImport(Library)] public static partial int zmq_msg_recv(Message* message, nint socket, int flags);
    [LibraryImport(Library)] public static partial byte* zmq_msg_data(Message* message);
    [LibraryImport(Library)] public static partial nuint zmq_msg_size(Message* message);
    [LibraryImport(Library)] public static partial int zmq_msg_more(Message* message);
    [LibraryImport(Library)] public static partial int zmq_msg_close(Message* message);
    [LibraryImport(Library)] public static partial int zmq_poll(PollItem* items, int count, nint milliseconds);
    [LibraryImport(Library)] public static partial int zmq_errno();
    [LibraryImport(Library)] private static partial nint zmq_strerror(int error);

    public static string Error() => Marshal.PtrToStringUTF8(zmq_strerror(zmq_errno())) ?? "unknown error";

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (name != Library)
            return 0;
        foreach (var candidate in LibZmq.Candidates())
            if (NativeLibrary.TryLoad(candidate, out var handle))
                return handle;
        throw new DllNotFoundException(LibZmq.Advice);
    }
}
