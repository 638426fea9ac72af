namespace CarbonComp;

/// <summary>What a region may emit before it owes (JX 9), and whether that is taken off at all (JX 11, whose formula is an image in the source).</summary>
public enum EmissionAllowance
{
    /// <summary><c>P = ECC · D</c>, D the mean emission of all regions over the years of the study.</summary>
    MeanOfAll,

    /// <summary><c>P = ECC · D_i</c>, D_i the region's own mean over these years: the source's words for D can be read city by city.</summary>
    OwnMean,

    /// <summary><c>P = 0</c>: revised emissions less absorption alone.</summary>
    None,
}
