namespace CarbonComp.Kernel.Engine;

/// <summary>The error of a cell, as a person should read it.</summary>
/// <param name="Name">The exception's type, or <c>CompilationError</c>.</param>
/// <param name="Message">One line or a few.</param>
/// <param name="Traceback">All of it, with the cell's lines.</param>
internal sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback)
{
    /// <summary>The same for somebody who has not written the cell, as the value of a parameter is put into one; null where there is no other.</summary>
    public string? Answer { get; init; }

    /// <summary>The error as its answer alone; itself where it has none.</summary>
    public CellError Answered() => Answer is null ? this : new(Name, Answer, [$"{Display.ExceptionText.Red}{Answer}{Display.ExceptionText.Off}"]);

    /// <summary>Whether the message is all there is to say.</summary>
    public bool IsSentence => Traceback is [var first, ..] && first == $"{Display.ExceptionText.Red}{Message}{Display.ExceptionText.Off}";
}
