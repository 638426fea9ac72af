namespace CarbonComp.Kernel.Jupyter;

/// <summary>The only places a kernel writes to by itself.</summary>
internal static class OwnFolders
{
    /// <summary>The variable that moves them.</summary>
    public const string Variable = "CARBONCOMP_DATA_DIR";

    // Longer than a kernel that still needs its file is likely to run without writing to it.
    private static readonly TimeSpan Stale = TimeSpan.FromDays(7);

    /// <summary>The folder for what is kept from session to session.</summary>
    public static string Data
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } told)
                return told;
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify), "carboncomp");
        }
    }

    /// <summary>Deletes what kernels left behind that did not end as they should.</summary>
    /// <exception cref="IOException">A file cannot be deleted, or there is no such folder.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not the user's.</exception>
    public static void RemoveStale(string folder, string pattern)
    {
        foreach (var old in Directory.GetFiles(folder, pattern))
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(old) > Stale)
                File.Delete(old);
    }
}
