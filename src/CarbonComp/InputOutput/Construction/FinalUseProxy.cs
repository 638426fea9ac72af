namespace CarbonComp.InputOutput;

/// <summary>The proxy for a region's share of a category of national final use: retail sales for consumption, investment for capital
/// formation, ….</summary>
public sealed record FinalUseProxy
{
    /// <summary>Creates the proxy.</summary>
    /// <param name="category">The category of the national table's final use.</param>
    /// <param name="description">What the proxy is, for the report: "retail sales of consumer goods 2020".</param>
    /// <param name="regional">Its value in each region of the study, not negative.</param>
    /// <param name="national">Its value in the nation.</param>
    /// <param name="unit">The unit of the nation's value.</param>
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

    /// <summary>The category of final use.</summary>
    public string Category { get; }

    /// <summary>A description of the proxy.</summary>
    public string Description { get; }

    /// <summary>Each region's share of the nation's, from 0 to 1.</summary>
    public LabelledVector Shares { get; }
}
