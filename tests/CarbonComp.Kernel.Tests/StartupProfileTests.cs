using System.Diagnostics;
using CarbonComp.Kernel.Jupyter;

namespace CarbonComp.Kernel.Tests;

public sealed class StartupProfileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("startup").FullName;

    private string Profile => Path.Combine(folder, "startup.profile");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_start_leaves_a_profile_and_nothing_else()
    {
        Assert.SkipUnless(StartupProfile.IsSupported, "The runtime keeps profiles on two cores and more.");
        Rehearse(folder);
        Assert.Equal([Profile], Directory.GetFileSystemEntries(folder));
        Assert.True(new FileInfo(Profile).Length > 10_000, "The profile names too few methods to be one of a start.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void A_profile_that_was_cut_off_is_replaced(double part)
    {
        Assert.SkipUnless(StartupProfile.IsSupported, "The runtime keeps profiles on two cores and more.");
        Rehearse(folder);
        var whole = File.ReadAllBytes(Profile);
        File.WriteAllBytes(Profile, whole[..(int)(part * whole.Length)]);
        Rehearse(folder);
        Assert.Equal([Profile], Directory.GetFileSystemEntries(folder));
        Assert.InRange(new FileInfo(Profile).Length, (long)(0.9 * whole.Length), (long)(1.1 * whole.Length));
    }

    [Fact]
    public void Kernels_that_start_together_do_not_disturb_each_other()
    {
        Assert.SkipUnless(StartupProfile.IsSupported, "The runtime keeps profiles on two cores and more.");
        Rehearse(folder);
        Parallel.For(0, 4, _ => Rehearse(folder));
        Assert.Equal([Profile], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void Without_a_folder_to_write_to_the_kernel_starts_all_the_same()
    {
        var file = Path.Combine(folder, "a file");
        File.WriteAllText(file, "not a folder");
        Rehearse(file);
        Assert.Equal("not a folder", File.ReadAllText(file));
    }

    [Fact]
    public void A_start_that_fails_in_order_keeps_the_profile()
    {
        Assert.SkipUnless(StartupProfile.IsSupported, "The runtime keeps profiles on two cores and more.");
        Rehearse(folder);
        Assert.NotEqual(0, Run(folder, "kernel", "--connection-file", Path.Combine(folder, "missing.json")).Code);
        Assert.Equal([Profile], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_profile_is_out_of_the_way_until_the_start_has_succeeded()
    {
        Assert.SkipUnless(StartupProfile.IsSupported, "The runtime keeps profiles on two cores and more.");
        File.WriteAllText(Profile, "of a start before");
        StartupProfile.Begin(folder);
        var unfinished = Assert.Single(Directory.GetFiles(folder));
        Assert.NotEqual(Profile, unfinished);
        StartupProfile.End();
        Assert.Equal([Profile], Directory.GetFileSystemEntries(folder));
        StartupProfile.End();
        Assert.Equal([Profile], Directory.GetFileSystemEntries(folder));
    }

    private static void Rehearse(string folder)
    {
        var (code, said) = Run(folder, "kernel", "--rehearse");
        Assert.True(code == 0, said);
    }

    private static (int Code, string Said) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(KernelProgram.Path, arguments) { RedirectStandardError = true };
        start.Environment["CARBONCOMP_DATA_DIR"] = folder;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
