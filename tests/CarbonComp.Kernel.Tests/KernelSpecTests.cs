using System.Text.Json.Nodes;
using CarbonComp.Kernel.Commands;

namespace CarbonComp.Kernel.Tests;

public sealed class KernelSpecTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("spec").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Installs_updates_and_removes_its_own()
    {
        var spec = new KernelSpec(folder);
        spec.Install(replace: false);
        spec.Install(replace: false);
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(spec.Folder, "kernel.json")))!;
        Assert.Equal("C#", json["language"]!.GetValue<string>());
        Assert.Equal("message", json["interrupt_mode"]!.GetValue<string>());
        Assert.Equal("{connection_file}", json["argv"]!.AsArray()[^1]!.GetValue<string>());
        spec.Uninstall();
        Assert.False(Directory.Exists(spec.Folder));
    }

    [Fact]
    public void Leaves_somebody_elses_kernel_alone_unless_told()
    {
        var spec = new KernelSpec(folder);
        Directory.CreateDirectory(spec.Folder);
        var file = Path.Combine(spec.Folder, "kernel.json");
        const string Theirs = "{ \"argv\": [\"dotnet\", \"interactive\"], \"display_name\": \".NET (C#)\" }";
        File.WriteAllText(file, Theirs);
        Assert.Throws<InvalidOperationException>(() => spec.Install(replace: false));
        Assert.Throws<InvalidOperationException>(spec.Uninstall);
        Assert.Equal(Theirs, File.ReadAllText(file));
        spec.Install(replace: true);
        Assert.True(spec.IsOurs);
    }
}
