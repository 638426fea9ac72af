using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using CarbonComp.Kernel.Notebooks;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>Runs as an array job of Slurm. Each task carries out its share and leaves the files of its runs in the folder of the sweep, which all
/// nodes must see; Slurm alone decides where and when.</summary>
/// <remarks>Partition, account and time limit come from <c>SBATCH_PARTITION</c>, <c>SBATCH_ACCOUNT</c>, <c>SBATCH_TIMELIMIT</c>, which sbatch reads.</remarks>
internal sealed class SlurmEngine(int tasks) : ISweepEngine
{
    public const string ShareCommand = "sweep-share";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public void Run(SweepPlan plan, SweepProgress progress, CancellationToken cancelled)
    {
        if (plan.Left() is not { Count: > 0 } left)
            return;
        Directory.CreateDirectory(Logs(plan));
        // The job of a call that was ended goes on by itself.
        var job = Known(plan) is { } known && IsQueued(known) ? known : Submit(plan, left);
        while (IsQueued(job))
        {
            Tell();
            if (!cancelled.WaitHandle.WaitOne(Pause))
                continue;
            Call("scancel", [job]);
            return;
        }
        Tell();

        void Tell() => progress.Set(left.Count(plan.IsDone), left.Count(plan.IsFailed));
    }

    private string Submit(SweepPlan plan, IReadOnlyList<int> left)
    {
        foreach (var run in left)
            File.Delete(plan.FailedPath(run));
        var count = Math.Min(tasks, left.Count).ToString(CultureInfo.InvariantCulture);
        var program = new List<string> { Environment.ProcessPath! };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            program.Add(typeof(SlurmEngine).Assembly.Location);
        string[] command = [.. program, ShareCommand, plan.Folder];
        var script = $"#!/bin/sh\nexec {string.Join(' ', command.Select(Quoted))} \"$SLURM_ARRAY_TASK_ID\" {count}\n";
        var (code, said) = Call("sbatch", ["--parsable", "--job-name=carboncomp-sweep", $"--array=1-{count}",
            $"--output={Path.Combine(Logs(plan), "%a.log").Replace("%", "%", StringComparison.Ordinal)}"], script);
        if (code != 0)
            throw new NotebookException($"sbatch refused the job: {said.Trim()}");
        // With several clusters: job;cluster.
        var job = said.Trim().Split('\n')[^1].Split(';')[0];
        WholeFile.Write(JobFile(plan), job);
        return job;
    }

    private static string? Known(SweepPlan plan) => File.Exists(JobFile(plan)) ? File.ReadAllText(JobFile(plan)).Trim() : null;

    private static string Logs(SweepPlan plan) => Path.Combine(plan.Folder, "slurm");

    private static string JobFile(SweepPlan plan) => Path.Combine(Logs(plan), "job");

    /// <summary>Whether Slurm still has tasks of the job that wait or run. A job that it has forgotten has ended.</summary>
    private static bool IsQueued(string job)
    {
        var (code, said) = Call("squeue", ["--noheader", "--jobs", job, "--format=%T"]);
        if (code == 0)
            return said.Trim().Length > 0;
        if (said.Contains("Invalid job id", StringComparison.OrdinalIgnoreCase))
            return false;
        // The controller may be busy or restarting.
        Thread.Sleep(Pause);
        return true;
    }

    private static string Quoted(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static (int Code, string Said) Call(string program, IReadOnlyList<string> arguments, string? input = null)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
                { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, process.ExitCode == 0 ? output : output + errors.Result);
        }
        catch (Win32Exception e)
        {
            throw new NotebookException($"{program} is not on PATH, and --engine slurm needs it. Run where Slurm is, or use --engine local.", e);
        }
    }
}
