namespace CarbonComp.Kernel.Engine;

/// <summary>The ways to go on, and the stretch of text that each replaces.</summary>
internal sealed record CompletionResult(IReadOnlyList<CompletionItem> Items, int Start, int End);
