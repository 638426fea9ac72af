namespace CarbonComp.Studies;

/// <summary>Readings of <c>docs/methods.md#jx-8</c> and <c>#jx-11</c>: the emissions that are free of charge.</summary>
public enum EmissionAllowance
{
    /// <summary><c>P = ECC · D</c>, with D the mean emission of all regions over the years of the study.</summary>
    MeanOfAll,

    /// <summary><c>P = ECC · D_i</c>, with D_i the region's own mean over these years: the source's words allow this too.</summary>
    OwnMean,

    /// <summary><c>P = 0</c>: revised emissions less absorption alone.</summary>
    None,
}
