using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CarbonComp.Kernel.Tests;

/// <summary>A cluster of one node on this machine's loopback: munge, Slurm's controller and its node, with a folder, a key and ports of their
/// own, started for a test and ended after it.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private static readonly string[] Programs = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "sinfo"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string folder = Directory.CreateTempSubdirectory("slurm").FullName;
    private readonly List<Process> daemons = [];

    /// <summary>Why there can be no cluster here; null where there can.</summary>
    public static string? Missing => !OperatingSystem.IsLinux() ? "Slurm runs on Linux only."
        : Array.Find(Programs, program => Find(program) is null) is { } program ? $"No {program}: apt-get install slurm-wlm munge." : null;

    public SlurmCluster()
    {
        try
        {
            Begin();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What tells Slurm's commands of this cluster.</summary>
    public Dictionary<string, string> Environment => new() { ["SLURM_CONF"] = In("slurm.conf") };

    public void Dispose()
    {
        foreach (var daemon in Enumerable.Reverse(daemons))
        {
            daemon.Kill(entireProcessTree: true);
            daemon.WaitForExit();
            daemon.Dispose();
        }
        Directory.Delete(folder, recursive: true);
    }

    private static string? Find(string program) => ((string[])["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"])
        .Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists);

    private string In(string name) => Path.Combine(folder, name);

    private void Begin()
    {
        foreach (var name in (string[])["munge", "state", "spool"])
            Directory.CreateDirectory(In(name));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(In("munge"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var key = In("munge/key");
        File.WriteAllBytes(key, RandomNumberGenerator.GetBytes(1024));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var host = Dns.GetHostName().Split('.')[0];
        File.WriteAllText(In("slurm.conf"), Configuration(host));
        // Forced: the folder above belongs to everyone, which munge does not like.
        Start("munged", "--foreground", "--force", "--key-file=" + key, "--socket=" + In("munge/socket"), "--pid-file=" + In("munge/pid"),
            "--seed-file=" + In("munge/seed"), "--log-file=" + In("munge/log"));
        Until(() => File.Exists(In("munge/socket")), "munged made no socket");
        Start("slurmctld", "-D", "-f", In("slurm.conf"));
        Start("slurmd", "-D", "-f", In("slurm.conf"), "-N", host);
        Until(() => Said("sinfo", "--noheader", "--format=%T").Trim() == "idle", "the node did not become idle");
    }

    private string Configuration(string host)
    {
        var user = System.Environment.UserName;
        var (controller, node) = (FreePort(), FreePort());
        return string.Create(CultureInfo.InvariantCulture, $"""
            ClusterName=carboncomp
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={controller}
            SlurmdPort={node}
            SlurmUser={user}
            SlurmdUser={user}
            AuthType=auth/munge
            AuthInfo=socket={In("munge/socket")}
            CredType=cred/munge
            StateSaveLocation={In("state")}
            SlurmdSpoolDir={In("spool")}
            SlurmctldPidFile={In("slurmctld.pid")}
            SlurmdPidFile={In("slurmd.pid")}
            SlurmctldLogFile={In("slurmctld.log")}
            SlurmdLogFile={In("slurmd.log")}
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            SwitchType=switch/none
            MpiDefault=none
            ReturnToService=2
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            NodeName={host} NodeAddr=127.0.0.1 CPUs={System.Environment.ProcessorCount} State=UNKNOWN
            PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP

            """);
    }

    private void Start(string program, params string[] arguments) => daemons.Add(Process.Start(Begun(program, arguments))!);

    private string Said(string program, params string[] arguments)
    {
        var start = Begun(program, arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        process.StandardError.ReadToEndAsync();
        return process.StandardOutput.ReadToEnd();
    }

    private ProcessStartInfo Begun(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments);
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return start;
    }

    private void Until(Func<bool> holds, string otherwise)
    {
        for (var waited = Stopwatch.StartNew(); !holds(); Thread.Sleep(100))
            if (waited.Elapsed > Patience || daemons.Any(daemon => daemon.HasExited))
                throw new InvalidOperationException($"Slurm did not start: {otherwise}.\n" + string.Concat(
                    ((string[])["slurmctld.log", "slurmd.log"]).Select(In).Where(File.Exists).Select(File.ReadAllText)));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
