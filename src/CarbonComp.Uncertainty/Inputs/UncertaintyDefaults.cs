namespace CarbonComp.Uncertainty;

/// <summary>Distributions to start from where nothing better is known. Each says where it comes from.</summary>
/// <remarks>
/// One spread is a guideline's (<see cref="ActivityData"/>). For the others no source was read that fits this use: they are illustrative, and results that
/// rest on them say so. Put a distribution of your own in their place where you have one.
/// </remarks>
public static class UncertaintyDefaults
{
    private const string Chosen = "chosen to show the method";

    /// <summary>Every default as a table: distribution, interval, source and status. Factors and prices are relative to their usual value, 1.</summary>
    public static UncertainInputs All { get; } = new(ActivityData("activity data, relative", 1), EmissionFactor("emission factor, relative", 1),
        CarbonDensity("carbon density, relative"), Price("carbon price, relative", 1), Engel("Engel coefficient of 0.3", 0.3),
        FleggDelta("δ of Flegg's quotient"), DistanceDecay(), SharedResponsibility("α of shared responsibility"), Choice("one of three choices", 3));

    /// <summary>Activity data of fuel combustion: normal, ±5 % (95 % interval).</summary>
    /// <remarks>
    /// From a page that reproduces the IPCC's 2006 Guidelines, vol. 2; the Guidelines themselves were not read. A city's data are less sure.
    /// </remarks>
    public static UncertainInput ActivityData(string name, double mean) => new(name, Distribution.NormalWithin(mean, 0.05),
        "±5 % (95 % interval) for fossil fuel combustion data, from a page that reproduces the 2006 IPCC Guidelines, vol. 2", ValueStatus.Constructed);

    /// <summary>An emission factor of a fuel: normal, ±7 % (95 % interval); illustrative.</summary>
    public static UncertainInput EmissionFactor(string name, double mean) => new(name, Distribution.NormalWithin(mean, 0.07), Chosen);

    /// <summary>A carbon density of land, or a factor for several of a class: lognormal, geometric standard deviation 1.2; illustrative.</summary>
    public static UncertainInput CarbonDensity(string name, double median = 1) => new(name, Distribution.LogNormal(median, 1.2), Chosen);

    /// <summary>A carbon price: lognormal, geometric standard deviation 1.3; illustrative. A price of zero is certain.</summary>
    public static UncertainInput Price(string name, double median) =>
        new(name, median == 0 ? Distribution.Discrete((0, 1)) : Distribution.LogNormal(median, 1.3), Chosen);

    /// <summary>An Engel coefficient: triangular, a fifth to both sides; illustrative.</summary>
    /// <remarks>Of the thirteen cities around Beijing only Beijing's own was found; the nation's stands in for the others.</remarks>
    /// <exception cref="UncertaintyException">A coefficient whose range reaches beyond (0, 1): write 0.3 for 30 %.</exception>
    public static UncertainInput Engel(string name, double mostLikely) => mostLikely is > 0 and < 1 / 1.2
        ? new(name, Distribution.Triangular(0.8 * mostLikely, mostLikely, 1.2 * mostLikely), Chosen)
        : throw new UncertaintyException($"The Engel coefficient {name} is {mostLikely}; a fifth more must stay below 1. Write 0.3 for 30 %.");

    /// <summary>δ of Flegg's location quotient: uniform from 0.15 to 0.4; illustrative, around the customary 0.25 to 0.3.</summary>
    public static UncertainInput FleggDelta(string name = "δ") => new(name, Distribution.Uniform(0.15, 0.4), Chosen);

    /// <summary>β, the exponent of distance in gravity: 0.5, 1, 1.5 or 2, equally likely; illustrative.</summary>
    /// <remarks>Few values, so that the table of each is constructed once and not in every run.</remarks>
    public static UncertainInput DistanceDecay(string name = "distance decay β") =>
        new(name, Distribution.Discrete((0.5, 0.25), (1, 0.25), (1.5, 0.25), (2, 0.25)), Chosen);

    /// <summary>α of shared responsibility, one for all sectors: uniform from 0 (producers keep all) to 1 (consumers take all); illustrative.</summary>
    /// <remarks>Lenzen et al. (2007) take it from value added; this is for asking how much the choice matters.</remarks>
    public static UncertainInput SharedResponsibility(string name = "α") => new(name, Distribution.Uniform(0, 1), Chosen);

    /// <summary>One of several choices that no source settles, such as estimators: their numbers from 0, equally likely; illustrative.</summary>
    /// <param name="name">What is chosen.</param>
    /// <param name="count">The number of choices, at least 1.</param>
    /// <exception cref="UncertaintyException">No choice.</exception>
    public static UncertainInput Choice(string name, int count) =>
        new(name, Distribution.Discrete([.. Enumerable.Range(0, count).Select(i => ((double)i, 1.0 / count))]), Chosen);
}
