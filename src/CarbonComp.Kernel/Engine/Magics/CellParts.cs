namespace CarbonComp.Kernel.Engine.Magics;

/// <summary>Takes a cell apart at its magic commands: lines that begin with <c>#!</c> and a name.</summary>
internal static class CellParts
{
    /// <summary>Whether a cell has magic commands at all; most have none and are not looked at again.</summary>
    public static bool Any(string code) => IsIPython(code)
        || (code.Contains("#!", StringComparison.Ordinal) && Lines(code).Any(line => Name(code, line) is not null));

    /// <summary>The parts of a cell in order, empty ones left out.</summary>
    /// <exception cref="MagicException">A command is unknown.</exception>
    public static IReadOnlyList<CellPart> Of(string code)
    {
        if (IsIPython(code))
            code = Translated(code);
        var parts = new List<CellPart>();
        var kind = PartKind.CSharp;
        var lines = Lines(code);
        var first = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (Name(code, lines[i]) is not { } name)
                continue;
            var command = MagicCommands.Find(name, i + 1);
            Close(i);
            if (command.Language is { } language)
                kind = language;
            else
                parts.Add(new CellPart(PartKind.Command, Argument(code, lines[i], name), i + 1, command));
        }
        Close(lines.Count);
        return parts;

        void Close(int end)
        {
            var (start, stop) = first < end ? (lines[first].Start, lines[end - 1].End) : (0, 0);
            if (!string.IsNullOrWhiteSpace(code[start..stop]))
                parts.Add(new CellPart(kind, kind == PartKind.CSharp ? Blanked(code, start, stop) : code[start..stop].Trim('\r', '\n'), first + 1));
            first = end + 1;
        }
    }

    /// <summary>A cell with all that is not C# blank; places stay where they are. For looking at a cell that is being written.</summary>
    public static string CSharpOf(string code)
    {
        if (!Any(code))
            return code;
        var text = code.ToCharArray();
        var isCSharp = true;
        foreach (var line in Lines(code))
        {
            var name = Name(code, line);
            // An unfinished or unknown name changes nothing for the lines below it.
            if (name is not null && MagicCommands.All.FirstOrDefault(command => command.Is(name))?.Language is { } language)
                isCSharp = language == PartKind.CSharp;
            if (name is not null || !isCSharp)
                Blank(text, line.Start, line.End);
        }
        return new string(text);
    }

    /// <summary>Whether a cell begins as no C# does, with a command of IPython: <c>%%python</c>.</summary>
    private static bool IsIPython(string code) =>
        code.AsSpan().TrimStart() is ['%', var second, ..] && (second == '%' || char.IsAsciiLetter(second));

    /// <summary>The cell with the command that exists here too in the form it has here; all places stay.</summary>
    /// <exception cref="MagicException">There is no such command here.</exception>
    private static string Translated(string code)
    {
        var start = code.Length - code.AsSpan().TrimStart().Length;
        var marker = code[start + 1] == '%' ? "%%" : "%";
        var name = code.AsSpan(start + marker.Length);
        var end = name.IndexOfAny(" \t\r\n");
        name = end < 0 ? name : name[..end];
        MagicCommands.CheckIPython(marker, name.ToString(), line: code.AsSpan(0, start).Count('\n') + 1);
        return string.Concat(code.AsSpan(0, start), "#!", code.AsSpan(start + 2));
    }

    private static List<(int Start, int End)> Lines(string code)
    {
        var lines = new List<(int, int)>();
        for (var start = 0; start <= code.Length;)
        {
            var end = code.IndexOf('\n', start);
            end = end < 0 ? code.Length : end;
            lines.Add((start, end));
            start = end + 1;
        }
        return lines;
    }

    /// <summary>The name of the command that a line is; a line such as <c>#!/bin/sh</c>, in a text that a cell holds, is none.</summary>
    private static string? Name(string code, (int Start, int End) line)
    {
        var content = code.AsSpan(line.Start, line.End - line.Start).Trim();
        if (content.Length < 3 || content[0] != '#' || content[1] != '!' || !char.IsAsciiLetter(content[2]))
            return null;
        var name = content[2..];
        var end = name.IndexOfAny(' ', '\t');
        return (end < 0 ? name : name[..end]).ToString();
    }

    private static string Argument(string code, (int Start, int End) line, string name) =>
        code[line.Start..line.End].Trim()[(2 + name.Length)..].Trim().Trim('"');

    private static string Blanked(string code, int start, int end)
    {
        var text = code.ToCharArray();
        Blank(text, 0, start);
        Blank(text, end, text.Length);
        return new string(text);
    }

    private static void Blank(char[] text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (text[i] is not ('\r' or '\n'))
                text[i] = ' ';
    }
}
