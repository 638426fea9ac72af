using System.IO.Compression;
using System.Xml.Linq;

namespace CarbonComp.Packages.Tests;

/// <summary>A package, opened.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive zip;

    public Package(string path)
    {
        zip = ZipFile.OpenRead(path);
        using var nuspec = zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        Metadata = XDocument.Load(nuspec).Root!.Elements().Single(each => each.Name.LocalName == "metadata");
    }

    public XElement Metadata { get; }

    public IReadOnlyList<string> Files => [.. zip.Entries.Select(entry => entry.FullName)];

    /// <summary>Its dependencies: id and version.</summary>
    public IEnumerable<(string Id, string Version)> Dependencies => Metadata.Descendants().Where(each => each.Name.LocalName == "dependency")
        .Select(each => ((string)each.Attribute("id")!, (string)each.Attribute("version")!));

    public void Dispose() => zip.Dispose();

    public string? Value(string name) => Metadata.Elements().FirstOrDefault(each => each.Name.LocalName == name)?.Value;

    public byte[] Bytes(string file)
    {
        using var from = zip.GetEntry(file)?.Open() ?? throw new FileNotFoundException($"The package has no {file}, but {string.Join(", ", Files)}.");
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    public string Text(string file) => System.Text.Encoding.UTF8.GetString(Bytes(file)).TrimStart('\ufeff');
}
