using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CarbonComp.Kernel.Jupyter;

/// <summary>A line kept while the kernel lives, so that its successor on the same connection can say what the kernel was doing when it died.</summary>
internal sealed class DeathNote
{
    private readonly string? file;

    /// <param name="folder">The folder of the notes.</param>
    /// <param name="connectionFile">Names the kernel: Jupyter keeps the file when it starts a dead kernel anew.</param>
    public DeathNote(string folder, string connectionFile)
    {
        try
        {
            Directory.CreateDirectory(folder);
            OwnFolders.RemoveStale(folder, "*.running");
            file = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(connectionFile))))[..16] + ".running");
            Predecessor = File.Exists(file) ? Message(File.ReadAllText(file)) : null;
            Write("");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without a folder there is no note, and no harm.
            file = null;
        }
    }

    /// <summary>The message when the kernel before this one died; <see langword="null"/> when it did not.</summary>
    public string? Predecessor { get; private set; }

    /// <summary>The message, once.</summary>
    public string? TakePredecessor()
    {
        var message = Predecessor;
        Predecessor = null;
        return message;
    }

    /// <summary>A cell starts, or none runs (0).</summary>
    public void Running(int cell)
    {
        if (file is not null)
            Write(cell == 0 ? "" : cell.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The kernel ends as it should.</summary>
    public void Remove()
    {
        if (file is null)
            return;
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It goes stale.
        }
    }

    private void Write(string cell)
    {
        try
        {
            File.WriteAllText(file!, cell);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As above: no note, no harm.
        }
    }

    private static string Message(string cell) =>
        (cell.Length > 0 ? $"The kernel died while it ran cell [{cell}] and was started anew" : "The kernel died and was started anew")
        + ": the variables of earlier cells are gone. A crash in native code, recursion without end that the kernel does not see "
        + "(the hash code of a record that contains itself), too much memory, or a kill from outside does this; "
        + "the terminal that runs Jupyter may show more.\n";
}
