using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>Horizontal and vertical compensation over several years: how it grows, where it goes, how it falls into parts (PEC, result 4).</summary>
public sealed record CompensationYears : Tabular
{
    private CompensationYears(IReadOnlyList<int> years, IReadOnlyList<EcologicalCompensation> compensations) => (Years, Compensations) = (years, compensations);

    /// <summary>Puts years of the same regions and sectors together.</summary>
    /// <param name="years">Year and compensation, at least one, in order of the years.</param>
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

    /// <summary>The compensation of a year.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public EcologicalCompensation this[int year] => Compensations[Position(year)];

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Compensations.Select(c => c.Status));

    /// <inheritdoc/>
    public override string Caption => Invariant($"Compensation {Years[0]}–{Years[^1]}");

    /// <summary>A row a year: payments between regions, before and after setting off, both sides of the fund, and the volume; nominal.</summary>
    public override Columns ToColumns() => new([new Column("year", Labels.Labels.ToArray()), .. Measures.Select(m =>
        new Column(m.Name, Compensations.Select(m.Of).ToArray(), Unit.Yuan))]);

    /// <summary>How many times each amount of the last year is that of the first, and by how many times it has grown, one less: the
    /// abstract's "increasing by 3.46 times" may mean either.</summary>
    /// <remarks>Nominal. An amount that the first year has none of is left out.</remarks>
    public Table Growth()
    {
        var rows = Measures.Select(m => (m.Name, First: m.Of(Compensations[0]), Last: m.Of(Compensations[^1]))).Where(m => m.First != 0).ToArray();
        return Table.OfRows(Invariant($"Growth of the compensation {Years[0]}–{Years[^1]}"), rows, Status)
            .With("amount", r => r.Name).With(Invariant($"{Years[0]}"), r => r.First, Unit.Yuan)
            .With(Invariant($"{Years[^1]}"), r => r.Last, Unit.Yuan).With("grown to, times", r => r.Last / r.First, Unit.One)
            .With("grown by, times", r => r.Last / r.First - 1, Unit.One);
    }

    /// <summary>Why horizontal payments changed between the first and the last year: more tonnes, or dearer ones.</summary>
    /// <remarks>
    /// The mean of the two polar forms, <c>Σ ΔC·(c0 + c1)/2 + Σ Δc·(C0 + C1)/2</c>, which adds up exactly (METHODS 8; Dietzenbacher and Los 1998);
    /// before setting off.
    /// </remarks>
    /// <returns>Two parts, "emissions for others" and "reduction costs", yuan.</returns>
    public LabelledVector HorizontalChange()
    {
        var (first, last) = (Compensations[0], Compensations[^1]);
        var (c0, c1) = (first.Costs.In(Unit.YuanPerTonneCO2).Values, last.Costs.In(Unit.YuanPerTonneCO2).Values);
        var (f0, f1) = (ForOthers(first.Transfers), ForOthers(last.Transfers));
        return new("change of horizontal payments", new CategoryAxis("cause", "emissions for others", "reduction costs"),
            [(f1 - f0).PointwiseMultiply(c0 + c1).Enumerate().Sum() / 2, (c1 - c0).PointwiseMultiply(f0 + f1).Enumerate().Sum() / 2], Unit.Yuan, Status);
    }

    /// <summary>Net payments between groups of regions, a row a direction and a column a year, yuan: which regions compensate which.</summary>
    /// <param name="groups">From the regions to their groups, such as macro-regions.</param>
    /// <exception cref="AxisException">A concordance of other regions, or to something else than regions.</exception>
    public LabelledMatrix Direction(Concordance groups)
    {
        var between = Compensations.Select(c => PaymentNetwork.Of(c.Horizontal).Between(groups)).ToArray();
        var names = groups.To.Labels;
        var pairs = (from i in Enumerable.Range(0, names.Count) from j in Enumerable.Range(0, names.Count) select (i, j)).ToArray();
        return new("horizontal payments after setting off", new CategoryAxis("direction", pairs.Select(p => $"{names[p.i]} → {names[p.j]}")), Labels,
            Matrix<double>.Build.Dense(pairs.Length, Years.Count, (p, y) => between[y].Values[pairs[p].i, pairs[p].j]), Unit.Yuan, Status);
    }

    /// <summary>How concentrated and how connected the horizontal payments of each year are: a row a year, a column a measure.</summary>
    /// <param name="groups">From the regions to their groups, such as macro-regions.</param>
    /// <param name="backboneShare">Which share of all payments the backbone holds.</param>
    /// <exception cref="AxisException">A concordance of other regions.</exception>
    public Table Fragmentation(Concordance groups, double backboneShare = 0.5)
    {
        var networks = Compensations.Select(c => PaymentNetwork.Of(c.Horizontal, backboneShare)).ToArray();
        return new("Fragmentation of the horizontal payments",
            new Columns([.. PaymentNetwork.Measures(networks, [new Column("year", Labels.Labels.ToArray())]).All,
            new Column("modularity of groups", networks.Select(n => n.Modularity(groups)).ToArray(), Unit.One),
            new Column("share paid within groups", networks.Select(n => n.Between(groups).Values.Diagonal().Sum() / n.Settlement.Payments.Total)
                .ToArray(), Unit.One)]), Status);
    }

    /// <summary>One number a region and year: a row a region, a column a year.</summary>
    /// <param name="of">Which: <c>c =&gt; c.Combined.Net</c>.</param>
    public LabelledMatrix ByYear(Func<EcologicalCompensation, LabelledVector> of)
    {
        var vectors = Compensations.Select(of).ToArray();
        return new(vectors[0].Name, vectors[0].Axis, Labels, Matrix<double>.Build.DenseOfColumnVectors(vectors.Select(v =>
            v.In(vectors[0].Unit).Values)), vectors[0].Unit, ValueStatuses.Weakest(vectors.Select(v => v.Status)));
    }

    private CategoryAxis Labels => new("year", Years.Select(y => y.ToString(CultureInfo.InvariantCulture)));

    private static IReadOnlyList<(string Name, Func<EcologicalCompensation, double> Of)> Measures { get; } =
    [
        ("paid between regions, both ways", c => c.Horizontal.Paid.Total), ("paid between regions, set off", c => c.Horizontal.Netted().Paid.Total),
        ("paid into the fund", c => c.Vertical.ToFund.Total), ("paid by the fund", c => c.Vertical.FromFund.Total), ("volume", c => c.Volume),
    ];

    private int Position(int year)
    {
        var at = Years.Index().Where(y => y.Item == year).Select(y => y.Index).DefaultIfEmpty(-1).First();
        return at >= 0 ? at : throw new CarbonCompException($"There is no compensation of {year}. There are: {string.Join(", ", Years)}.");
    }

    // What each sector of each region emits for other regions, R × S.
    private static Matrix<double> ForOthers(SectorTransfers transfers) => Matrix<double>.Build.Dense(transfers.Regions.Count, transfers.Sectors.Count,
        (r, i) => transfers.Tonnes.Row(transfers.Axis.Position(r, i)).Sum() - transfers.Tonnes[transfers.Axis.Position(r, i), r]);
}
