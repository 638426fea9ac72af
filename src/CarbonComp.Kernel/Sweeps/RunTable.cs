namespace CarbonComp.Kernel.Sweeps;

/// <summary>The runs of a sweep: a row a run, a column a parameter, values as they are written.</summary>
/// <param name="Source">Where the table comes from, for errors.</param>
internal sealed record RunTable(string Source, IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Runs that a sweep may have.</summary>
    public const int Most = 1_000_000;
}
