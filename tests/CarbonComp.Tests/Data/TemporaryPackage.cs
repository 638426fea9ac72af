using System.Text;

namespace CarbonComp.Tests.Data;

/// <summary>A small package on disk that tests may damage.</summary>
internal sealed class TemporaryPackage : IDisposable
{
    public const string Cities = "code,name,local_name\n110000,Beijing,北京市\n120000,Tianjin,天津市\n130200,Tangshan,唐山市\n";

    public const string Economy = "region,gdp,population,note\nBeijing,36102.6,21893095,\"capital, "
        + "first\"\nTianjin,14083.73,13866009,\nTangshan,7210.9,7717983,steel\n";

    public const string Flows = "from,to,value,unit,status\nBeijing,Tianjin,1.5,Mt CO2,paper\nTianjin,Beijing,250,kt CO2,constructed\n";

    public const string Descriptor = """
        {
          "name": "small",
          "title": "A small package",
          "sources": [{"title": "Yearbook 2021"}],
          "licenses": [{"name": "CC0-1.0"}],
          "resources": [
            {"name": "cities", "path": "cities.csv", "schema": {"fields": [
              {"name": "code", "type": "string"}, {"name": "name", "type": "string"}, {"name": "local_name", "type": "string"}], "primaryKey": "code"}},
            {"name": "economy", "path": "economy.csv", "schema": {"fields": [
              {"name": "region", "type": "string"},
              {"name": "gdp", "type": "number", "unit": "100 million yuan", "status": "statistic", "title": "GDP"},
              {"name": "population", "type": "integer", "unit": "persons", "status": "statistic"},
              {"name": "note", "type": "string", "constraints": {"required": false}}],
              "primaryKey": ["region"], "foreignKeys": [{"fields": "region", "reference": {"resource": "cities", "fields": "name"}}]}},
            {"name": "flows", "path": "flows.csv", "schema": {"fields": [
              {"name": "from", "type": "string"}, {"name": "to", "type": "string"}, {"name": "value", "type": "number"},
              {"name": "unit", "type": "string"}, {"name": "status", "type": "string"}], "primaryKey": ["from", "to"]}}
          ]
        }
        """;

    public TemporaryPackage(string? descriptor = null, string? cities = null, string? economy = null, string? flows = null)
    {
        Folder = Directory.CreateTempSubdirectory("package").FullName;
        Write("datapackage.json", descriptor ?? Descriptor);
        Write("cities.csv", cities ?? Cities);
        Write("economy.csv", economy ?? Economy);
        Write("flows.csv", flows ?? Flows);
    }

    public string Folder { get; }

    public DataPackage Load() => DataPackage.Load(Folder);

    public string At(string file) => Path.Combine(Folder, file);

    public void Write(string file, string text) => File.WriteAllBytes(At(file), new UTF8Encoding(false).GetBytes(text));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
