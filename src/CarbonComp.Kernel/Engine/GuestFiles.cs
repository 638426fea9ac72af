namespace CarbonComp.Kernel.Engine;

/// <summary>The files of .NET Interactive's libraries, which come with the kernel in a folder of their own.</summary>
/// <remarks>Whatever a package brings of them, these are taken: a formatter is found only where all agree on what one is.</remarks>
internal static class GuestFiles
{
    private static readonly string[] Names =
    [
        "Microsoft.DotNet.Interactive.Formatting", "Microsoft.AspNetCore.Html.Abstractions",
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Documents",
    ];

    /// <summary>The folder, whether or not it is there.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "guest");

    /// <summary>The libraries that cells and packages see, those that are there.</summary>
    public static IEnumerable<string> All => Names.Select(PathOf).OfType<string>();

    /// <summary>The file of a library, or <see langword="null"/> where it is not one of them.</summary>
    public static string? PathOf(string assemblyName)
    {
        if (!Names.Contains(assemblyName, StringComparer.OrdinalIgnoreCase))
            return null;
        var path = Path.Combine(Folder, assemblyName + ".dll");
        return File.Exists(path) ? path : null;
    }

    /// <summary>Whether a text names one of their namespaces.</summary>
    public static bool AreMentionedIn(string code) =>
        code.Contains("Microsoft.DotNet.Interactive", StringComparison.Ordinal) || code.Contains("Microsoft.AspNetCore.Html", StringComparison.Ordinal);
}
