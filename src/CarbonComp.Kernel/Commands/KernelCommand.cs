using System.CommandLine;
using System.Runtime.ExceptionServices;
using CarbonComp.Kernel.Engine;
using CarbonComp.Kernel.Jupyter;

namespace CarbonComp.Kernel.Commands;

/// <summary><c>carboncomp kernel --connection-file FILE</c>: what Jupyter starts.</summary>
internal static class KernelCommand
{
    public static Command Create()
    {
        var file = new Option<FileInfo>("--connection-file", "-f") { Required = true, Description = "The connection file that Jupyter wrote." };
        var command = new Command("kernel", "Serves as a Jupyter kernel; Jupyter starts it.") { file };
        command.SetAction(parsed => Run(parsed.GetValue(file)!.FullName));
        return command;
    }

    public static int Run(string connectionFile)
    {
        var folder = OwnFolders.Data;
        Warmup.Start();
        var connection = ConnectionFile.Read(connectionFile);
        var session = new CSharpSession();
        using var history = new History(Path.Combine(folder, "history.sqlite"));
        var note = new DeathNote(Path.Combine(folder, "running"), connectionFile);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => note.Remove();
        using var server = new KernelServer(connection, session, history, note);
        // A thread that a cell started must not take the kernel along when it fails.
        ExceptionHandling.SetUnhandledExceptionHandler(e =>
        {
            session.Tell(e);
            return true;
        });
        ParentWatch.Start(() => Environment.Exit(0));
        // An interrupt comes as a message; the signal that a terminal sends to all its processes is not meant for the kernel.
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            session.Interrupt();
        };
        server.Run();
        return 0;
    }
}
