using System.Diagnostics;

namespace CarbonComp.Kernel.Tests;

/// <summary>Commands that are programs of their own.</summary>
[Trait("size", "large")]
public sealed class OtherCommandsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("commands").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("hello", 3, "hello two words")]
    [InlineData("nothing", 1, "nothing")]
    public void A_program_of_the_name_gets_all_arguments_and_gives_its_exit_code(string command, int code, string says)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program of this test is a shell script.");
        var program = Path.Combine(folder, "carboncomp-hello");
        File.WriteAllText(program, "#!/bin/sh\necho \"$1 $2\"\nexit 3\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(KernelProgram.Path, [command, "two words"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(code, process.ExitCode);
        Assert.Contains(says, said);
    }
}
