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
        Assert.All((string[])["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"], logo => Assert.True(File.Exists(Path.Combine(spec.Folder, logo)), logo));
        spec.Uninstall();
        Assert.False(Directory.Exists(spec.Folder));
    }

    private (int Code, string Output) Command(params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo(KernelProgram.Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["JUPYTER_DATA_DIR"] = Path.Combine(folder, "of the user");
        using var process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    [Fact]
    public void The_command_installs_for_the_user_and_into_a_prefix()
    {
        var ofUser = Path.Combine(folder, "of the user", "kernels", KernelSpec.DefaultName, "kernel.json");
        var inPrefix = Path.Combine(folder, "prefix", "share", "jupyter", "kernels", KernelSpec.DefaultName, "kernel.json");
        var (code, said) = Command("install");
        Assert.Equal(0, code);
        Assert.Equal($"Installed kernel {KernelSpec.DefaultName} in {Path.GetDirectoryName(ofUser)}", said.Trim());
        Assert.Equal(0, Command("install", "--prefix", Path.Combine(folder, "prefix")).Code);
        foreach (var file in (string[])[ofUser, inPrefix])
        {
            var program = JsonNode.Parse(File.ReadAllText(file))!["argv"]![0]!.GetValue<string>();
            Assert.True(File.Exists(program), program);
        }
        Assert.Contains("one of --user, --prefix and --sys-prefix", Command("install", "--user", "--sys-prefix").Output);
        Assert.Equal(0, Command("uninstall", "--user").Code);
        Assert.False(File.Exists(ofUser));
        Assert.True(File.Exists(inPrefix));
        var (again, none) = Command("uninstall");
        Assert.Equal(1, again);
        Assert.Contains("There is no kernel", none);
    }

    [Fact]
    public void The_command_leaves_somebody_elses_kernel_alone_unless_told()
    {
        var file = Path.Combine(folder, "of the user", "kernels", KernelSpec.DefaultName, "kernel.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "{}");
        var (code, said) = Command("install", "--user");
        Assert.Equal(1, code);
        Assert.Contains("--replace", said);
        Assert.Equal("{}", File.ReadAllText(file));
        Assert.Equal(0, Command("install", "--user", "--replace").Code);
        Assert.Contains("argv", File.ReadAllText(file));
    }

    [Fact]
    public void The_name_of_dotnet_interactive_is_taken_only_when_told()
    {
        Assert.Equal(0, Command("install").Code);
        var kernels = Path.Combine(folder, "of the user", "kernels");
        Assert.Equal([KernelSpec.DefaultName], Directory.GetDirectories(kernels).Select(Path.GetFileName));
        var (code, said) = Command("install", "--name", ".net-csharp");
        Assert.Equal(0, code);
        Assert.Equal($"Installed kernel .net-csharp in {Path.Combine(kernels, ".net-csharp")}", said.Trim());
        Assert.Equal(0, Command("uninstall", "--name", ".net-csharp").Code);
        Assert.Equal([KernelSpec.DefaultName], Directory.GetDirectories(kernels).Select(Path.GetFileName));
    }

    [Fact]
    public void A_name_that_is_a_path_is_refused()
    {
        var (code, said) = Command("install", "--name", "../escaped");
        Assert.Equal(1, code);
        Assert.Contains("letters, digits", said);
        Assert.Empty(Directory.GetFiles(folder, "kernel.json", SearchOption.AllDirectories));
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
