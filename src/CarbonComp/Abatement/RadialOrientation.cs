namespace CarbonComp.Abatement;

/// <summary>What a radial measure of efficiency changes in proportion.</summary>
public enum RadialOrientation
{
    /// <summary>All inputs shrink, at the same outputs: θ in (0, 1].</summary>
    Input,

    /// <summary>All outputs grow, with the same inputs: φ of 1 or more.</summary>
    Output,
}
