using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Display;

/// <summary>The receiver of a cell's output: Jupyter, or a notebook file.</summary>
internal interface ICellOutput
{
    /// <summary>Text printed to the standard output or error stream.</summary>
    void Stream(string name, string text);

    /// <summary>Shows a value, or shows another in place of one shown before.</summary>
    void Display(MimeBundle bundle, string displayId, bool update);

    /// <summary>The value of the cell's last expression.</summary>
    void Result(MimeBundle bundle);

    /// <summary>Removes what the cell has shown so far, at once or when the next output comes.</summary>
    void Clear(bool wait);

    /// <summary>Sends a message of a comm to the page; where there is no page it goes nowhere.</summary>
    void SendComm(string messageType, JsonObject content, IReadOnlyList<byte[]> buffers, JsonObject? metadata = null);

    /// <summary>Whether a person is at the other end, who can move a control or answer a question.</summary>
    bool IsAttended { get; }

    /// <summary>Asks the person for a line.</summary>
    /// <exception cref="InvalidOperationException">There is nobody to ask.</exception>
    string ReadLine(string prompt, bool password, CancellationToken stop);
}
