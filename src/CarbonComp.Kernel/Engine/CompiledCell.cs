using Microsoft.CodeAnalysis.CSharp;

namespace CarbonComp.Kernel.Engine;

/// <summary>A cell that compiled: how to start it, and what later cells see of it.</summary>
/// <param name="Compilation">The cell's compilation, for those that follow.</param>
/// <param name="Start">Starts it, given the states of the session's earlier cells; <see langword="null"/> when there is nothing to run.</param>
/// <param name="HasValue">Whether it ends with an expression whose value is to be shown.</param>
/// <param name="Declares">Whether it declares anything that later cells could use.</param>
/// <param name="References">The number of assemblies that directives had brought in when it was compiled.</param>
internal sealed record CompiledCell(CSharpCompilation Compilation, Func<object?[], Task<object?>>? Start, bool HasValue, bool Declares, int References);
