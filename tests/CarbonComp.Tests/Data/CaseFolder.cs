namespace CarbonComp.Tests.Data;

/// <summary>The committed data packages, found from wherever the tests run.</summary>
internal static class CaseFolder
{
    public static string Path(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "CarbonComp.sln"))) folder = folder.Parent;
        return System.IO.Path.Combine(folder!.FullName, "data", name);
    }
}
