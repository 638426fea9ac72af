namespace CarbonComp.Kernel.Display;

/// <summary>Lets a library show something on the page without knowing this kernel.</summary>
/// <remarks>The library asks <see cref="AppContext"/> for the functions under these names. Where there is none, it does without.</remarks>
internal static class Publishing
{
    /// <summary>The name of an <see cref="Action{T}"/> that takes representations by their MIME types.</summary>
    public const string Key = "Notebook.Display";

    /// <summary>The name of a function that shows representations and returns one that shows others in their place.</summary>
    public const string PlaceKey = "Notebook.Place";

    public static void Install()
    {
        AppContext.SetData(Key, (Action<IReadOnlyDictionary<string, string>>)(representations => Place(representations)));
        AppContext.SetData(PlaceKey, (Func<IReadOnlyDictionary<string, string>, Action<IReadOnlyDictionary<string, string>>>)Place);
        CommLending.Install();
    }

    private static Action<IReadOnlyDictionary<string, string>> Place(IReadOnlyDictionary<string, string> representations)
    {
        var id = Guid.NewGuid().ToString("N");
        Show(representations, update: false);
        return others => Show(others, update: true);

        void Show(IReadOnlyDictionary<string, string> shown, bool update)
        {
            var bundle = new MimeBundle();
            foreach (var (type, text) in shown)
                bundle.AddText(type, text);
            CellContext.Current?.Output.Display(bundle, id, update);
        }
    }
}
