using System.Text.Json.Nodes;
using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Keeps the value of a user expression and drops what it prints.</summary>
internal sealed class ExpressionOutput : ICellOutput
{
    public MimeBundle? Value { get; private set; }

    public void Stream(string name, string text) { }

    public void Display(MimeBundle bundle, string displayId, bool update) { }

    public void Result(MimeBundle bundle) => Value = bundle;

    public void Clear(bool wait) { }

    public void SendComm(string messageType, JsonObject content, IReadOnlyList<byte[]> buffers, JsonObject? metadata = null) { }

    public bool IsAttended => false;

    public string ReadLine(string prompt, bool password, CancellationToken stop) =>
        throw new InvalidOperationException("A user expression cannot ask for input.");
}
