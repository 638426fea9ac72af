using System.Reflection;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace CarbonComp.Kernel.Guest;

/// <summary>Runs the extensions of an assembly: its classes that implement <see cref="IKernelExtension"/>.</summary>
public static class Extensions
{
    private static readonly SessionKernel Session = new();
    private static readonly CompositeKernel Root = new() { Session };

    /// <summary>Runs all extensions of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="fromPackage">Whether a package brought it, whose formatters come after those of others.</param>
    /// <param name="submitted">Receives the code that extensions want to run.</param>
    /// <param name="stop">Ends the wait for an extension.</param>
    /// <returns>A sentence for each extension that could not do what it wanted.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<string> Run(Assembly assembly, bool fromPackage, ICollection<string> submitted, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(submitted);
        var problems = new List<string>();
        IEnumerable<Type> types;
        try
        {
            types = assembly.GetExportedTypes().Where(type => !type.IsAbstract && typeof(IKernelExtension).IsAssignableFrom(type));
        }
        catch (Exception e) when (e is IOException or TypeLoadException or BadImageFormatException)
        {
            return [$"The extension {assembly.GetName().Name} cannot be loaded: {OneLine(e)}"];
        }
        foreach (var type in types)
        {
            if (fromPackage)
                Formatters.MarkPackages(() => Run(type, problems, stop));
            else
                Run(type, problems, stop);
        }
        lock (Session.Submitted)
        {
            foreach (var code in Session.Submitted)
                submitted.Add(code);
            Session.Submitted.Clear();
        }
        return problems;
    }

    private static void Run(Type type, List<string> problems, CancellationToken stop)
    {
        var name = $"The extension {type.Name} of {type.Assembly.GetName().Name}";
        try
        {
            // On the pool: what an extension awaits must not come back to the thread that waits here.
            Task.Run(() => Load(type), stop).Wait(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            problems.Add($"{name} failed to load; what it registers is missing: {OneLine(e)}");
        }
    }

    private static async Task Load(Type type)
    {
        var extension = (IKernelExtension)Activator.CreateInstance(type)!;
        var (output, error) = (Console.Out, Console.Error);
        using var context = KernelInvocationContext.GetOrCreateAmbientContext(new SubmitCode("", Session.Name));
        // The context has taken the console for itself.
        Console.SetOut(output);
        Console.SetError(error);
        typeof(KernelInvocationContext).GetProperty(nameof(KernelInvocationContext.HandlingKernel))!.SetValue(context, Session);
        Displays.Follow(context);
        await extension.OnLoadAsync(Root).ConfigureAwait(false);
    }

    private static string OneLine(Exception e)
    {
        while (e is AggregateException or TargetInvocationException && e.InnerException is { } inner)
            e = inner;
        return $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}";
    }
}
