namespace CarbonComp.Kernel.Engine;

/// <summary>The error of a cell, as a person should read it.</summary>
/// <param name="Name">The exception's type, or <c>CompilationError</c>.</param>
/// <param name="Message">One line or a few.</param>
/// <param name="Traceback">All of it, with the cell's lines.</param>
internal sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback)
{
    /// <summary>Whether the message is all there is to say.</summary>
    public bool IsSentence => Traceback is [var first, ..] && first == $"{Display.ExceptionText.Red}{Message}{Display.ExceptionText.Off}";
}
