using System.CommandLine;
using CarbonComp.Kernel.Notebooks;
using CarbonComp.Kernel.Sweeps;

namespace CarbonComp.Kernel.Commands;

/// <summary><c>carboncomp sweep-share FOLDER TASK TASKS</c>: what a task of an array job runs; the share is by the number of the run.</summary>
internal static class SweepShareCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The folder of the sweep." };
        var task = new Argument<int>("task") { Description = "The number of the task, from 1." };
        var tasks = new Argument<int>("tasks") { Description = "The number of tasks." };
        var command = new Command(SlurmEngine.ShareCommand, "Carries out a share of a sweep; a task of an array job starts it.")
            { folder, task, tasks };
        command.Hidden = true;
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(task), parsed.GetValue(tasks)));
        return command;
    }

    private static int Run(string folder, int task, int tasks)
    {
        try
        {
            var plan = SweepPlan.Open(folder);
            using var worker = new SweepWorker(plan);
            foreach (var run in plan.Left().Where(run => (run - 1) % tasks == task - 1))
                Console.Error.WriteLine($"run {run}: {(worker.Run(run, CancellationToken.None) ? "ok" : "FAILED")}");
            return 0;
        }
        catch (NotebookException e)
        {
            Console.Error.WriteLine($"carboncomp: {e.Message}");
            return 2;
        }
    }
}
