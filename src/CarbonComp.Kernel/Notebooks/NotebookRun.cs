using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>How a notebook ran: cells executed, and those that failed by their place among the code cells.</summary>
/// <param name="Cells">The number of cells executed.</param>
/// <param name="Errors">The errors; those that a cell's tag allows are not among them.</param>
/// <param name="IsWhole">Whether the cells could all be run; not so when one took the process along.</param>
internal sealed record NotebookRun(int Cells, IReadOnlyList<(int Cell, CellError Error)> Errors, bool IsWhole);
