using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Answers kernel_info: name, version and language.</summary>
internal sealed class KernelInfoHandler(KernelServer server) : IMessageHandler
{
    public string MessageType => "kernel_info_request";

    public void Handle(JupyterMessage request) => server.Reply(request, "kernel_info_reply", new JsonObject
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageCodec.ProtocolVersion,
        ["implementation"] = "carboncomp",
        ["implementation_version"] = Version,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
            ["nbconvert_exporter"] = "script",
        },
        ["banner"] = $"CarbonComp's C# kernel {Version} (.NET {Environment.Version}). #r \"nuget: Id, version\" adds a package, "
            + "#load \"file.csx\" runs a file.",
        ["debugger"] = false,
        ["help_links"] = new JsonArray
        {
            new JsonObject { ["text"] = "C# documentation", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" },
            new JsonObject { ["text"] = ".NET API browser", ["url"] = "https://learn.microsoft.com/dotnet/api/" },
        },
    });

    internal static string Version { get; } = typeof(KernelInfoHandler).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
