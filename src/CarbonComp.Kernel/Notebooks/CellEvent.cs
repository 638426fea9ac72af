using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>The kinds of what the process of cells tells the runner, each a line of JSON.</summary>
internal static class CellEvent
{
    public const string Stream = "stream";
    public const string Output = "output";
    public const string Update = "update";
    public const string Clear = "clear";
    public const string Unhandled = "unhandled";
    public const string Done = "done";

    /// <summary>The request for a new session, with the folder of its notebook.</summary>
    public const string Renew = "renew";

    public static JsonObject Of(string kind, int cell) => new() { ["kind"] = kind, ["cell"] = cell };

    public static string Kind(JsonObject told) => told["kind"]!.GetValue<string>();

    public static int Cell(JsonObject told) => told["cell"]!.GetValue<int>();
}
