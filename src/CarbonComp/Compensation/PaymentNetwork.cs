using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>The payments of a settlement as a directed, weighted network of regions: how concentrated, how connected, how far it falls into parts.</summary>
/// <remarks>
/// Payments of a pair are set off first. With w[i,j] what i pays j and W their sum: Herfindahl index <c>Σ (w/W)²</c>, its inverse the number of
/// equal payments that would be as concentrated; backbone, the largest payments that together make up a share of W; components, the parts into which the
/// backbone falls when directions are ignored; modularity of a partition (Leicht and Newman 2008),
/// <c>Q = Σ_ij [w_ij/W − w_i·w_·j/W²]·δ(c_i, c_j)</c>: above zero more is paid within the parts than who pays and who is paid makes likely, below
/// zero more between them. Communities are those of greedy agglomeration (Clauset, Newman and Moore 2004), a lower bound of the best Q.
/// "Fragmented" is the word of PEC's abstract; it names no measure.
/// </remarks>
public sealed record PaymentNetwork : Tabular
{
    private readonly Matrix<double> w;
    private readonly double total;

    private PaymentNetwork(Settlement settlement, double backboneShare)
    {
        (Settlement, BackboneShare) = (settlement.Netted(), backboneShare);
        (w, total) = (Settlement.Payments.Values, Settlement.Payments.Total);
        var payments = w.EnumerateIndexed(Zeros.AllowSkip).Where(p => p.Item3 > 0).OrderByDescending(p => p.Item3).ToArray();
        var sums = 0.0;
        Payments = payments.Length;
        Backbone = [.. payments.TakeWhile(p =>
        {
            var missing = sums < backboneShare * total * (1 - 1e-12);
            sums += p.Item3;
            return missing;
        }).Select(p => (p.Item1, p.Item2))];
    }

    /// <summary>The network of the payments between regions; the fund is left out.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="backboneShare">Which share of all payments the backbone holds, above 0 and up to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share outside its range.</exception>
    /// <exception cref="CarbonCompException">Nothing is paid between regions.</exception>
    public static PaymentNetwork Of(Settlement settlement, double backboneShare = 0.5)
    {
        if (!(backboneShare > 0 && backboneShare <= 1)) throw new ArgumentOutOfRangeException(nameof(backboneShare), backboneShare,
            "The backbone holds a share above 0 and up to 1.");
        var network = new PaymentNetwork(settlement, backboneShare);
        return network.total > 0 ? network : throw new CarbonCompException($"In \"{settlement.Name}\" no region pays another, so there is no network.");
    }

    /// <summary>The settlement, set off.</summary>
    public Settlement Settlement { get; }

    /// <summary>Which share of all payments the backbone holds at least.</summary>
    public double BackboneShare { get; }

    /// <summary>How many pairs of regions have a payment.</summary>
    public int Payments { get; }

    /// <summary>Positions of payer and recipient of the largest payments that together make up <see cref="BackboneShare"/>, largest first.</summary>
    public IReadOnlyList<(int From, int To)> Backbone { get; }

    /// <summary>Herfindahl index of the payments, from 1/<see cref="Payments"/> to 1.</summary>
    public double Herfindahl => w.Enumerate(Zeros.AllowSkip).Sum(v => v / total * (v / total));

    /// <summary>The number of equal payments that would be as concentrated: 1 over <see cref="Herfindahl"/>.</summary>
    public double EffectivePayments => 1 / Herfindahl;

    /// <summary>The parts of the backbone, weakly connected, the largest first; regions that it does not reach are in none.</summary>
    public IReadOnlyList<IReadOnlyList<Region>> Components
    {
        get
        {
            var part = Enumerable.Range(0, Regions.Count).ToArray();
            foreach (var (from, to) in Backbone)
            {
                var (kept, merged) = (part[from], part[to]);
                for (var r = 0; r < part.Length; r++) if (part[r] == merged) part[r] = kept;
            }
            var reached = Backbone.SelectMany(p => new[] { p.From, p.To }).ToHashSet();
            return [.. reached.Order().GroupBy(r => part[r]).OrderByDescending(g => g.Count())
                .Select(g => (IReadOnlyList<Region>)[.. g.Select(r => Regions[r])])];
        }
    }

    /// <summary>Communities found by greedy agglomeration, the largest first.</summary>
    public IReadOnlyList<IReadOnlyList<Region>> Communities =>
        [.. Greedy().Select((c, r) => (Community: c, Region: Regions[r])).GroupBy(p => p.Community).OrderByDescending(g => g.Count())
            .Select(g => (IReadOnlyList<Region>)[.. g.Select(p => p.Region)])];

    /// <summary>Q of the communities, from 0 to 1.</summary>
    public double CommunityModularity => Modularity(Greedy());

    /// <summary>Q of a partition such as macro-regions.</summary>
    /// <param name="groups">From these regions to their groups.</param>
    /// <exception cref="AxisException">A concordance of other regions.</exception>
    public double Modularity(Concordance groups)
    {
        Regions.Require(groups.From, "The concordance");
        return Modularity([.. Regions.Select((_, r) => groups[r])]);
    }

    /// <summary>What groups pay each other, yuan: rows pay, columns are paid; the diagonal is paid within a group.</summary>
    /// <param name="groups">From these regions to their groups, which are regions too.</param>
    /// <exception cref="AxisException">A concordance of other regions, or to something else than regions.</exception>
    public LabelledMatrix Between(Concordance groups)
    {
        Regions.Require(groups.From, "The concordance");
        var to = groups.To as RegionAxis ?? throw new AxisException($"The concordance leads to {groups.To.Kinds}; it must lead to regions.");
        var sums = Matrix<double>.Build.Dense(to.Count, to.Count);
        foreach (var (i, j, value) in w.EnumerateIndexed(Zeros.AllowSkip)) sums[groups[i], groups[j]] += value;
        return new($"payments, {Settlement.Name}", to, to, sums, Unit.Yuan, Status);
    }

    /// <summary>The share of all payments that goes from one group to another.</summary>
    /// <param name="groups">From these regions to their groups.</param>
    /// <param name="from">The group that pays.</param>
    /// <param name="to">The group that is paid.</param>
    /// <exception cref="AxisException">A concordance of other regions, or no such group.</exception>
    public double Share(Concordance groups, string from, string to) => Between(groups)[from, to] / total;

    /// <inheritdoc/>
    public override ValueStatus Status => Settlement.Status;

    /// <inheritdoc/>
    public override string Caption => $"Network of payments, {Settlement.Name}, after setting off";

    /// <summary>One row: the measures.</summary>
    public override Columns ToColumns() => Measures([this], []);

    /// <summary>The measures of several networks, a row each, after further columns.</summary>
    internal static Columns Measures(IReadOnlyList<PaymentNetwork> networks, IEnumerable<Column> before)
    {
        Column Whole(string name, Func<PaymentNetwork, int> of) => new(name, networks.Select(of).ToArray());
        Column Real(string name, Func<PaymentNetwork, double> of) => new(name, networks.Select(of).ToArray(), Unit.One);
        return new([.. before, Whole("pairs with a payment", n => n.Payments), Real("Herfindahl index", n => n.Herfindahl),
            Real("effective number of payments", n => n.EffectivePayments),
            Whole(Invariant($"payments that make up {networks[0].BackboneShare:P0}"), n => n.Backbone.Count),
            Whole("parts of the backbone", n => n.Components.Count), Whole("regions in its largest part", n => n.Components[0].Count),
            Whole("communities", n => n.Communities.Count), Real("modularity of communities", n => n.CommunityModularity)]);
    }

    private RegionAxis Regions => Settlement.Regions;

    private double Modularity(int[] community)
    {
        var (pays, isPaid) = (w.RowSums() / total, w.ColumnSums() / total);
        var q = 0.0;
        for (var i = 0; i < community.Length; i++)
            for (var j = 0; j < community.Length; j++)
                if (community[i] == community[j]) q += w[i, j] / total - pays[i] * isPaid[j];
        return q;
    }

    // Merges the two communities that raise Q most, until none does. Regions that nobody pays and that pay nobody stay alone.
    private int[] Greedy()
    {
        var n = Regions.Count;
        var community = Enumerable.Range(0, n).ToArray();
        var alive = Enumerable.Range(0, n).ToList();
        var (between, pays, isPaid) = (w / total, w.RowSums() / total, w.ColumnSums() / total);
        while (true)
        {
            var (best, a, b) = (1e-12, -1, -1);
            foreach (var i in alive)
            {
                foreach (var j in alive)
                {
                    if (j <= i) continue;
                    var gain = between[i, j] + between[j, i] - pays[i] * isPaid[j] - pays[j] * isPaid[i];
                    if (gain > best) (best, a, b) = (gain, i, j);
                }
            }
            if (a < 0) return community;
            for (var k = 0; k < n; k++) between[a, k] += between[b, k];
            for (var k = 0; k < n; k++) between[k, a] += between[k, b];
            (pays[a], isPaid[a]) = (pays[a] + pays[b], isPaid[a] + isPaid[b]);
            alive.Remove(b);
            for (var r = 0; r < n; r++) if (community[r] == b) community[r] = a;
        }
    }
}
