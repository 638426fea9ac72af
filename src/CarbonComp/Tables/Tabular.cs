namespace CarbonComp;

/// <summary>A result that prints itself as a table: rendered in a notebook, aligned as plain text elsewhere.</summary>
[TypeFormatterSource(typeof(TabularFormatterSource))]
public abstract record Tabular : ITabular
{
    /// <inheritdoc/>
    public abstract string Caption { get; }

    /// <inheritdoc/>
    public abstract ValueStatus Status { get; }

    /// <inheritdoc/>
    public abstract Columns ToColumns();

    /// <summary>The table as aligned plain text, with its caption and status.</summary>
    public sealed override string ToString() => TableText.Render(this);
}
