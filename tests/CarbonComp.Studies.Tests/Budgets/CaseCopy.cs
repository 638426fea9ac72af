using System.Text;

namespace CarbonComp.Studies.Tests;

/// <summary>A copy of a committed case that tests may change, with the other packages beside it, gone after them.</summary>
internal sealed class CaseCopy : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("data").FullName;

    public CaseCopy(string name)
    {
        Folder = Directory.CreateDirectory(Path.Combine(data, name)).FullName;
        foreach (var other in Directory.GetDirectories(CaseFolder.Path("")).Where(d => Path.GetFileName(d) != name))
            Directory.CreateSymbolicLink(Path.Combine(data, Path.GetFileName(other)), other);
        foreach (var file in Directory.GetFiles(CaseFolder.Path(name))) File.Copy(file, At(Path.GetFileName(file)));
    }

    public string Folder { get; }

    public string At(string file) => Path.Combine(Folder, file);

    /// <summary>Puts a text in the place of another that stands in the file.</summary>
    public void Edit(string file, string text, string with)
    {
        var before = File.ReadAllText(At(file));
        Assert.Contains(text, before);
        File.WriteAllText(At(file), before.Replace(text, with, StringComparison.Ordinal));
    }

    public void EditLines(string file, Func<IEnumerable<string>, IEnumerable<string>> edit) =>
        File.WriteAllLines(At(file), [.. edit(File.ReadAllLines(At(file)))]);

    /// <summary>Saves a table as a spreadsheet of another country does: with a byte order mark, semicolons and decimal commas.</summary>
    public void SaveWithSemicolons(string file) =>
        File.WriteAllText(At(file), File.ReadAllText(At(file)).Replace(',', ';').Replace('.', ','), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    /// <summary>What is said to whoever opens the folder as a budget.</summary>
    public string Complaint() => Assert.ThrowsAny<CarbonCompException>(() => JiangxiStudy.Load(Folder))
        .Message.Replace(Path.GetFileName(Folder) + "/", "", StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(data, recursive: true);
}
