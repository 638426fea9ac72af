using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using CarbonComp.Kernel.Weaving;

namespace CarbonComp.Kernel.Display;

/// <summary>An exception in words: type, message, and the frames of a person's own cells with line and column. No frame of the kernel or the runtime's
/// plumbing.</summary>
internal sealed partial class ExceptionText(CellTexts texts)
{
    public const string Red = "\u001b[31m";
    public const string Off = "\u001b[0m";
    private const string Bold = "\u001b[1m";
    private const string Dim = "\u001b[2m";
    private const int MostFrames = 30;

    /// <summary>An exception that is shown as a value: as if nobody had caught it, without colours and lines of cells.</summary>
    public static string Plain(Exception value) => Colours().Replace(string.Join('\n', new ExceptionText(new CellTexts()).Traceback(value)), "");

    /// <summary>Type and message, the frames of cells, and the same of the causes.</summary>
    public List<string> Traceback(Exception e)
    {
        var lines = new List<string> { $"{Red}{Bold}{TypeName(e.GetType())}{Off}{Red}: {Message(e)}{Off}" };
        lines.AddRange(Frames(e));
        Inner(e, lines, depth: 0);
        return lines;
    }

    /// <summary>What a library says of a value that it was given, and the line of the cell that gave it; null for every other exception.</summary>
    /// <remarks>Such an exception is an answer to the person, and where inside the library it was thrown says nothing more. Shown as a value, caught by
    /// the cell, it still has all its frames.</remarks>
    public List<string>? Sentence(Exception e)
    {
        var frames = new StackTrace(e, fNeedFileInfo: true).GetFrames();
        var thrower = frames.Select(frame => frame.GetMethod()).FirstOrDefault(method => method is not null && !IsPlumbing(method)
            && method.DeclaringType?.IsAssignableTo(typeof(Exception)) != true);
        if (thrower?.DeclaringType is not { } type || !IsOfLibrary(type) || !(e is ArgumentException or InvalidDataException || IsOfLibrary(e.GetType())))
            return null;
        var lines = new List<string> { $"{Red}{Message(e)}{Off}" };
        if (frames.FirstOrDefault(frame => frame.GetFileName() is { } file && texts.Contains(file) && frame.GetFileLineNumber() > 0) is { } own)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"   {Dim}{own.GetFileName()}, line {own.GetFileLineNumber()}{Off}"));
        return lines;
    }

    /// <summary>Whether a type is of a library: neither of the framework nor of the kernel nor of a cell.</summary>
    private static bool IsOfLibrary(Type type)
    {
        var outer = type;
        while (outer.DeclaringType is { } around)
            outer = around;
        return type.Assembly != typeof(ExceptionText).Assembly && !outer.Name.StartsWith("Submission#", StringComparison.Ordinal)
            && type.Assembly.GetName().Name is { } name && !name.StartsWith("System.", StringComparison.Ordinal)
            && !name.StartsWith("Microsoft.", StringComparison.Ordinal) && name is not ("mscorlib" or "netstandard" or "System");
    }

    private void Inner(Exception e, List<string> lines, int depth)
    {
        var inner = e is AggregateException aggregate ? [.. aggregate.InnerExceptions] : e.InnerException is { } one ? new List<Exception> { one } : [];
        foreach (var cause in inner.Take(5))
        {
            lines.Add($"{Dim}caused by{Off} {Red}{TypeName(cause.GetType())}: {Message(cause)}{Off}");
            lines.AddRange(Frames(cause));
            if (depth < 8)
                Inner(cause, lines, depth + 1);
        }
        if (inner.Count > 5)
            lines.Add($"… and {inner.Count - 5} more.");
    }

    /// <summary>The message as a person should read it.</summary>
    public static string Message(Exception e) => e switch
    {
        InsufficientExecutionStackException => "Functions call each other too deep (endless recursion?).",
        CultureNotFoundException when !Engine.Cultures.AreThere => $"{OwnMessage(e)} {Engine.Cultures.Missing}",
        ArgumentException argument => Argued(argument),
        _ => OwnMessage(e),
    };

    /// <summary>"price is -5. It must be positive." where the runtime writes "It must be positive. (Parameter 'price')" and the value below.</summary>
    private static string Argued(ArgumentException e)
    {
        var message = OwnMessage(e);
        if (e.ParamName is not { Length: > 0 } name || message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal) is not (> 0 and var end))
            return message;
        return e is ArgumentOutOfRangeException { ActualValue: { } value }
            ? $"{name} is {PlainText.Brief(value, 60)}. {message[..end]}" : $"{name}: {message[..end]}";
    }

    /// <summary>The exception's own message; a person's class may fail to give one.</summary>
    private static string OwnMessage(Exception e)
    {
        try
        {
            return e.Message ?? "";
        }
        catch (Exception failed) when (!Interruption.Requested)
        {
            return $"⚠ its Message threw {TypeNames.Of(failed.GetType())}";
        }
    }

    /// <summary>The frames of cells, each with its line and column.</summary>
    public List<string> Frames(Exception e)
    {
        var frames = new StackTrace(e, fNeedFileInfo: true).GetFrames();
        var lastOwn = Array.FindLastIndex(frames, frame => frame.GetFileName() is { } file && texts.Contains(file));
        // Without a frame of a cell (an inner exception may have none) everything that is not plumbing helps.
        var shown = lastOwn < 0 ? frames.AsEnumerable() : frames.Take(lastOwn + 1);
        var lines = new List<string>();
        var count = 0;
        var repeated = 0;
        string? before = null;
        foreach (var frame in shown)
        {
            if (frame.GetMethod() is not { } method || IsPlumbing(method))
                continue;
            var text = Frame(frame, method);
            if (text == before)
            {
                repeated++;
                continue;
            }
            if (repeated > 0)
                lines.Add($"{Dim}      … {repeated} times more{Off}");
            repeated = 0;
            before = text;
            if (++count > MostFrames)
            {
                lines.Add($"{Dim}   … more frames{Off}");
                return lines;
            }
            lines.Add(text);
        }
        if (repeated > 0)
            lines.Add($"{Dim}      … {repeated} times more{Off}");
        return lines;
    }

    private string Frame(StackFrame frame, MethodBase method)
    {
        var file = frame.GetFileName();
        var line = frame.GetFileLineNumber();
        if (file is null || line == 0)
            return $"   at {MethodName(method)}";
        if (!texts.Contains(file))
            return string.Create(CultureInfo.InvariantCulture, $"   at {MethodName(method)} in {Path.GetFileName(file)}, line {line}");
        var column = texts.Column(file, line - 1, frame.GetFileColumnNumber() - 1) + 1;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"   at {Bold}{MethodName(method)}{Off} in {Bold}{file}, line {line}, column {column}{Off}");
        if (texts.Line(file, line - 1) is { } source)
            text.Append(CultureInfo.InvariantCulture, $"\n     {line} | {(source.Length > 200 ? source[..200] + "…" : source)}");
        return text.ToString();
    }

    private static bool IsPlumbing(MethodBase method)
    {
        if (method.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false))
            return true;
        var type = method.DeclaringType;
        if (type is null)
            return false;
        if (type.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false) || type.Assembly == typeof(ExceptionText).Assembly)
            return true;
        if (method.Name is "<Factory>" or "<Main>")
            return true;
        var space = type.Namespace ?? "";
        return space == "System.Runtime.ExceptionServices" || type == typeof(RuntimeHelpers)
            || (space == "System.Runtime.CompilerServices"
                && (type.Name.Contains("Awaiter", StringComparison.Ordinal) || type.Name.Contains("MethodBuilder", StringComparison.Ordinal)))
            || (space == "System.Threading" && type.Name is "ExecutionContext" or "Thread" or "ThreadPoolWorkQueue" or "StartHelper");
    }

    private static string MethodName(MethodBase method)
    {
        var type = method.DeclaringType;
        var name = method.Name;
        // An async method or iterator is a class of its own, named for the method.
        if (name == "MoveNext" && type is { IsNested: true } && StateMachine().Match(type.Name) is { Success: true } machine)
        {
            name = machine.Groups["name"].Value;
            type = type.DeclaringType;
            return name.StartsWith("<Initialize", StringComparison.Ordinal) || name == "Initialize" ? "top level" : Qualified(type, Plain(name)) + "()";
        }
        if (name is "<Initialize>" || (type?.Name.StartsWith("Submission#", StringComparison.Ordinal) == true && name == ".ctor"))
            return "top level";
        return Qualified(type, Plain(name)) + "("
            + string.Join(", ", method.GetParameters().Select(parameter => TypeName(parameter.ParameterType) + " " + parameter.Name)) + ")";
    }

    private static string Plain(string name)
    {
        if (LocalFunction().Match(name) is { Success: true } local)
            return local.Groups["name"].Value;
        return name.Contains(">b__", StringComparison.Ordinal) ? "lambda" : name;
    }

    private static string Qualified(Type? type, string name)
    {
        while (type is { IsNested: true } && (type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.Name.StartsWith('<')))
            type = type.DeclaringType;
        if (type is null || type.Name.StartsWith("Submission#", StringComparison.Ordinal))
            return name;
        return name == ".ctor" ? "new " + TypeName(type) : TypeName(type) + "." + name;
    }

    /// <summary>The type's name as C# writes it, with its namespace.</summary>
    public static string TypeName(Type type) => TypeNames.Of(type, withNamespace: true);

    [GeneratedRegex("\u001b\\[[0-9]*m")]
    private static partial Regex Colours();

    [GeneratedRegex(@"^<(?<name>.+)>d(__\d+)?(`\d+)?$")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"^<.*>g__(?<name>[^|]+)\|")]
    private static partial Regex LocalFunction();
}
