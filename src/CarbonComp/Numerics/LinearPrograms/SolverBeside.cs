using System.Reflection;
using System.Runtime.Loader;

namespace CarbonComp.Numerics;

// A solver in an assembly of its own, found by name beside this one: the library depends on no solver's package, and a copy without the file has one
// solver less.
internal sealed class SolverBeside(string name, string assembly, string type) : ILinearProgramSolver
{
    private readonly Lazy<ILinearProgramSolver?> solver = new(() => Find(assembly)?.GetType(type) is { } found
        ? (ILinearProgramSolver?)Activator.CreateInstance(found) : null);

    public string Name => name;

    public bool IsInstalled => solver.Value?.IsInstalled == true;

    public string Installation => solver.Value?.Installation ?? $"put {assembly}.dll, with the files of its build, beside CarbonComp.dll"
        + (Folder.Length > 0 ? $" in {Folder}" : "") + ".";

    public bool HasExactArithmetic => solver.Value?.HasExactArithmetic == true;

    public ISimplex Load(LinearProgram program) =>
        (solver.Value ?? throw new LinearProgramException($"{name} was not found: {Installation}")).Load(program);

    private static string Folder => Path.GetDirectoryName(typeof(SolverBeside).Assembly.Location) ?? "";

    // Into the context of this assembly, because the types of another copy would be different types.
    private static Assembly? Find(string assembly)
    {
        var context = AssemblyLoadContext.GetLoadContext(typeof(SolverBeside).Assembly) ?? AssemblyLoadContext.Default;
        // Asked last, for what the runtime finds nowhere: the solver's own libraries lie beside it too.
        context.Resolving += (asked, needed) => File.Exists(Beside(needed.Name)) ? asked.LoadFromAssemblyPath(Beside(needed.Name)) : null;
        try
        {
            return context.LoadFromAssemblyName(new(assembly));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static string Beside(string? assembly) => Folder.Length > 0 ? Path.Combine(Folder, assembly + ".dll") : "";
}
