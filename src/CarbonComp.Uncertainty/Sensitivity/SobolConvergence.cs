namespace CarbonComp.Uncertainty;

/// <summary>Sobol indices of one result from ever more rows of one design: whether the number of runs was enough.</summary>
/// <param name="Steps">The indices from N/2ʲ, …, N/2, N rows.</param>
public sealed record SobolConvergence(IReadOnlyList<SobolIndices> Steps) : Tabular
{
    /// <summary>The result.</summary>
    public string Result => Steps[^1].Result;

    /// <summary>The widest interval of a total index at the last step.</summary>
    public double WidestInterval => (Steps[^1].TotalUpper - Steps[^1].TotalLower).Max().Value;

    /// <inheritdoc/>
    public override string Caption => $"Total Sobol indices of {Result} by number of samples";

    /// <inheritdoc/>
    public override ValueStatus Status => Steps[^1].Status;

    /// <summary>A row a number of samples, a column an input.</summary>
    public override Columns ToColumns() => new([new Column("samples", Steps.Select(s => s.Samples).ToArray()),
        .. Steps[0].Total.Axis.Labels.Select((name, i) => new Column(name, Steps.Select(s => s.Total[i]).ToArray()))]);
}
