namespace CarbonComp;

/// <summary>A table of any columns, for what has no type of its own.</summary>
public sealed record Table(string Caption, Columns Columns, ValueStatus Status = ValueStatus.Constructed) : Tabular
{
    /// <inheritdoc/>
    public override string Caption { get; } = Caption;

    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <summary>One table of several vectors, or other results, with the same rows. Its status is the weakest of theirs.</summary>
    /// <example><c>Table.Of("Who pays", settlement.Paid, settlement.Received, settlement.Net)</c></example>
    /// <exception cref="CarbonCompException">Results with other rows, or two columns of one heading.</exception>
    public static Table Of(string caption, params IEnumerable<ITabular> parts)
    {
        ITabular[] all = [.. parts];
        return new(caption, Columns.Of(all), ValueStatuses.Weakest(all.Select(p => p.Status)));
    }

    /// <summary>A table with a row for each item of a list; <see cref="TableOfRows{T}.With{TValue}"/> adds the columns.</summary>
    /// <example><c>Table.OfRows("Payers", payers).With("city", p =&gt; p.Name).With("payment", p =&gt; p.Net, Unit.Yuan)</c></example>
    /// <remarks>Where no status is given, it is the weakest of the items and quantities that have one, else constructed.</remarks>
    public static TableOfRows<T> OfRows<T>(string caption, IEnumerable<T> rows, ValueStatus? status = null) => new(caption, [.. rows], status);

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns;
}
