namespace CarbonComp.Kernel.Notebooks;

/// <summary>A notebook, or a parameter for one, cannot be used; the message names the file and what to do.</summary>
internal sealed class NotebookException(string message, Exception? cause = null) : Exception(message, cause);
