using System.Reflection;
using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Engine;

/// <summary>.NET Interactive's libraries in a session: referenced and loaded when a cell or a package first needs them.</summary>
internal sealed class Guest(SessionReferences references) : IGuestFormatters
{
    private readonly Lock gate = new();
    private Bridge? bridge;
    private bool isReferenced;

    private delegate IReadOnlyList<string> RunExtensions(Assembly assembly, bool fromPackage, ICollection<string> submitted, CancellationToken stop);

    private delegate IReadOnlyList<(string MimeType, string Text)> FormatValue(object value, bool fromPackages);

    /// <summary>The part of the kernel that is compiled against the libraries, and so is loaded with them.</summary>
    private sealed record Bridge(FormatValue Format, Func<Type, bool, bool> Any, RunExtensions Run);

    /// <summary>Makes the libraries' types known to the cells from here on.</summary>
    public void Reference()
    {
        lock (gate)
        {
            if (isReferenced)
                return;
            isReferenced = true;
        }
        foreach (var path in GuestFiles.All)
            references.Add(path);
    }

    /// <summary>Loads the libraries, so that what a cell displays through them comes to the cell.</summary>
    public void Load() => _ = Loaded();

    /// <summary>Runs the extensions of an assembly.</summary>
    /// <param name="submitted">Receives the code that they want to run.</param>
    /// <returns>A sentence for each that could not do what it wanted.</returns>
    public IReadOnlyList<string> Run(string path, bool fromPackage, ICollection<string> submitted, CancellationToken stop)
    {
        if (Loaded() is not { } loaded)
            return [$"The extension {Path.GetFileNameWithoutExtension(path)} needs .NET Interactive's libraries, "
                + $"and the kernel came without its folder {GuestFiles.Folder}."];
        try
        {
            return loaded.Run(references.LoadContext.LoadFromAssemblyPath(path), fromPackage, submitted, stop);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            return [$"The extension {Path.GetFileNameWithoutExtension(path)} cannot be loaded: {e.Message.ReplaceLineEndings(" ")}"];
        }
    }

    /// <inheritdoc/>
    public bool HasFormatter(Type type, bool fromPackages) => Present is { } loaded && loaded.Any(type, fromPackages);

    /// <inheritdoc/>
    public MimeBundle? Format(object value, bool fromPackages)
    {
        if (Present is not { } loaded || loaded.Format(value, fromPackages) is not { Count: > 0 } texts)
            return null;
        return Bundle(texts);
    }

    /// <summary>The bridge where the libraries are in use: without them nobody can have registered anything.</summary>
    private Bridge? Present => references.LoadContext.HasGuest ? Loaded() : null;

    private Bridge? Loaded()
    {
        lock (gate)
            return bridge ??= Open();
    }

    private Bridge? Open()
    {
        var path = Path.Combine(GuestFiles.Folder, "CarbonComp.Kernel.Guest.dll");
        if (!File.Exists(path))
            return null;
        var assembly = references.LoadContext.LoadFromAssemblyPath(path);
        T Method<T>(string type, string name) where T : Delegate =>
            assembly.GetType("CarbonComp.Kernel.Guest." + type, throwOnError: true)!.GetMethod(name)!.CreateDelegate<T>();
        Method<Action<Action<object?, IReadOnlyList<(string, string)>, string, bool>>>("Displays", "LeadTo")(Show);
        return new Bridge(Method<FormatValue>("Formatters", "Format"),
            Method<Func<Type, bool, bool>>("Formatters", "Any"), Method<RunExtensions>("Extensions", "Run"));
    }

    private static void Show(object? value, IReadOnlyList<(string MimeType, string Text)> formatted, string displayId, bool update) =>
        // What the library would show in its own way, as HTML or text, is shown in the kernel's.
        CellContext.Current?.Output.Display(value is not string && formatted is [{ MimeType: "text/html" }] ? Formatter.Format(value)
            : value is not string && formatted is [{ MimeType: "text/plain" }] ? Formatter.Format(value, "text/plain")
            : Bundle(formatted), displayId, update);

    private static MimeBundle Bundle(IReadOnlyList<(string MimeType, string Text)> texts)
    {
        var bundle = new MimeBundle();
        foreach (var (mimeType, text) in texts)
            bundle.AddText(mimeType, text);
        return bundle;
    }
}
