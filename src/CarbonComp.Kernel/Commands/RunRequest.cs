using System.Globalization;

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

    /// <summary>The same request for one of its notebooks.</summary>
    public IEnumerable<string> ArgumentsFor(string notebook)
    {
        yield return "run";
        yield return notebook;
        yield return "--out";
        yield return Target(notebook);
        foreach (var parameter in Parameters)
        {
            yield return "-p";
            yield return parameter;
        }
        if (ParametersFile is not null)
        {
            yield return "--parameters-file";
            yield return ParametersFile;
        }
        if (Timeout is { } seconds)
        {
            yield return "--timeout";
            yield return seconds.ToString(CultureInfo.InvariantCulture);
        }
        if (AllowErrors)
            yield return "--allow-errors";
    }
}
