namespace CarbonComp.Sinks;

/// <summary>The intensity with which a service flow arrives (<c>docs/methods.md#bth-15</c>): a formula and its name.</summary>
public sealed class FlowIntensity(string name, FlowIntensityFormula formula)
{
    /// <summary><c>I = (S − D)_output / D_r²</c>: the output area's surplus over the squared flow range.</summary>
    public static FlowIntensity SurplusOverRange { get; } = new("surplus over the squared range",
        (surplus, _, _, range) => ServiceFlow.IntensityOfSurplus(surplus, range));

    /// <summary>The formula.</summary>
    public FlowIntensityFormula Formula { get; } = formula;

    /// <summary>The name in captions.</summary>
    public override string ToString() => name;
}
