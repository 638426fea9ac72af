namespace CarbonComp;

/// <summary>In which precision a system is factorized; the results are of double precision either way.</summary>
public enum LinearAlgebraPrecision
{
    /// <summary>Mixed for large systems where LAPACK is installed, double otherwise.</summary>
    Automatic,

    /// <summary>Factors in double precision.</summary>
    Full,

    /// <summary>Factors in single precision, solutions refined with double-precision residuals; double factors where that does not converge.</summary>
    Mixed,
}
