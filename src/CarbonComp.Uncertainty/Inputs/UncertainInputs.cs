namespace CarbonComp.Uncertainty;

/// <summary>The uncertain inputs of a calculation, in order, and how their ranks are correlated.</summary>
public sealed record UncertainInputs : Tabular
{
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates the list; without more, the inputs are independent.</summary>
    /// <exception cref="UncertaintyException">No input, or a name that is used twice.</exception>
    public UncertainInputs(params IEnumerable<UncertainInput> inputs)
    {
        All = [.. inputs];
        if (All.Count == 0) throw new UncertaintyException("There is no uncertain input. Give at least one.");
        for (var i = 0; i < All.Count; i++)
            if (!positions.TryAdd(All[i].Name, i))
                throw new UncertaintyException($"Two uncertain inputs are named \"{All[i].Name}\". Give each a name of its own.");
    }

    private UncertainInputs(UncertainInputs original, Matrix<double> correlation)
    {
        (All, positions, RankCorrelation) = (original.All, original.positions, correlation);
    }

    /// <summary>The inputs, in order.</summary>
    public IReadOnlyList<UncertainInput> All { get; }

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Names => [.. All.Select(i => i.Name)];

    /// <summary>The number of inputs.</summary>
    public int Count => All.Count;

    /// <summary>Spearman's correlation of each pair; null where all are independent.</summary>
    public Matrix<double>? RankCorrelation { get; }

    /// <summary>The input of a name, any case.</summary>
    /// <exception cref="UncertaintyException">No such input.</exception>
    public UncertainInput this[string name] => All[IndexOf(name)];

    /// <summary>The position of an input, from 0.</summary>
    /// <exception cref="UncertaintyException">No such input; the message names those there are.</exception>
    public int IndexOf(string name) => positions.TryGetValue(name.Trim(), out var position) ? position
        : throw new UncertaintyException($"There is no uncertain input \"{name}\". There are: {Listing.Of(Names)}.");

    /// <summary>The same inputs with correlated ranks (Iman and Conover 1982): two that tend to be high together have a positive correlation.</summary>
    /// <remarks>Pairs that are not named, here or before, stay uncorrelated.</remarks>
    /// <exception cref="UncertaintyException">
    /// An unknown input, one with itself, a correlation outside (−1, 1), or correlations that cannot hold together.
    /// </exception>
    public UncertainInputs Correlated(params IReadOnlyList<(string First, string Second, double Correlation)> pairs)
    {
        var matrix = RankCorrelation?.Clone() ?? Matrix<double>.Build.DenseIdentity(Count);
        foreach (var (first, second, correlation) in pairs)
        {
            var (i, j) = (IndexOf(first), IndexOf(second));
            if (i == j) throw new UncertaintyException($"{first} cannot be correlated with itself. Name two inputs.");
            if (!(correlation is > -1 and < 1))
                throw new UncertaintyException($"The rank correlation of {first} and {second} is {correlation}. It lies between −1 and 1.");
            matrix[i, j] = matrix[j, i] = correlation;
        }
        if (matrix.Evd(Symmetricity.Symmetric).EigenValues.Real().Minimum() <= 1e-10)
            throw new UncertaintyException($"The rank correlations of {Listing.Of(pairs.Select(p => $"{p.First} and {p.Second}"))} cannot hold together: "
                + "two inputs that both follow a third must follow one another. Lower some of them.");
        return new(this, matrix);
    }

    /// <inheritdoc/>
    public override string Caption => $"Uncertain inputs{(RankCorrelation is null ? "" : ", with correlated ranks")}";

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(All.Select(i => i.Status));

    /// <summary>A row an input: its distribution, the 95 % interval, and the source.</summary>
    public override Columns ToColumns() => new Columns(new Column("input", Names.ToArray()))
        .With("distribution", All.Select(i => i.Distribution.ToString()!))
        .With("2.5 %", All.Select(i => i.Distribution.Quantile(0.025))).With("97.5 %", All.Select(i => i.Distribution.Quantile(0.975)))
        .With("source", All.Select(i => $"{i.Source} ({i.Status.Caption()})"));
}
