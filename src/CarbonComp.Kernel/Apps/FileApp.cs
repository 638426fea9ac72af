using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CarbonComp.Kernel.Engine;
using CarbonComp.Kernel.Engine.Magics;
using CarbonComp.Kernel.Notebooks;

namespace CarbonComp.Kernel.Apps;

/// <summary>A notebook as a program of one file, which <c>dotnet run</c> starts: text becomes comments, and what cells show is printed.</summary>
/// <param name="Program">The text of the program.</param>
/// <param name="References">The text of the file that names the assemblies which cells refer to by path; <see langword="null"/> where there are none.</param>
internal sealed record FileApp(string Program, string? References)
{
    private const int MostNesting = 10;

    /// <summary>The name of the second file for a program.</summary>
    public static string ReferencesFile(string program) => Path.ChangeExtension(program, ".targets");

    /// <summary>Translates a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="target">The path that the program gets; paths in it start there.</param>
    /// <param name="packages">Whether what cells refer to by path is taken from NuGet, by the assembly's name and version.</param>
    /// <exception cref="NotebookException">Something in the notebook cannot stand in a program; all of it is told.</exception>
    public static FileApp Of(NotebookFile notebook, string target, bool packages = false)
    {
        var source = new AppSource();
        var folder = Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!;
        var number = 0;
        foreach (var cell in notebook.Cells.OfType<JsonObject>())
        {
            var text = NotebookFile.Source(cell);
            if (cell["cell_type"]?.ToString() == "markdown")
                source.Comment(text);
            else if (cell["cell_type"]?.ToString() == "code" && !string.IsNullOrWhiteSpace(text))
            {
                var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"code cell {++number}");
                if (NotebookFile.HasTag(cell, "skip-execution") || NotebookFile.HasTag(cell, "raises-exception"))
                    source.Comment("The notebook skips this cell, or it fails on purpose:\n" + text);
                else
                    Add(source, CellLanguage.Marked(text, cell["metadata"]), name, folder, 0);
            }
        }
        source.Faults.AddRange(source.Names.Clashes());
        if (source.Faults.Count > 0)
            throw new NotebookException($"{notebook.Path} cannot be made an app:\n" + string.Join('\n', source.Faults.Select(fault => "  " + fault)));
        if (packages)
            TakePackages(source);
        var beside = Path.GetDirectoryName(Path.GetFullPath(target))!;
        return new(Text(source, Path.GetFileName(notebook.Path), Path.GetFileName(target), Relative(beside, folder),
            source.Assemblies.Select(path => Relative(beside, Path.GetDirectoryName(path)!)).Distinct()), source.Assemblies.Count == 0 ? null
            : Targets(source.Assemblies, beside));
    }

    private static void Add(AppSource source, string code, string name, string folder, int nesting)
    {
        IReadOnlyList<CellPart> parts;
        try
        {
            parts = CellParts.Of(code);
            foreach (var part in parts)
                if (part.Kind == PartKind.CSharp)
                    new CellTranslation(source, name, folder).Add(part.Text);
                else if (part.Kind != PartKind.Command)
                    source.Comment(part.Text);
                else if (part.Command == MagicCommands.Import && nesting < MostNesting)
                {
                    var path = Path.GetFullPath(part.Text, folder);
                    foreach (var (text, from) in ImportedFile.Read(path))
                        Add(source, text, from, Path.GetDirectoryName(path)!, nesting + 1);
                }
                else
                    source.Comment($"{part.Command!.Usage} has no place in a program.");
        }
        catch (Exception e) when (e is MagicException or DirectiveException)
        {
            source.Faults.Add($"{name}, {e.Message}");
        }
    }

    private static void TakePackages(AppSource source)
    {
        foreach (var path in source.Assemblies)
            source.Add(new PackageReference(Path.GetFileNameWithoutExtension(path), FileVersionInfo.GetVersionInfo(path).ProductVersion?.Split('+')[0]));
        source.Assemblies.Clear();
    }

    private static string Text(AppSource source, string notebook, string app, string folder, IEnumerable<string> assemblies)
    {
        var text = new StringBuilder();
        text.Append("// ").Append(notebook).Append(" as a program: dotnet run ").Append(app).Append("\n\n");
        foreach (var package in source.Packages)
            text.Append("#:package ").Append(package.Id).Append('@').Append(package.Version ?? "*").Append('\n');
        // As cells are compiled; and nothing of a folder above may reach in.
        string[] properties = ["ImplicitUsings=disable", "Nullable=annotations", "AllowUnsafeBlocks=true", "PublishAot=false", "InvariantGlobalization=false",
            "ManagePackageVersionsCentrally=false", "TreatWarningsAsErrors=false", "EnforceCodeStyleInBuild=false", "RunAnalyzers=false"];
        foreach (var property in properties)
            text.Append("#:property ").Append(property).Append('\n');
        if (source.Feeds.Count > 0)
            text.Append("#:property RestoreAdditionalProjectSources=").AppendJoin(';', source.Feeds.Distinct()).Append('\n');
        if (source.Assemblies.Count > 0)
            text.Append("#:property CustomAfterMicrosoftCommonTargets=$(MSBuildProjectDirectory)/").Append(ReferencesFile(app)).Append('\n');
        text.Append('\n');
        foreach (var name in Submission.Usings.Select(name => $"using {name};").Concat(source.Usings).Append("using static NotebookOutput;").Distinct())
            text.Append(name).Append('\n');
        text.Append('\n').AppendJoin("\n\n", source.Statements).Append('\n');
        foreach (var type in source.Types)
            text.Append('\n').Append(type).Append('\n');
        if (source.Extensions.Count > 0)
            text.Append("\nstatic class NotebookExtensions\n{\n").AppendJoin("\n\n", source.Extensions).Append("\n}\n");
        using var output = new StreamReader(typeof(FileApp).Assembly.GetManifestResourceStream("NotebookOutput.txt")!);
        text.Append('\n').Append(output.ReadToEnd().ReplaceLineEndings("\n").Replace("\"FOLDER\"", Literal(folder), StringComparison.Ordinal)
            .Replace("\"ASSEMBLIES\"", string.Join(", ", assemblies.Select(Literal)), StringComparison.Ordinal));
        return text.ToString();
    }

    /// <summary>References to assemblies and to those that they need and that lie beside them. They are loaded from where they are.</summary>
    private static string Targets(IEnumerable<string> assemblies, string beside)
    {
        var all = new List<string>();
        foreach (var path in assemblies)
            AddWithNeeded(path);
        return new XElement("Project", new XElement("ItemGroup", all.Select(path => new XElement("Reference",
            new XAttribute("Include", Path.GetFileNameWithoutExtension(path)),
            new XAttribute("HintPath", "$(MSBuildThisFileDirectory)" + Relative(beside, path)), new XAttribute("Private", "false"))))) + "\n";

        void AddWithNeeded(string path)
        {
            if (all.Contains(path))
                return;
            all.Add(path);
            using var file = new PEReader(File.OpenRead(path));
            var metadata = file.GetMetadataReader();
            foreach (var reference in metadata.AssemblyReferences)
                if (Path.Combine(Path.GetDirectoryName(path)!, metadata.GetString(metadata.GetAssemblyReference(reference).Name) + ".dll") is var needed
                    && File.Exists(needed))
                    AddWithNeeded(needed);
        }
    }

    private static string Relative(string from, string to) => Path.GetRelativePath(from, to).Replace('\\', '/');

    private static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}
