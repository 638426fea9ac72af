namespace CarbonComp.Kernel.Display;

/// <summary>Lets a library show something on the page without knowing this kernel.</summary>
/// <remarks>The library asks <see cref="AppContext"/> for the function under <see cref="Key"/>. Where there is none, it does without.</remarks>
internal static class Publishing
{
    /// <summary>The name of an <see cref="Action{T}"/> that takes representations by their MIME types.</summary>
    public const string Key = "Notebook.Display";

    public static void Install() => AppContext.SetData(Key, (Action<IReadOnlyDictionary<string, string>>)Show);

    private static void Show(IReadOnlyDictionary<string, string> representations)
    {
        var bundle = new MimeBundle();
        foreach (var (type, text) in representations)
            bundle.AddText(type, text);
        CellContext.Current?.Output.Display(bundle, Guid.NewGuid().ToString("N"), update: false);
    }
}
