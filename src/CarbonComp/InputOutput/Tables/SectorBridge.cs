namespace CarbonComp.InputOutput;

/// <summary>Carries values from one classification of sectors to another where neither contains the other.</summary>
/// <remarks>A value of sector s goes to the sectors t that it is linked to in the shares <c>p_st·b_t / Σ_t p_st·b_t</c>, with p the part of t that
/// belongs to s and b a basis known for the receiving sectors, such as their purchases of fuels. A sector that is linked to one other goes there whole,
/// whatever the basis. Sums are kept.</remarks>
public sealed class SectorBridge
{
    private readonly ILookup<int, (int To, SectorLink Link)> links;

    /// <summary>Creates the bridge from at least one link for each sector of <paramref name="from"/>; each pair once; one basis a sector.</summary>
    /// <exception cref="AxisException">A sector that is on neither axis, a pair twice, a sector without a link.</exception>
    /// <exception cref="InputOutputException">A part outside its range, or two bases for one sector.</exception>
    public SectorBridge(Axis from, Axis to, params IEnumerable<SectorLink> links)
    {
        (From, To, Links) = (from, to, [.. links]);
        foreach (var link in Links)
            if (!(link.Part is > 0 and <= 1))
                throw new InputOutputException($"The part of {link.To} that belongs to {link.From} is {link.Part}. It must be above 0 and at most 1.");
        this.links = Links.ToLookup(l => from.IndexOf(l.From), l => (to.IndexOf(l.To), l));
        foreach (var group in this.links)
        {
            if (group.GroupBy(g => g.To).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new AxisException($"{from.Labels[group.Key]} is linked to {to.Labels[twice.Key]} twice. Link them once.");
            if (group.Select(g => g.Link.Basis).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
                throw new InputOutputException($"{from.Labels[group.Key]} is divided by more than one basis. Name one.");
        }
        if (from.Labels.Where((_, i) => !this.links.Contains(i)).FirstOrDefault() is { } unlinked)
            throw new AxisException($"The {from.Kind} \"{unlinked}\" is not linked to any other. Say where it belongs.");
    }

    /// <summary>The sectors whose values are known.</summary>
    public Axis From { get; }

    /// <summary>The sectors that are wanted.</summary>
    public Axis To { get; }

    /// <summary>The links.</summary>
    public IReadOnlyList<SectorLink> Links { get; }

    /// <summary>The shares, From × To; each row adds up to 1. The bases, by name, are along <see cref="To"/> and not negative; those that no divided
    /// sector needs may be missing.</summary>
    /// <exception cref="InputOutputException">A basis that is missing or negative, or that is zero for all receivers of a sector.</exception>
    /// <exception cref="AxisException">A basis along other sectors.</exception>
    public Matrix<double> Shares(IReadOnlyDictionary<string, LabelledVector> bases)
    {
        var shares = Matrix<double>.Build.Dense(From.Count, To.Count);
        foreach (var group in links)
        {
            (int To, SectorLink Link)[] receivers = [.. group];
            var basis = receivers.Length > 1 ? Basis(bases, receivers[0].Link) : null;
            double Size(int to, SectorLink link) => basis is null ? 1 : link.Part * basis[to];
            var sum = receivers.Sum(r => Size(r.To, r.Link));
            if (!(sum > 0))
                throw new InputOutputException($"{From.Labels[group.Key]} cannot be divided by {receivers[0].Link.Basis}: "
                    + $"it is zero in each of {string.Join(", ", receivers.Select(r => To.Labels[r.To]))}. Choose another basis.");
            foreach (var (to, link) in receivers) shares[group.Key, to] = Size(to, link) / sum;
        }
        return shares;
    }

    /// <summary>Carries values by sector (rows) over: <c>S'·V</c> with the <see cref="Shares"/> S.</summary>
    /// <returns>By sector of <see cref="To"/>; constructed where a sector with values had to be divided, else of the values' status.</returns>
    /// <exception cref="AxisException">Values of other sectors.</exception>
    /// <exception cref="InputOutputException">As in <see cref="Shares"/>.</exception>
    public LabelledMatrix Of(LabelledMatrix values, IReadOnlyDictionary<string, LabelledVector> bases)
    {
        From.Require(values.Rows, values.Name);
        var divided = links.Where(g => g.Skip(1).Any() && values.Values.Row(g.Key).AbsoluteMaximum() > 0).ToArray();
        var status = ValueStatuses.Weakest([values.Status,
            .. divided.SelectMany(g => (ValueStatus[])[Basis(bases, g.First().Link).Status, ValueStatus.Constructed])]);
        return new(values.Name, To, values.Columns, Shares(bases).TransposeThisAndMultiply(values.Values), values.Unit, status);
    }

    private LabelledVector Basis(IReadOnlyDictionary<string, LabelledVector> bases, SectorLink link)
    {
        if (!bases.TryGetValue(link.Basis, out var basis))
            throw new InputOutputException($"{link.From} is divided by {link.Basis}, which is not given. There are: {string.Join(", ", bases.Keys)}.");
        To.Require(basis.Axis, basis.Name);
        return basis.RequireNotNegative("Nothing can be divided by a negative number.", message => new InputOutputException(message));
    }
}
