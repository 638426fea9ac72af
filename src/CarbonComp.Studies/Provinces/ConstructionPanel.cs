namespace CarbonComp.Studies;

/// <summary>What a year's results would be if the table between provinces were constructed by other choices: for whom provinces emit, and who owes
/// most.</summary>
public sealed record ConstructionPanel : Tabular
{
    private static readonly string[] Broader = ["30", "9", "7"];

    private ConstructionPanel(int year, IReadOnlyList<(string Choice, EmbodiedCarbonModel Model)> all, ValueStatus status)
    {
        Year = year;
        Status = status;
        Outcomes = [.. all.Select(a => ConstructionOutcome.Of(a.Choice, a.Model))];
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>One outcome a choice; the first is that of the table in use.</summary>
    public IReadOnlyList<ConstructionOutcome> Outcomes { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => Invariant($"How the choices of the table turn the results, {Year}");

    /// <summary>The panel of a year.</summary>
    /// <param name="china">The case; its own table comes first, whatever it is.</param>
    /// <param name="year">A year of the case.</param>
    public static ConstructionPanel Of(ChinaProvinces china, int year)
    {
        var construction = china.Construction;
        var flegg = construction.Quotients(year);
        (string, ProvincialChoices)[] choices =
        [
            ("provinces trade half as much (δ × ½)", new() { Openness = 0.5 }), ("each supplies itself as far as it can (δ = 0)", new() { Openness = 0 }),
            ("provinces trade more (δ × 2)", new() { Openness = 2 }),
            ("trade falls faster with distance (β = 2)", new() { Options = construction.Options(year) with { DistanceDecay = 2 } }),
            ("exports and imports follow output", new() { CustomsTrade = false }), ("final use follows GDP", new() { Expenditure = false }),
            ("Flegg's quotient, δ = 0.3, services local", new() { Options = flegg }),
            ("all three: as without statistics of trade", new() { Options = flegg, CustomsTrade = false, Expenditure = false }),
        ];
        EmbodiedCarbonModel Aggregated(string sectors)
        {
            var to = china.To(year, sectors);
            return new(TableAggregation.Aggregate(china.Table(year), sectors: to), TableAggregation.Aggregate(china.Emissions(year, detailed: true),
                sectors: to));
        }
        return new(year, [("table in use", china.Model(year)), .. choices.Select(c => (c.Item1, china.Model(year, c.Item2))),
            .. Broader.Select(s => ($"computed in {s} sectors", Aggregated(s)))], china.Model(year).Transfers().Status);
    }

    /// <summary>The share of emissions for own demand by choice, %.</summary>
    public LabelledVector OwnDemands => new("own demand", new CategoryAxis("choice", Outcomes.Select(o => o.Choice)), Outcomes.Select(o => o.OwnDemand.Value),
        Unit.Percent, Status);

    /// <summary>The least and the greatest share of emissions for own demand, over all choices.</summary>
    public (Quantity Least, Quantity Greatest) OwnDemand => Span(o => o.OwnDemand);

    /// <summary>The least and the greatest share of emissions for other provinces, over all choices.</summary>
    public (Quantity Least, Quantity Greatest) OtherDemand => Span(o => o.OtherDemand);

    /// <summary>How many of the choices give each answer, the commonest first: <c>deficit in 10 of 12, surplus in 2</c>.</summary>
    /// <param name="answer">What a choice says.</param>
    internal string Tally(Func<ConstructionOutcome, string> answer) => string.Join(", ", Outcomes.Select(answer).GroupBy(a => a)
        .OrderByDescending(g => g.Count()).Select((g, i) => Invariant($"{g.Key} in {g.Count()}{(i == 0 ? Invariant($" of {Outcomes.Count}") : "")}")));

    /// <summary>One row a choice.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, Outcomes, Status).With("choice", o => o.Choice).With("own demand", o => o.OwnDemand)
        .With("other provinces", o => o.OtherDemand).With("exports abroad", o => o.Exports)
        .With("owes most", o => o.LargestDebtor).With("is owed most", o => o.LargestCreditor);

    private (Quantity, Quantity) Span(Func<ConstructionOutcome, Quantity> of) => (Outcomes.Select(of).MinBy(q => q.Value)!,
        Outcomes.Select(of).MaxBy(q => q.Value)!);
}
