namespace CarbonComp.Kernel.Engine.Magics;

/// <summary>The kind of a cell's part.</summary>
internal enum PartKind
{
    /// <summary>C#, which is run.</summary>
    CSharp,

    /// <summary>HTML, which is shown.</summary>
    Html,

    /// <summary>A script for the page.</summary>
    JavaScript,

    /// <summary>Markdown, which the page renders.</summary>
    Markdown,

    /// <summary>A magic command on a line of its own.</summary>
    Command,
}
