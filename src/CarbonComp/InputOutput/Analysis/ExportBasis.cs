namespace CarbonComp;

/// <summary>Which of several border crossings counts what crosses more than once (Borin and Mancini).</summary>
public enum ExportBasis
{
    /// <summary>The first time that it leaves its region of origin.</summary>
    Source,

    /// <summary>The last time that it leaves the exporter.</summary>
    Sink,
}
