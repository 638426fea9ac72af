using System.CommandLine;
using System.Diagnostics;

namespace CarbonComp.Kernel.Commands;

/// <summary>The options that say where a kernelspec goes and by which name: the user's folder and our own unless told otherwise.</summary>
internal sealed class SpecLocation
{
    private readonly Option<bool> user = new("--user") { Description = "The user's own Jupyter folder (the default)." };
    private readonly Option<string?> prefix = new("--prefix") { Description = "A prefix: PREFIX/share/jupyter." };
    private readonly Option<bool> environment = new("--sys-prefix") { Description = "The Python environment that python3 on PATH belongs to." };

    private readonly Option<string> name = new("--name")
    {
        Description = "The kernel's name. Tools that know C# by .NET Interactive's name only, such as papermill, need .net-csharp.",
        DefaultValueFactory = _ => KernelSpec.DefaultName,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(user);
        command.Options.Add(prefix);
        command.Options.Add(environment);
        command.Options.Add(name);
    }

    /// <exception cref="InvalidOperationException">More than one place, no Python for <c>--sys-prefix</c>, or a name that Jupyter refuses.</exception>
    public KernelSpec Of(ParseResult parsed)
    {
        var (path, inEnvironment) = (parsed.GetValue(prefix), parsed.GetValue(environment));
        if ((path is not null ? 1 : 0) + (inEnvironment ? 1 : 0) + (parsed.GetValue(user) ? 1 : 0) > 1)
            throw new InvalidOperationException("Name one of --user, --prefix and --sys-prefix.");
        var folder = path is not null ? KernelSpec.PrefixData(path) : inEnvironment ? KernelSpec.PrefixData(PythonPrefix()) : KernelSpec.UserData;
        return new KernelSpec(folder, parsed.GetValue(name)!);
    }

    private static string PythonPrefix()
    {
        foreach (var name in (string[])["python3", "python"])
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(name, ["-c", "import sys; print(sys.prefix)"]) { RedirectStandardOutput = true,
                    RedirectStandardError = true })!;
                var found = process.StandardOutput.ReadToEnd().Trim();
                process.WaitForExit();
                if (process.ExitCode == 0 && found.Length > 0)
                    return found;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // The next name, then.
            }
        }
        throw new InvalidOperationException("--sys-prefix needs a Python on PATH, and there is none. Use --prefix or --user.");
    }
}
