namespace CarbonComp.Studies;

/// <summary>The verdict of a recomputation on a printed number.</summary>
public enum Verdict
{
    /// <summary>The recomputed number rounds to the printed one.</summary>
    Reproduced,

    /// <summary>The recomputed number differs by more than the printed digits allow; the entry says why.</summary>
    Contradicted,

    /// <summary>Its inputs are neither printed nor public; the entry names what is missing.</summary>
    NotCheckable,
}
