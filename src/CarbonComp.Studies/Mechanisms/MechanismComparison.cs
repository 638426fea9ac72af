using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Several mechanisms of compensation on one case: who pays under each, where they agree, and why they differ.</summary>
/// <remarks>Net payments have one unit and one sign: positive pays (<c>docs/methods.md</c>). A region that one mechanism lacks data for is in none.</remarks>
public sealed record MechanismComparison : Tabular
{
    private MechanismComparison(string place, IReadOnlyList<CompensationMechanism> mechanisms, IReadOnlyList<Region> absent) =>
        (Place, Mechanisms, Absent) = (place, mechanisms, absent);

    /// <summary>Mechanisms on the same regions.</summary>
    /// <param name="place">The case in a few words, with the year: "China's provinces, 2017".</param>
    /// <param name="mechanisms">Two or more, of different names.</param>
    /// <param name="absent">Regions of the place that are left out because data are missing.</param>
    /// <exception cref="CarbonCompException">Fewer than two mechanisms.</exception>
    /// <exception cref="AxisException">Other regions, or two of one name.</exception>
    public static MechanismComparison Of(string place, IReadOnlyList<CompensationMechanism> mechanisms, IReadOnlyList<Region>? absent = null)
    {
        if (mechanisms.Count < 2) throw new CarbonCompException($"A comparison needs at least two mechanisms; there are {mechanisms.Count}.");
        _ = new CategoryAxis("mechanism", mechanisms.Select(m => m.Name));
        foreach (var other in mechanisms.Skip(1)) mechanisms[0].Regions.Require(other.Regions, other.Name);
        return new(place, [.. mechanisms], absent ?? []);
    }

    /// <summary>The case.</summary>
    public string Place { get; }

    /// <summary>The mechanisms, in the order given.</summary>
    public IReadOnlyList<CompensationMechanism> Mechanisms { get; }

    /// <summary>Regions of the place without the data that are needed.</summary>
    public IReadOnlyList<Region> Absent { get; }

    /// <summary>The regions that are compared.</summary>
    public RegionAxis Regions => Mechanisms[0].Regions;

    /// <summary>A mechanism by its name, or the beginning of it.</summary>
    /// <exception cref="AxisException">No such mechanism; the message names those there are.</exception>
    public CompensationMechanism this[string name] => Mechanisms.FirstOrDefault(m => m.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        ?? Mechanisms[new CategoryAxis("mechanism", Mechanisms.Select(m => m.Name)).IndexOf(name)];

    /// <summary>Net payment, region × mechanism: positive pays.</summary>
    public LabelledMatrix Net => LabelledMatrix.OfColumns("net payment", "mechanism", Mechanisms.Select(m => m.Net));

    /// <summary>Net payment as a share of all that is paid under the mechanism, so that mechanisms of different price levels can be compared.</summary>
    public LabelledMatrix Relative => LabelledMatrix.OfColumns("net payment, share of all net payments", "mechanism",
        Mechanisms.Select(m => (m.Net / m.Net.Where(v => v > 0).Sum()).In("%").Named(m.Name)));

    /// <summary>Spearman's ρ of net payments, mechanism × mechanism.</summary>
    public LabelledMatrix Spearman => Pairwise("Spearman's ρ", (a, b) => a == b ? 1 : RankCorrelation.Of(a.Net, b.Net).Coefficient);

    /// <summary>Kendall's τ-b of net payments, mechanism × mechanism.</summary>
    public LabelledMatrix Kendall => Pairwise("Kendall's τ", (a, b) => a == b ? 1 : KendallTau.Of(a.Net, b.Net));

    /// <summary>By how many mechanisms each region pays, from 0 to the number of mechanisms.</summary>
    public LabelledVector Agreement => new("mechanisms by which it pays", Regions,
        Regions.Select((_, r) => (double)Mechanisms.Count(m => m.Net[r] > 0)), Unit.One, Status);

    /// <summary>Regions that pay under every mechanism.</summary>
    public IReadOnlyList<Region> AlwaysPay => [.. Regions.Where((_, r) => Mechanisms.All(m => m.Net[r] > 0))];

    /// <summary>Regions that receive under every mechanism.</summary>
    public IReadOnlyList<Region> AlwaysReceive => [.. Regions.Where((_, r) => Mechanisms.All(m => m.Net[r] < 0))];

    /// <summary>Regions that pay under one mechanism and receive under another.</summary>
    public IReadOnlyList<Region> Undecided => [.. Regions.Where((_, r) => Mechanisms.Any(m => m.Net[r] > 0) && Mechanisms.Any(m => m.Net[r] < 0))];

    /// <summary>Regions that pay under the one of two mechanisms and receive under the other.</summary>
    /// <param name="first">A name, as for the indexer.</param>
    /// <param name="second">Another.</param>
    public IReadOnlyList<Region> Turning(string first, string second)
    {
        var (a, b) = (this[first].Net, this[second].Net);
        return [.. Regions.Where((_, r) => a[r] * b[r] < 0)];
    }

    /// <summary>Pairs of regions that change sides: under the first mechanism the payer is a net payer and the recipient is paid, under the second the
    /// other way round. The pair that moves most, as shares of all that is paid, is first.</summary>
    /// <param name="first">A name, as for the indexer.</param>
    /// <param name="second">Another.</param>
    /// <param name="most">How many pairs at most.</param>
    public Table PairsThatChangeSides(string first, string second, int most = int.MaxValue)
    {
        var (one, two) = (this[first], this[second]);
        LabelledVector Share(CompensationMechanism m) => Relative.Column(m.Name);
        var (a, b) = (Share(one), Share(two));
        var pairs = Turning(first, second).Where(r => a[r.Code] > 0).SelectMany(_ => Turning(first, second).Where(r => a[r.Code] < 0),
            (payer, recipient) => (Payer: payer, Recipient: recipient));
        double Distance((Region Payer, Region Recipient) p) => a[p.Payer.Code] - a[p.Recipient.Code] - (b[p.Payer.Code] - b[p.Recipient.Code]);
        return Table.OfRows($"Pairs that change sides: {one.Name} and {two.Name}", pairs.OrderByDescending(Distance).Take(most), Status)
            .With($"pays by {one.Name}", p => p.Payer.Name).With($"pays by {two.Name}", p => p.Recipient.Name)
            .With("distance, share of all paid", Distance, a.Unit);
    }

    /// <summary>How many pairs of regions change sides, mechanism × mechanism.</summary>
    public LabelledMatrix ChangingPairs => Pairwise("pairs that change sides", (a, b) =>
        (double)Turning(a.Name, b.Name).Count(r => a.Net[r.Code] > 0) * Turning(a.Name, b.Name).Count(r => a.Net[r.Code] < 0));

    /// <summary>Why the payments of two mechanisms differ.</summary>
    /// <inheritdoc cref="Turning"/>
    public MechanismDifference Difference(string first, string second) => MechanismDifference.Of(this[first], this[second]);

    /// <summary>A row a mechanism: its price, who pays and receives most, and what the fund adds.</summary>
    public Table Summary() => Table.OfRows($"{Mechanisms.Count} mechanisms, {Place}", Mechanisms, Status)
        .With("mechanism", m => m.Name).With("price", m => m.Price).With("mean price of a tonne owed", m => m.MeanPrice)
        .With("net payers", m => m.Net.Ranked(v => v > 0).Count).With("paid by net payers", m => m.Net.Where(v => v > 0).Sum())
        .With("left in the fund", m => m.Net.Sum()).With("pay most", m => string.Join(", ", m.Net.Ranked().Take(3)))
        .With("receive most", m => string.Join(", ", m.Net.Ranked().Reverse().Take(3)));

    /// <summary>A row a region: pays, receives or neither under each mechanism, and by how many it pays.</summary>
    public Table Roles()
    {
        static string Word(double net) => Math.Sign(net) switch { 1 => "pays", -1 => "receives", _ => "neither" };
        var table = Table.OfRows($"Who pays and who receives, {Place}", Regions, Status).With("region", r => r.Name);
        return Mechanisms.Aggregate(table, (all, m) => all.With(m.Name, r => Word(m.Net[r.Code]))).With("pays by", r => (int)Agreement[r.Code]);
    }

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Mechanisms.Select(m => m.Status));

    /// <inheritdoc/>
    public override string Caption => $"Net payment by {Mechanisms.Count} mechanisms, {Place}"
        + (Absent.Count == 0 ? "" : $"; without {string.Join(", ", Absent.Select(r => r.Name))}, of which data are missing");

    /// <summary>A row a region: net payment under each mechanism; positive pays.</summary>
    public override Columns ToColumns() => Columns.Of(Mechanisms.Select(m => m.Net));

    private LabelledMatrix Pairwise(string name, Func<CompensationMechanism, CompensationMechanism, double> of)
    {
        var axis = new CategoryAxis("mechanism", Mechanisms.Select(m => m.Name));
        return new(name, axis, axis, Matrix<double>.Build.Dense(axis.Count, axis.Count, (i, j) => of(Mechanisms[i], Mechanisms[j])), Unit.One, Status);
    }
}
