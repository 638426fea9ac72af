namespace CarbonComp.Abatement;

/// <summary>How a technology may be scaled.</summary>
public enum ReturnsToScale
{
    /// <summary>Any multiple of an observed activity is possible.</summary>
    Constant,

    /// <summary>Only averages of observed activities are possible (weights that add up to one).</summary>
    Variable,
}
