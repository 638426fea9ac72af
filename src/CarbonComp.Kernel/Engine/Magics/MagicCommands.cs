namespace CarbonComp.Kernel.Engine.Magics;

/// <summary>The magic commands that this kernel has, and what to do in place of those that only .NET Interactive has.</summary>
internal static class MagicCommands
{
    public static readonly MagicCommand Time = new("time", [], "#!time", "Prints the wall time of the cell.");
    public static readonly MagicCommand Who = new("who", [], "#!who", "Lists the names of the variables.");
    public static readonly MagicCommand Whos = new("whos", [], "#!whos", "Lists the variables with their types and values.");
    public static readonly MagicCommand Import = new("import", [], "#!import file.cs", "Runs the C# of a file: .cs, .csx, .ipynb or .dib.");
    public static readonly MagicCommand ListMagics = new("lsmagic", [], "#!lsmagic", "Lists the magic commands.");
    public static readonly MagicCommand About = new("about", [], "#!about", "Says which kernel, language and runtime these are.");

    /// <summary>All commands.</summary>
    public static readonly IReadOnlyList<MagicCommand> All =
    [
        new("csharp", ["c#"], "#!csharp", "The lines that follow are C#.", PartKind.CSharp),
        new("html", [], "#!html", "The lines that follow are HTML.", PartKind.Html),
        new("javascript", ["js"], "#!javascript", "The lines that follow are a script for the page.", PartKind.JavaScript),
        new("markdown", [], "#!markdown", "The lines that follow are Markdown.", PartKind.Markdown),
        Time, Who, Whos, Import, ListMagics, About,
    ];

    private const string Only = "this kernel runs C# only. ";

    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["share"] = "all cells of this kernel share their variables. Use the variable itself.",
        ["set"] = "all cells of this kernel share their variables. Write var name = value; instead.",
        ["value"] = "keep the text in a variable, as var text = \"\"\"…\"\"\"; or read a file with File.ReadAllText(\"path\").",
        ["fsharp"] = Only + "Write the cell in C#, or run the notebook with .NET Interactive.",
        ["f#"] = Only + "Write the cell in C#, or run the notebook with .NET Interactive.",
        ["pwsh"] = Only + "Run the command in a terminal, or start it with System.Diagnostics.Process.Start.",
        ["powershell"] = Only + "Run the command in a terminal, or start it with System.Diagnostics.Process.Start.",
        ["sql"] = Only + "Query the database from C# through a package, such as Microsoft.Data.Sqlite.",
        ["kql"] = Only + "Query the cluster from C# through a package, such as Microsoft.Azure.Kusto.Data.",
        ["python"] = Only + "Run Python in a notebook of its own and exchange files.",
        ["r"] = Only + "Run R in a notebook of its own and exchange files. A library is referenced with #r \"path.dll\" or #r \"nuget: Id, version\".",
        ["bash"] = Only + "Run the command in a terminal, or start it with System.Diagnostics.Process.Start.",
        ["sh"] = Only + "Run the command in a terminal, or start it with System.Diagnostics.Process.Start.",
        ["connect"] = "this kernel does not connect to other kernels. Open a notebook of their own for them and exchange files.",
        ["mermaid"] = "this kernel draws no Mermaid diagrams. Write it in a Markdown cell, as ```mermaid, which JupyterLab renders.",
    };

    /// <summary>The command of a name.</summary>
    /// <exception cref="MagicException">There is none here; the message says what to do.</exception>
    public static MagicCommand Find(string name, int line)
    {
        if (All.FirstOrDefault(command => command.Is(name)) is { } found)
            return found;
        if (Elsewhere.TryGetValue(name, out var instead))
            throw new MagicException($"line {line}: #!{name}: {instead}");
        var near = All.SelectMany(command => (string[])[command.Name, .. command.Aliases]).MinBy(known => Distance(known, name.ToLowerInvariant()))!;
        var hint = Distance(near, name.ToLowerInvariant()) <= Math.Max(1, near.Length / 3) ? $" Did you mean #!{near}?" : "";
        throw new MagicException($"line {line}: there is no command #!{name}.{hint} Known are "
            + string.Join(", ", All.Select(command => "#!" + command.Name)) + ".");
    }

    /// <summary>Lets a command of IPython through that is one of this kernel too.</summary>
    /// <exception cref="MagicException">It is not; the message says what to do.</exception>
    public static void CheckIPython(string marker, string name, int line)
    {
        var same = All.FirstOrDefault(command => command.Is(name));
        if (marker == "%%" && (same?.Language is not null || same == Time))
            return;
        throw new MagicException($"line {line}: {marker}{name}: " + (same is not null ? $"write {same.Usage} here."
            : Elsewhere.GetValueOrDefault(name) ?? $"this is a command of IPython, and {Only}Commands here begin with #!, and #!lsmagic lists them."));
    }

    /// <summary>Letters to insert, delete, replace, or swap with a neighbour to get from one word to another.</summary>
    private static int Distance(string a, string b)
    {
        var steps = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
                steps[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1, Math.Min(steps[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                        i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? steps[i - 2, j - 2] + 1 : int.MaxValue));
        return steps[a.Length, b.Length];
    }
}
