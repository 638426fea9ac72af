namespace CarbonComp.Numerics;

/// <summary>The solver of linear systems.</summary>
public enum LinearAlgebraBackend
{
    /// <summary>LAPACK for systems that are large enough to gain from it, where it is installed; managed code otherwise.</summary>
    Automatic,

    /// <summary>LAPACK, by default that of OpenBLAS.</summary>
    Native,

    /// <summary>MathNet's managed code: everywhere the same, some twenty times slower on large systems.</summary>
    Managed,
}
