namespace CarbonComp.Tests;

/// <summary>A file that is there during one test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string name, string content = "")
    {
        Folder = Directory.CreateTempSubdirectory("carboncomp-").FullName;
        Path = System.IO.Path.Combine(Folder, name);
        if (content.Length > 0) File.WriteAllText(Path, content);
    }

    public string Path { get; }

    private string Folder { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
