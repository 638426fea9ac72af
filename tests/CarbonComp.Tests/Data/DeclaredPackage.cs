using System.Text;

namespace CarbonComp.Tests.Data;

/// <summary>A package of one table, <c>t</c>, whose descriptor says what a test is about. Its numbers are constructed.</summary>
internal sealed class DeclaredPackage : IDisposable
{
    public const string Region = """{"name": "region", "type": "string"}""";

    private readonly string folder = Directory.CreateTempSubdirectory("declared").FullName;

    /// <param name="fields">The fields after <c>region</c>, in JSON.</param>
    /// <param name="file">The file's text; its bytes are in UTF-8.</param>
    /// <param name="resource">More of the resource, in JSON, after a comma.</param>
    /// <param name="schema">More of the schema, in JSON, after a comma.</param>
    public DeclaredPackage(string fields, string file, string resource = "", string schema = "", string path = "\"t.csv\"")
    {
        Write("t.csv", Encoding.UTF8.GetBytes(file));
        Write("datapackage.json", Encoding.UTF8.GetBytes($$"""
            {"name": "declared", "resources": [{"name": "t", "path": {{path}}, "schema": {"fields": [{{Region}}, {{fields}}]{{schema}}}{{resource}}}]}
            """));
    }

    public static string Number(string more = "") => $$"""{"name": "value", "type": "number", "unit": "yuan", "status": "constructed"{{more}}}""";

    public DeclaredPackage Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
        return this;
    }

    public DataTable Load() => DataPackage.Load(folder)["t"];

    public string Folder => folder;

    public string Complaint() => Assert.Throws<DataException>(Load).Message;

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
