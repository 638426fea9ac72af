namespace CarbonComp.InputOutput;

/// <summary>What a region's share of a category of national final use is taken from: retail sales for consumption, investment for capital formation.</summary>
public sealed record FinalUseProxy
{
    /// <summary>Creates the proxy of a category, with a description for the report ("retail sales of consumer goods 2020"), its value in each region of
    /// the study, not negative, and in the nation, with the unit of the latter.</summary>
    /// <exception cref="InputOutputException">Negative values, or regions that have more than the nation.</exception>
    /// <exception cref="UnitException">The unit is of another kind than the regional values'.</exception>
    public FinalUseProxy(string category, string description, LabelledVector regional, double national, Unit unit)
    {
        (Category, Description) = (category, description);
        var all = national * unit.To(regional.Unit);
        if (!(all > 0)) throw new InputOutputException($"{description}: the nation's value is {national} {unit}; it must be positive.");
        regional.Named(description).RequireNotNegative(error: message => new InputOutputException(message));
        if (regional.Total > all * (1 + 1e-9))
            throw new InputOutputException($"{description} of the regions adds up to {regional.Total:G6} {regional.Unit}, more than the nation's "
                + $"{all:G6}. Check years, units and double regions.");
        Shares = (regional / new Quantity(all, regional.Unit)).Named($"share of {category}");
    }

    private FinalUseProxy(string category, string description) => (Category, Description) = (category, description);

    /// <summary>A category of which each region has, of every product, the share that it has of all other demand for it: a change of inventories, which
    /// may be negative.</summary>
    public static FinalUseProxy LikeOtherDemand(string category) => new(category, "all other demand for the product");

    /// <summary>The category of final use.</summary>
    public string Category { get; }

    /// <summary>What the proxy is.</summary>
    public string Description { get; }

    /// <summary>Each region's share of the nation's, from 0 to 1; none where it is that of all other demand.</summary>
    public LabelledVector? Shares { get; }
}
