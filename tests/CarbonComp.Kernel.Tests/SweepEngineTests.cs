using System.Diagnostics;

namespace CarbonComp.Kernel.Tests;

/// <summary>The same sweep of 200 runs by one process, by two, by Slurm, and by one that is killed: the same files, byte for byte.</summary>
/// <remarks>Slurm is a real one with controller and node, all on this machine.</remarks>
[Trait("size", "large")]
public sealed class SweepEngineTests(SweepEngineTests.OneProcess one) : IClassFixture<SweepEngineTests.OneProcess>
{
    private static readonly string[] Runs = ["--grid", "price=1:100:1", "--grid", "share=0.5,0.25"];

    [Fact]
    public void Two_processes_give_what_one_gives()
    {
        var (code, said) = one.Folder.Run([.. Runs, "-j", "2", "-o", one.Folder.In("two")]);
        Assert.True(code == 0, said);
        one.Same("two");
    }

    [Fact]
    public void Slurm_gives_what_one_process_gives()
    {
        if (SlurmCluster.Missing is { } missing)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Fail(missing);
        }
        using var cluster = new SlurmCluster();
        var (code, said) = one.Folder.Run(cluster.Environment, [.. Runs, "-j", "2", "--engine", "slurm", "-o", one.Folder.In("slurm")]);
        Assert.True(code == 0, said);
        one.Same("slurm");
        Assert.True(File.Exists(one.Folder.In("slurm", "slurm", "2.log")));
    }

    [Fact]
    public void A_sweep_that_was_killed_goes_on_to_the_same_files()
    {
        string[] arguments = [.. Runs, "-j", "2", "-o", one.Folder.In("killed")];
        var runs = one.Folder.In("killed", "runs");
        using (var process = one.Folder.Start(null, arguments))
        {
            while (!process.HasExited && (!Directory.Exists(runs) || Directory.GetFiles(runs, "*.ipynb").Length < 60))
                Thread.Sleep(10);
            process.Kill();
            process.WaitForExit();
        }
        Assert.InRange(Directory.GetFiles(runs, "*.ipynb").Length, 60, 199);
        Assert.False(File.Exists(one.Folder.In("killed", "results.csv")));
        var (code, said) = one.Folder.Run(arguments);
        Assert.True(code == 0, said);
        Assert.Contains("of 200 runs are done already", said);
        one.Same("killed");
    }

    /// <summary>The sweep by one process, which the others are compared with.</summary>
    public sealed class OneProcess : IDisposable
    {
        internal SweepFolder Folder { get; } = new();

        public OneProcess()
        {
            Folder.Notebook("var price = 1.0; var share = 1.0; var seed = 0;", """
                var random = new Random(seed);
                Record("net payment", FormattableString.Invariant(
                    $"[{{\"row\": \"北京\", \"value\": {price * share + random.NextDouble()}, \"unit\": \"yuan\"}}]"));
                """);
            var (code, said) = Folder.Run([.. Runs, "-j", "1", "-o", Folder.In("one")]);
            Assert.True(code == 0, said);
            Assert.Equal(201, File.ReadAllLines(Folder.In("one", "results.csv")).Length);
        }

        public void Same(string other)
        {
            foreach (var file in (string[])["results.csv", "results.parquet", "runs.csv"])
                Assert.Equal(File.ReadAllBytes(Folder.In("one", file)), File.ReadAllBytes(Folder.In(other, file)));
        }

        public void Dispose() => Folder.Dispose();
    }
}
