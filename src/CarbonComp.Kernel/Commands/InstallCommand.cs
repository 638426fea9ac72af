using System.CommandLine;

namespace CarbonComp.Kernel.Commands;

/// <summary><c>carboncomp install</c>: makes the kernel known to Jupyter.</summary>
internal static class InstallCommand
{
    public static Command Create()
    {
        var location = new SpecLocation();
        var replace = new Option<bool>("--replace") { Description = "Replace a kernel of the same name that somebody else installed." };
        var command = new Command("install", "Makes the kernel known to Jupyter.") { replace };
        location.AddTo(command);
        command.SetAction(parsed =>
        {
            var spec = location.Of(parsed);
            spec.Install(parsed.GetValue(replace));
            Console.WriteLine($"Installed kernel {spec.Name} in {spec.Folder}");
            return 0;
        });
        return command;
    }
}
