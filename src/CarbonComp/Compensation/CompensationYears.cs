using System.Globalization;

namespace CarbonComp.Compensation;

/// <summary>Horizontal and vertical compensation over several years: growth, direction and fragmentation (<c>docs/methods.md#pec</c>).</summary>
public sealed record CompensationYears : Tabular
{
    private CompensationYears(IReadOnlyList<int> years, IReadOnlyList<EcologicalCompensation> compensations) => (Years, Compensations) = (years, compensations);

    /// <summary>Puts years of the same regions and sectors together: at least one, in order.</summary>
    /// <exception cref="CarbonCompException">No year, or years that are not in order.</exception>
    /// <exception cref="AxisException">Years of different regions or sectors.</exception>
    public static CompensationYears Of(params IReadOnlyList<(int Year, EcologicalCompensation Compensation)> years)
    {
        if (years.Count == 0) throw new CarbonCompException("There is no year. Give the compensation of at least one.");
        for (var k = 1; k < years.Count; k++)
        {
            if (years[k].Year <= years[k - 1].Year)
                throw new CarbonCompException($"{years[k].Year} follows {years[k - 1].Year}. Give each year once, in order.");
            years[0].Compensation.Transfers.Axis.Require(years[k].Compensation.Transfers.Axis, years[k].Year.ToString(CultureInfo.InvariantCulture));
        }
        return new([.. years.Select(y => y.Year)], [.. years.Select(y => y.Compensation)]);
    }

    /// <summary>The years, in order.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The compensation of each year.</summary>
    public IReadOnlyList<EcologicalCompensation> Compensations { get; }

    /// <summary>The compensation of one of <see cref="Years"/>.</summary>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public EcologicalCompensation this[int year] => Years.Contains(year) ? Compensations[Years.ToList().IndexOf(year)]
        : throw new CarbonCompException($"There is no compensation of {year}. There are: {string.Join(", ", Years)}.");

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Compensations.Select(c => c.Status));

    /// <inheritdoc/>
    public override string Caption => Invariant($"Compensation {Years[0]}–{Years[^1]}");

    /// <summary>A row a year: gross and net payments between regions, both sides of the fund, and the volume; nominal.</summary>
    public override Columns ToColumns() => Measures.Aggregate(Table.OfRows(Caption, Years.Zip(Compensations)).With("year", y => Invariant($"{y.First}")),
        (table, m) => table.With(m.Name, y => m.Of(y.Second), Compensations[0].Standard.Currency));

    /// <summary>Growth of each amount from the first to the last year, as a ratio and in percent.</summary>
    /// <remarks>Nominal. An amount that is zero in the first year is left out.</remarks>
    public Table Growth()
    {
        var rows = Measures.Select(m => (m.Name, First: m.Of(Compensations[0]), Last: m.Of(Compensations[^1]))).Where(m => m.First != 0).ToArray();
        var currency = Compensations[0].Standard.Currency;
        return Table.OfRows(Invariant($"Growth of the compensation {Years[0]}–{Years[^1]}"), rows, Status)
            .With("amount", r => r.Name).With(Invariant($"{Years[0]}"), r => r.First, currency).With(Invariant($"{Years[^1]}"), r => r.Last, currency)
            .With("ratio", r => r.Last / r.First, Unit.One).With("growth", r => 100 * (r.Last / r.First - 1), Unit.Percent);
    }

    /// <summary>The causes of the change of horizontal payments from the first to the last year: more tonnes, or dearer ones.</summary>
    /// <remarks>The mean of the two polar forms, <c>Σ ΔC·(c0 + c1)/2 + Σ Δc·(C0 + C1)/2</c> (<c>docs/methods.md#sda</c>), of gross payments.</remarks>
    /// <returns>Two parts, "emissions for others" and "reduction costs", which add up to the change.</returns>
    public LabelledVector HorizontalChange()
    {
        var (first, last) = (Compensations[0], Compensations[^1]);
        var (c0, c1) = (first.Costs.InCurrencyPerTonneCO2().Values, last.Costs.InCurrencyPerTonneCO2().Values);
        var (f0, f1) = (ForOthers(first.Transfers), ForOthers(last.Transfers));
        return new("change of horizontal payments", new CategoryAxis("cause", "emissions for others", "reduction costs"),
            [(f1 - f0).PointwiseMultiply(c0 + c1).Enumerate().Sum() / 2, (c1 - c0).PointwiseMultiply(f0 + f1).Enumerate().Sum() / 2],
            first.Standard.Currency, Status);
    }

    /// <summary>Net payments between groups of regions, such as macro-regions: a row a direction and a column a year.</summary>
    /// <exception cref="AxisException">A concordance of other regions, or to something else than regions.</exception>
    public LabelledMatrix Direction(Concordance groups)
    {
        var between = Compensations.Select(c => c.Horizontal.Network().Between(groups)).ToArray();
        var directions = new CategoryAxis("direction", groups.To.Labels.SelectMany(_ => groups.To.Labels, (from, to) => $"{from} → {to}"));
        return LabelledMatrix.OfColumns("horizontal payments after setting off", "year", Years.Zip(between, (year, payments) =>
            new LabelledVector(Invariant($"{year}"), directions, payments.Values.EnumerateRows().SelectMany(row => row), payments.Unit, payments.Status)));
    }

    /// <summary>Concentration and connection of the payments between regions and within groups of them: a row a year, a column a measure.</summary>
    /// <exception cref="AxisException">A concordance of other regions.</exception>
    public Table Fragmentation(Concordance groups, double backboneShare = 0.5)
    {
        var networks = Years.Zip(Compensations, (year, c) => (Year: year, Payments: c.Horizontal.Network()));
        return Table.OfRows("Fragmentation of the horizontal payments", networks, Status)
            .With("year", n => Invariant($"{n.Year}")).With("pairs with a payment", n => n.Payments.Links)
            .With("Herfindahl index", n => n.Payments.Herfindahl, Unit.One).With("effective number of payments", n => n.Payments.EffectiveLinks, Unit.One)
            .With(Invariant($"payments that make up {backboneShare:P0}"), n => n.Payments.Backbone(backboneShare).Count)
            .With("parts of the backbone", n => n.Payments.Components(backboneShare).Count)
            .With("regions in its largest part", n => n.Payments.Components(backboneShare)[0].Count)
            .With("communities", n => n.Payments.Communities.Count)
            .With("modularity of communities", n => n.Payments.CommunityModularity, Unit.One)
            .With("modularity of groups", n => n.Payments.Modularity(groups), Unit.One)
            .With("share paid within groups", n => n.Payments.Between(groups).Diagonal().Total / n.Payments.Total.Value, Unit.One);
    }

    /// <summary>The communities of the payments between regions in a year, a row each.</summary>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public Table Communities(int year) => Table.OfRows(Invariant($"Communities of payments, {year}"), this[year].Horizontal.Network().Communities, Status)
        .With("regions", c => c.Count).With("members", c => string.Join(", ", c));

    /// <summary>A region × year table of one result: <c>c =&gt; c.Combined.Net</c>.</summary>
    public LabelledMatrix ByYear(Func<EcologicalCompensation, LabelledVector> of) => LabelledMatrix.OfColumns(of(Compensations[0]).Name, "year",
        Years.Zip(Compensations, (year, c) => of(c).Named(Invariant($"{year}"))));

    private static IReadOnlyList<(string Name, Func<EcologicalCompensation, double> Of)> Measures { get; } =
    [
        ("paid between regions, both ways", c => c.Horizontal.Paid.Total), ("paid between regions, set off", c => c.Horizontal.Netted().Paid.Total),
        ("paid into the fund", c => c.Vertical.ToFund.Total), ("paid by the fund", c => c.Vertical.FromFund.Total), ("volume", c => c.Volume),
    ];

    // Emissions of each sector of each region for other regions, R × S.
    private static Matrix<double> ForOthers(SectorTransfers transfers) => Matrix<double>.Build.Dense(transfers.Regions.Count, transfers.Sectors.Count,
        (r, i) => transfers.Amounts.Row(transfers.Axis.Position(r, i)).Sum() - transfers.Amounts[transfers.Axis.Position(r, i), r]);
}
