using System.Runtime;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>Which methods the last start needed, in their order: the runtime gets them ready on another core while this start runs.</summary>
/// <remarks>
/// The runtime reads and writes such a profile under one name and rewrites it in place, so every process works on a copy of its own, which it
/// then renames. One that was recorded with other assemblies does no harm: the runtime compares their identities.
/// </remarks>
internal static class StartupProfile
{
    private const string Name = "startup.profile";
    private const string Unfinished = ".unfinished";

    private static string? target;
    private static string? copy;

    /// <summary>Whether the runtime plays and records at all: on a single core it does neither.</summary>
    public static bool IsSupported => Environment.ProcessorCount > 1;

    /// <summary>Plays the profile of a start before and records this one, until <see cref="End"/> or the end of the process; without a folder to write
    /// to it does neither.</summary>
    /// <param name="folder">The folder of the profile; until there is one, the one that was published with the kernel serves.</param>
    public static void Begin(string folder)
    {
        if (!IsSupported)
            return;
        try
        {
            Directory.CreateDirectory(folder);
            target = Path.Combine(folder, Name);
            copy = Path.Combine(folder, Guid.NewGuid().ToString("N") + Unfinished);
            var published = Path.Combine(AppContext.BaseDirectory, Name);
            // Taken away until the start has succeeded: one that brings a start down is not played again.
            if (!TryMove(target, copy) && File.Exists(published))
                File.Copy(published, copy);
            ProfileOptimization.SetProfileRoot(folder);
            ProfileOptimization.StartProfile(Path.GetFileName(copy));
            // A start that fails in order, for want of a free port, has not been brought down by its profile.
            AppDomain.CurrentDomain.ProcessExit += (_, _) => End();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            copy = null;
        }
    }

    /// <summary>Keeps what was recorded for the next start. Any thread, any number of times.</summary>
    public static void End()
    {
        if (Interlocked.Exchange(ref copy, null) is not { } recorded)
            return;
        ProfileOptimization.StartProfile("");
        try
        {
            File.Move(recorded, target!, overwrite: true);
            OwnFolders.RemoveStale(Path.GetDirectoryName(target)!, "*" + Unfinished);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next start is a little slower.
        }
    }

    private static bool TryMove(string from, string to)
    {
        if (!File.Exists(from))
            return false;
        try
        {
            File.Move(from, to);
            return true;
        }
        catch (FileNotFoundException)
        {
            // Another kernel, starting at the same time, was first.
            return false;
        }
    }
}
