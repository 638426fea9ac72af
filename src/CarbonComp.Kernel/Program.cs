using System.CommandLine;
using System.CommandLine.Help;
using CarbonComp.Kernel.Commands;
using CarbonComp.Kernel.Engine;

Cultures.Provide();

// The way Jupyter starts it needs no command-line parser, and every kernel start would pay for one.
try
{
    if (args is ["kernel", "--connection-file" or "-f", var connectionFile])
    {
        var code = KernelCommand.Run(connectionFile);
        // Threads that cells left behind end with the kernel.
        Environment.Exit(code);
        return code;
    }
    if (args is [CarbonComp.Kernel.Notebooks.CellProcess.Command, var requests, var events])
        return CarbonComp.Kernel.Notebooks.CellServer.Run(requests, events);
    return await Parsed(args);
}
catch (Exception e) when (e is InvalidDataException or InvalidOperationException or DllNotFoundException
    or IOException or UnauthorizedAccessException or NotSupportedException or TypeInitializationException)
{
    var cause = e is TypeInitializationException { InnerException: { } inner } ? inner : e;
    await Console.Error.WriteLineAsync("carboncomp: " + cause.Message);
    return 1;
}

// A method of its own: the parser is loaded only where it is called.
static async Task<int> Parsed(string[] args)
{
    var others = OtherCommands.Names;
    // Named as people start it: a RootCommand would be named after the file.
    var root = new Command("carboncomp", "A C# kernel for Jupyter, and a notebook runner."
        + (others.Count > 0 ? $" Further commands, each with its own --help: {string.Join(", ", others)}." : ""))
        { KernelCommand.Create(), InstallCommand.Create(), UninstallCommand.Create(), RunCommand.Create(), AppCommand.Create(), SweepCommand.Create(),
            SweepShareCommand.Create(), ParquetCommand.Create(), new HelpOption(), new VersionOption() };
    return (root.Subcommands.Any(own => own.Name == args.FirstOrDefault()) ? null : OtherCommands.Run(args))
        ?? await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
