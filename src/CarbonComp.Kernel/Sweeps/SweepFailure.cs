using System.Text.Json.Nodes;
using CarbonComp.Kernel.Notebooks;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>Why a run failed, read from the notebook that it left.</summary>
internal static class SweepFailure
{
    public static string Of(NotebookFile notebook)
    {
        var error = notebook.CodeCells.SelectMany(cell => cell["outputs"] as JsonArray ?? []).FirstOrDefault(output =>
            output?["output_type"]?.GetValue<string>() == "error");
        return error is null ? OfRecords(notebook) ?? "A thread of the notebook failed; see its output."
            : $"{error["ename"]}: {error["evalue"]}".ReplaceLineEndings(" ");
    }

    /// <summary>What is wrong with the records of a notebook; <see langword="null"/> where nothing is.</summary>
    public static string? OfRecords(NotebookFile notebook)
    {
        try
        {
            Records.Of(notebook);
            return null;
        }
        catch (NotebookException e)
        {
            return e.Message;
        }
    }
}
