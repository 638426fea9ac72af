using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CarbonComp.Kernel.Jupyter;

namespace CarbonComp.Kernel.Commands;

/// <summary>The folder by which Jupyter knows the kernel, in one of the places where Jupyter looks.</summary>
/// <exception cref="InvalidOperationException">Jupyter takes no such name.</exception>
internal sealed partial class KernelSpec(string dataFolder, string name = KernelSpec.DefaultName)
{
    /// <summary>The kernel's own name: <c>.net-csharp</c> belongs to .NET Interactive.</summary>
    public const string DefaultName = "carboncomp-csharp";

    private const string Marker = "carboncomp";

    public string Name { get; } = AllowedName().IsMatch(name) ? name
        : throw new InvalidOperationException($"A kernel cannot be named \"{name}\". Use letters, digits, \".\", \"-\" and \"_\" only.");

    public string Folder { get; } = Path.Combine(dataFolder, "kernels", name);

    private string File => Path.Combine(Folder, "kernel.json");

    /// <summary>The user's own Jupyter folder.</summary>
    public static string UserData
    {
        get
        {
            if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } told)
                return told;
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (OperatingSystem.IsMacOS())
                return Path.Combine(home, "Library", "Jupyter");
            if (OperatingSystem.IsWindows())
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
            var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
            return Path.Combine(string.IsNullOrEmpty(data) ? Path.Combine(home, ".local", "share") : data, "jupyter");
        }
    }

    /// <summary>The folder inside a prefix such as a virtual environment.</summary>
    public static string PrefixData(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");

    public bool Exists => System.IO.File.Exists(File) || Directory.Exists(Folder);

    /// <summary>Whether what is there was installed by this program.</summary>
    public bool IsOurs
    {
        get
        {
            try
            {
                return JsonNode.Parse(System.IO.File.ReadAllText(File))?["metadata"]?["installed_by"]?.GetValue<string>() == Marker;
            }
            catch (Exception e) when (e is IOException or JsonException or InvalidOperationException)
            {
                return false;
            }
        }
    }

    /// <summary>Writes the folder, replacing an earlier one of ours; whole or not at all.</summary>
    /// <param name="program">The program for Jupyter to start; this program by default.</param>
    /// <exception cref="InvalidOperationException">There is a kernel of that name which is somebody else's.</exception>
    public void Install(bool replace, string? program = null)
    {
        if (Exists && !IsOurs && !replace)
            throw new InvalidOperationException($"{Folder} holds a kernel that this program did not install (.NET Interactive's?). Nothing was changed. Use "
                + $"--replace to put ours in its place, or another --name or --prefix.");
        var library = LibZmq.Find() ?? throw new InvalidOperationException(LibZmq.Advice);
        var environment = new JsonObject();
        if (DotnetRoot is { } root)
            environment["DOTNET_ROOT"] = root;
        if (Path.IsPathRooted(library))
            environment[LibZmq.Variable] = library;
        program ??= Environment.ProcessPath!;
        var arguments = new JsonArray();
        // Run as `dotnet carboncomp.dll` the process is dotnet.
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            {
            arguments.Add(program);
            arguments.Add(typeof(KernelSpec).Assembly.Location);
        }
        else
        {
            arguments.Add(program);
        }
        foreach (var argument in (string[])["kernel", "--connection-file", "{connection_file}"])
            arguments.Add(argument);
        var spec = new JsonObject
        {
            ["argv"] = arguments,
            ["display_name"] = "C# (CarbonComp)",
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = environment,
            ["metadata"] = new JsonObject { ["debugger"] = false, ["installed_by"] = Marker },
        };
        Directory.CreateDirectory(Folder);
        var temporary = File + "." + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".tmp";
        System.IO.File.WriteAllText(temporary,
            spec.ToJsonString(new JsonSerializerOptions { WriteIndented = true,
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
        System.IO.File.Move(temporary, File, overwrite: true);
        foreach (var logo in (string[])["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"])
            using (var picture = typeof(KernelSpec).Assembly.GetManifestResourceStream(logo))
                if (picture is not null)
                    using (var copy = System.IO.File.Create(Path.Combine(Folder, logo)))
                        picture.CopyTo(copy);
    }

    /// <summary>Removes the folder.</summary>
    /// <exception cref="InvalidOperationException">It is not there, or somebody else's.</exception>
    public void Uninstall()
    {
        if (!Exists)
            throw new InvalidOperationException($"There is no kernel {Name} in {Path.GetDirectoryName(Folder)}.");
        if (!IsOurs)
            throw new InvalidOperationException($"{Folder} holds a kernel that this program did not install. It was left alone.");
        Directory.Delete(Folder, recursive: true);
    }

    // As Jupyter allows, and not the folder itself or the one above.
    [GeneratedRegex(@"^\.*[A-Za-z0-9_-][A-Za-z0-9._-]*\z")]
    private static partial Regex AllowedName();

    private static string? DotnetRoot
    {
        get
        {
            var root = Path.GetFullPath(Path.Combine(Engine.FrameworkReferences.Folder, "..", "..", ".."));
            return Directory.Exists(Path.Combine(root, "shared")) ? root : null;
        }
    }
}
