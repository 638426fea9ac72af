namespace CarbonComp.Kernel.Commands;

/// <summary>The arguments of <c>carboncomp run</c>.</summary>
internal sealed record RunRequest(IReadOnlyList<string> Notebooks, IReadOnlyList<string> Parameters,
    string? ParametersFile, string? Out, double? Timeout, bool AllowErrors, int Jobs)
{
    /// <summary>The path of the executed notebook.</summary>
    public string Target(string notebook)
    {
        if (Out is null)
            return notebook;
        var isFile = Notebooks.Count == 1 && Out.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(Out);
        return isFile ? Out : Path.Combine(Out, Path.GetFileName(notebook));
    }
}
