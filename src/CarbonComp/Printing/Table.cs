namespace CarbonComp;

/// <summary>A table of any columns, for what has no type of its own.</summary>
/// <param name="Caption">What it shows, in a line.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Status">The weakest status of its values.</param>
public sealed record Table(string Caption, Columns Columns, ValueStatus Status = ValueStatus.Constructed) : Tabular
{
    /// <inheritdoc/>
    public override string Caption { get; } = Caption;

    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns;
}
