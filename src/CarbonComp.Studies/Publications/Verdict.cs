namespace CarbonComp.Studies;

/// <summary>The verdict of a recomputation on a printed number or statement.</summary>
public enum Verdict
{
    /// <summary>It follows by the source's own rule: the recomputed number rounds to the printed one.</summary>
    Reproduced,

    /// <summary>It follows, but from another formula or from other data than the source says; the entry names them.</summary>
    ReproducedByAnotherRoute,

    /// <summary>The recomputed number differs by more than the printed digits allow; the entry says why.</summary>
    Contradicted,

    /// <summary>Its inputs are neither printed nor at hand; the entry names what is missing and what would check it.</summary>
    NotCheckable,

    /// <summary>The source takes it as given: a parameter, a definition, a description of its data. There is nothing to check.</summary>
    Given,
}
