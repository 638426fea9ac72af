using System.CommandLine;

namespace CarbonComp.Kernel.Commands;

/// <summary><c>carboncomp uninstall</c>: the reverse of install.</summary>
internal static class UninstallCommand
{
    public static Command Create()
    {
        var location = new SpecLocation();
        var command = new Command("uninstall", "Removes the kernel from Jupyter.");
        location.AddTo(command);
        command.SetAction(parsed =>
        {
            var spec = location.Of(parsed);
            spec.Uninstall();
            Console.WriteLine($"Removed {spec.Folder}");
            return 0;
        });
        return command;
    }
}
