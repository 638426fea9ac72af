namespace CarbonComp;

/// <summary>How strong a service flow is where it arrives (BTH eq. 15): a formula and its name.</summary>
/// <param name="name">What captions call it.</param>
/// <param name="formula">The formula.</param>
public sealed class FlowIntensity(string name, FlowIntensityFormula formula)
{
    /// <summary><c>I = (S − D)_output / D_r²</c>: the output area's surplus over the squared flow range. All twelve rows of BTH Table 3 are this.</summary>
    public static FlowIntensity SurplusOverRange { get; } = new(nameof(SurplusOverRange),
        (surplus, _, _, range) => ServiceFlow.IntensityOfSurplus(surplus, range));

    /// <summary>What captions call it.</summary>
    public string Name { get; } = name;

    /// <summary>The formula.</summary>
    public FlowIntensityFormula Formula { get; } = formula;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
