namespace CarbonComp.Studies;

/// <summary>What a recomputation says of a printed number.</summary>
public enum Verdict
{
    /// <summary>The recomputed number rounds to the printed one.</summary>
    Reproduced,

    /// <summary>The recomputed number differs by more than the printed digits allow; the entry says why.</summary>
    Contradicted,

    /// <summary>What it was computed from is not printed and not public; the entry says what is missing.</summary>
    NotCheckable,
}
