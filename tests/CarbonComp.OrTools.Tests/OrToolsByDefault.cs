using System.Runtime.CompilerServices;

namespace CarbonComp.OrTools.Tests;

internal static class OrToolsByDefault
{
    // Before any test, so that the tests that are shared with CarbonComp.Tests run on OR-Tools here.
    [ModuleInitializer]
    internal static void Choose() => LinearProgramSolver.Default = new OrToolsSolver();
}
