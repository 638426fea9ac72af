namespace CarbonComp;

/// <summary>A table of any columns, for what has no type of its own.</summary>
/// <param name="Caption">What it shows, in a line.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Status">The weakest status of its values.</param>
[TypeFormatterSource(typeof(TabularFormatterSource))]
public sealed record Table(string Caption, Columns Columns, ValueStatus Status = ValueStatus.Constructed) : ITabular
{
    /// <inheritdoc/>
    public Columns ToColumns() => Columns;

    /// <inheritdoc/>
    public override string ToString() => TableText.Render(this);
}
