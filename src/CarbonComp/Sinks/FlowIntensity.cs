namespace CarbonComp;

/// <summary>How strong a service flow is where it arrives (BTH eq. 15). The source prints one formula and computes with another.</summary>
public enum FlowIntensity
{
    /// <summary><c>I = (S − D)_output / D_r²</c>: the output area's surplus over the squared flow range. All twelve rows of BTH Table 3 are this.</summary>
    SurplusOverRange,

    /// <summary><c>I = N_r / D_rs²</c>: as BTH eq. 15 is printed, the input area's N over the squared distance of the cores.</summary>
    AsPrintedFormula,
}
