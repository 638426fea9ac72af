using System.Text.Json;
using System.Text.Json.Nodes;
using CarbonComp.Kernel.Engine;
using CarbonComp.Kernel.Engine.Magics;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Runs a cell.</summary>
internal sealed class ExecuteHandler(KernelServer server) : IMessageHandler
{
    // Long enough that requests sent together have all arrived when the first fails.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(15);

    private readonly Inspection inspection = new(server.Session);
    private int count;

    public string MessageType => "execute_request";

    public void Handle(JupyterMessage request)
    {
        if (request.IsAborted)
        {
            server.Reply(request, "execute_reply", new JsonObject { ["status"] = "aborted", ["execution_count"] = count });
            return;
        }
        var code = request.Text("code") ?? "";
        var silent = request.Flag("silent", otherwise: false);
        var counted = !silent && request.Flag("store_history", otherwise: true);
        if (counted)
            count++;
        var page = Question.TryAnswer(code, inspection);
        if (page is null)
            server.Session.Expect();
        if (!silent)
            server.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count }, request.RawHeader);

        var output = new JupyterOutput(server, request, count, silent, request.Flag("allow_stdin", otherwise: false));
        if (server.Note?.TakePredecessor() is { } death)
            output.Stream("stderr", death);
        var payload = new JsonArray();
        CellOutcome outcome;
        if (page is not null)
        {
            payload.Add(new JsonObject { ["source"] = "page", ["data"] = new JsonObject { ["text/plain"] = page }, ["start"] = 0 });
            outcome = new CellOutcome(Error: null);
        }
        else
        {
            server.Note?.Running(count);
            outcome = server.Session.Execute(Marked(code, request), counted ? count : 0, output);
            server.Note?.Running(0);
        }
        output.Finish();
        if (counted)
            server.History.Add(count, code, output.ResultText);
        if (outcome.Error is { } error)
        {
            Fail(request, error);
            return;
        }
        server.Reply(request, "execute_reply", new JsonObject
        {
            ["status"] = "ok",
            ["execution_count"] = count,
            ["user_expressions"] = Expressions(request),
            ["payload"] = payload,
        });
    }

    /// <summary>JupyterLab sends the cell's metadata along, and with them its language.</summary>
    private static string Marked(string code, JupyterMessage request) =>
        request.Metadata.ValueKind == JsonValueKind.Object ? CellLanguage.Marked(code, JsonObject.Create(request.Metadata)) : code;

    private void Fail(JupyterMessage request, CellError error)
    {
        JsonObject Content() => new()
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        };
        server.Publish("error", Content(), request.RawHeader);
        var reply = Content();
        reply["status"] = "error";
        reply["execution_count"] = count;
        reply["user_expressions"] = new JsonObject();
        reply["payload"] = new JsonArray();
        if (request.Flag("stop_on_error", otherwise: true))
        {
            // The cells that wait were to build on this one.
            Thread.Sleep(Gathering);
            server.Requests.AbortAll(MessageType);
        }
        server.Reply(request, "execute_reply", reply);
    }

    private JsonObject Expressions(JupyterMessage request)
    {
        var results = new JsonObject();
        if (!request.Content.TryGetProperty("user_expressions", out var expressions) || expressions.ValueKind != JsonValueKind.Object)
            return results;
        foreach (var expression in expressions.EnumerateObject())
        {
            var output = new ExpressionOutput();
            var outcome = server.Session.Execute(expression.Value.ToString(), number: 0, output);
            results[expression.Name] = outcome.Error is { } error
                ? new JsonObject { ["status"] = "error", ["ename"] = error.Name, ["evalue"] = error.Message,
                    ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]) }
                : new JsonObject { ["status"] = "ok", ["data"] = output.Value?.ToJson()
                    ?? [], ["metadata"] = output.Value?.Metadata.DeepClone() ?? new JsonObject() };
        }
        return results;
    }
}
