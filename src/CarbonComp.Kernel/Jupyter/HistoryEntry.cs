namespace CarbonComp.Kernel.Jupyter;

/// <summary>A cell that was run: session (0 where only this one is known), number, text, and the plain text of its value.</summary>
internal sealed record HistoryEntry(long Session, int Line, string Input, string? Output);
