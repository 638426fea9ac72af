namespace CarbonComp.Kernel.Commands;

/// <summary>The arguments of <c>carboncomp sweep</c>.</summary>
internal sealed record SweepRequest(string Notebook, string? Table, IReadOnlyList<string> Grid, string? Sample, string? Output, int Seed, double? Timeout,
    string Engine, int Jobs)
{
    /// <summary>The folder that keeps the sweep.</summary>
    public string Folder => Output ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Notebook))!, Path.GetFileNameWithoutExtension(Notebook) + "-sweep");
}
