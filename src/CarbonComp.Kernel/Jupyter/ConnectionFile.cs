using System.Text.Json;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>The kernel's address and ports, and the key that signs messages; written by Jupyter, read by the kernel.</summary>
internal sealed record ConnectionFile(string Transport, string Ip, int ShellPort, int IoPubPort,
    int StdinPort, int ControlPort, int HeartbeatPort, string SignatureScheme, string Key)
{
    /// <exception cref="InvalidDataException">The file is no connection file; the message says why.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            return new ConnectionFile(
                Text(root, "transport", "tcp"), Text(root, "ip", null),
                Port(root, "shell_port"), Port(root, "iopub_port"), Port(root, "stdin_port"), Port(root, "control_port"), Port(root, "hb_port"),
                Text(root, "signature_scheme", "hmac-sha256"), Text(root, "key", ""));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path} is not a connection file that can be used: {e.Message}", e);
        }
    }

    /// <summary>The address of a channel; only the one the file names, never all interfaces unless it says so.</summary>
    public string Address(int port) => Transport == "ipc" ? $"ipc://{Ip}-{port}" : $"{Transport}://{Ip}:{port}";

    private static string Text(JsonElement root, string name, string? otherwise) =>
        root.TryGetProperty(name, out var value) ? value.GetString() ?? "" : otherwise ?? throw new FormatException($"\"{name}\" is missing.");

    private static int Port(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.TryGetInt32(out var port)
            && port is >= 0 and < 65536 ? port : throw new FormatException($"\"{name}\" is missing or no port.");
}
