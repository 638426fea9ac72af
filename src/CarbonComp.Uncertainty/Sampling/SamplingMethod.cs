namespace CarbonComp.Uncertainty;

/// <summary>How points are spread over the ranges of the inputs.</summary>
public enum SamplingMethod
{
    /// <summary>A scrambled Sobol sequence: even in every direction; means settle fastest. A power of two is best.</summary>
    Sobol,

    /// <summary>A Latin hypercube: every input has one point in each of as many equally likely parts as there are runs.</summary>
    LatinHypercube,

    /// <summary>Independent random points.</summary>
    MonteCarlo,
}
