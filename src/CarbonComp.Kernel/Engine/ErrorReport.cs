using System.Reflection;
using CarbonComp.Kernel.Display;
using CarbonComp.Kernel.Weaving;
using static CarbonComp.Kernel.Display.ExceptionText;

namespace CarbonComp.Kernel.Engine;

/// <summary>Turns what a cell threw into what a person reads.</summary>
internal sealed class ErrorReport(CellTexts texts)
{
    private readonly ExceptionText exceptions = new(texts);

    public CellError Of(Exception thrown, bool interrupted)
    {
        var cause = Unwrapped(thrown);
        if (interrupted)
            return new CellError("Interrupted", "The cell was stopped.",
                [$"{Red}Interrupted{Off}: the cell was stopped. What earlier cells defined is still there.", .. exceptions.Frames(cause)]);
        return thrown switch
        {
            CellDiagnosticsException e => new CellError("CompilationError", e.Message, [.. e.Report().Select(Coloured)]) { Answer = e.Answer },
            Magics.MagicException e => new CellError("MagicCommandError", e.Message, [$"{Red}{e.Message}{Off}"]),
            DirectiveException e => new CellError("DirectiveError", e.Message, [$"{Red}{e.Message}{Off}"]),
            _ => new CellError(TypeName(cause.GetType()), Message(cause), exceptions.Sentence(cause) ?? exceptions.Traceback(cause)),
        };
    }

    /// <summary>Wrappers that say nothing themselves.</summary>
    private static Exception Unwrapped(Exception e)
    {
        while (e is TargetInvocationException { InnerException: { } inner }
            || (e is AggregateException { InnerExceptions: [var only] } && (inner = only) is not null))
            e = inner;
        return e;
    }

    private static string Coloured(string line) => line.Contains("): error ", StringComparison.Ordinal) ? $"{Red}{line}{Off}" : line;
}
