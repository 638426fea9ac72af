using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace CarbonComp.Kernel.Guest;

/// <summary>The C# kernel that an extension is handed: it takes what may be registered with one, and keeps code for the session to run.</summary>
internal sealed class SessionKernel : Microsoft.DotNet.Interactive.Kernel, IKernelCommandHandler<SubmitCode>
{
    public SessionKernel()
        : base("csharp")
    {
        KernelInfo.LanguageName = "C#";
        KernelInfo.LanguageVersion = "14.0";
    }

    /// <summary>Code to run, in order.</summary>
    public List<string> Submitted { get; } = [];

    public Task HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        lock (Submitted)
            Submitted.Add(command.Code);
        return Task.CompletedTask;
    }
}
