namespace CarbonComp.Kernel.Engine;

/// <summary>A directive of a cell (<c>#r</c>, <c>#load</c>, <c>#i</c>) could not be carried out; the message says which and what to do.</summary>
internal sealed class DirectiveException(string message) : Exception(message);
