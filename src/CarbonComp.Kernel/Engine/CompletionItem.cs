namespace CarbonComp.Kernel.Engine;

/// <summary>One way to go on typing.</summary>
/// <param name="Text">The text that replaces the word at the cursor.</param>
/// <param name="Kind">As frontends show it: method, property, variable, class, namespace, keyword, path …</param>
/// <param name="Signature">The symbol on one line.</param>
internal sealed record CompletionItem(string Text, string Kind, string Signature);
