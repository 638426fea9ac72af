using CarbonComp.Kernel.Display;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Tests;

/// <summary>A session with its outputs in memory.</summary>
internal sealed class CellRun : ICellOutput, IDisposable
{
    private int number;

    public CSharpSession Session { get; } = new();

    public List<(string Name, string Text)> Streams { get; } = [];

    public List<(MimeBundle Bundle, string Id, bool Update)> Displays { get; } = [];

    public List<(string Type, System.Text.Json.Nodes.JsonObject Content)> Comms { get; } = [];

    public MimeBundle? Value { get; private set; }

    public CellError? Error { get; private set; }

    public Queue<string> Answers { get; } = new();

    public List<string> Prompts { get; } = [];

    public string Stdout => string.Concat(Streams.Where(each => each.Name == "stdout").Select(each => each.Text));

    public string Stderr => string.Concat(Streams.Where(each => each.Name == "stderr").Select(each => each.Text));

    public string? Plain => Value?["text/plain"]?.ToString();

    public string? Html => Value?["text/html"]?.ToString();

    /// <summary>Runs a cell and fails the test when the cell fails.</summary>
    public CellRun Ok(string code)
    {
        Run(code);
        Assert.True(Error is null, Error is null ? "" : string.Join('\n', Error.Traceback));
        return this;
    }

    /// <summary>Runs a cell that is to fail.</summary>
    public CellError Fails(string code)
    {
        Run(code);
        Assert.NotNull(Error);
        return Error;
    }

    public void Run(string code)
    {
        lock (Streams)
        {
            Streams.Clear();
            Displays.Clear();
        }
        Value = null;
        Error = Session.Execute(code, ++number, this).Error;
    }

    public void Stream(string name, string text)
    {
        lock (Streams)
            Streams.Add((name, text));
    }

    public void Display(MimeBundle bundle, string displayId, bool update)
    {
        lock (Streams)
            Displays.Add((bundle, displayId, update));
    }

    public void Result(MimeBundle bundle) => Value = bundle;

    public void Clear(bool wait)
    {
        lock (Streams)
        {
            Streams.Clear();
            Displays.Clear();
        }
    }

    public void SendComm(string messageType, System.Text.Json.Nodes.JsonObject content, IReadOnlyList<byte[]> buffers,
        System.Text.Json.Nodes.JsonObject? metadata = null) => Comms.Add((messageType, content));

    /// <summary>Whether a person is at the page.</summary>
    public bool IsAttended { get; set; }

    public string ReadLine(string prompt, bool password, CancellationToken stop)
    {
        Prompts.Add(prompt);
        return Answers.Dequeue();
    }

    public void Dispose() => Session.Dispose();
}
