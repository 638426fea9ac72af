using System.CommandLine;
using CarbonComp.Kernel.Apps;
using CarbonComp.Kernel.Notebooks;
using CarbonComp.Kernel.Sweeps;

namespace CarbonComp.Kernel.Commands;

/// <summary><c>carboncomp app</c>: makes a program of one file of a notebook.</summary>
internal static class AppCommand
{
    private const int Unusable = 2;

    public static Command Create()
    {
        var notebook = new Argument<string>("notebook") { Description = "The notebook." };
        var output = new Option<string?>("--out", "-o") { Description = "The program, APP.cs. Without it, it is beside the notebook and has its name." };
        var packages = new Option<bool>("--packages") { Description =
            "Take from NuGet what cells refer to by path, by the assembly's name and version; the program then runs anywhere." };
        var replace = new Option<bool>("--replace") { Description = "Replace a program that is there." };
        var command = new Command("app", "Makes a file-based app of a notebook, for dotnet run: text becomes comments, and what cells show is printed.")
            { notebook, output, packages, replace };
        command.SetAction(parsed => Run(parsed.GetValue(notebook)!, parsed.GetValue(output), parsed.GetValue(packages), parsed.GetValue(replace)));
        return command;
    }

    private static int Run(string path, string? output, bool packages, bool replace)
    {
        try
        {
            if (!File.Exists(path))
                throw new NotebookException($"there is no notebook {path}.");
            var target = output ?? Path.ChangeExtension(path, ".cs");
            if (!target.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
                throw new NotebookException($"--out {target}: a program's name ends with .cs.");
            var references = FileApp.ReferencesFile(target);
            var app = FileApp.Of(NotebookFile.Read(path), target, packages);
            foreach (var file in app.References is null ? [target] : (string[])[target, references])
                if (File.Exists(file) && !replace)
                    throw new NotebookException($"{file} is there already. Nothing was changed. Use --replace, or another name with --out.");
            if (app.References is { } text)
                Write(references, text);
            Write(target, app.Program);
            Console.WriteLine($"dotnet run {target}");
            return 0;
        }
        catch (NotebookException e)
        {
            Console.Error.WriteLine($"carboncomp: {e.Message}");
            return Unusable;
        }
    }

    private static void Write(string path, string text)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        WholeFile.Write(full, text);
    }
}
