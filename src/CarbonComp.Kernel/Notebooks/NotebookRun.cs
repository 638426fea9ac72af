using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>How a notebook ran: cells executed, and those that failed by their place among the code cells.</summary>
internal sealed record NotebookRun(int Cells, IReadOnlyList<(int Cell, CellError Error)> Errors);
