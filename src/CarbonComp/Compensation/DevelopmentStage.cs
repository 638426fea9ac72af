namespace CarbonComp.Compensation;

/// <summary>The argument t of the growth curve, taken from the Engel coefficient (<c>docs/methods.md#jx-14</c>).</summary>
public enum DevelopmentStage
{
    /// <summary>The Engel coefficient itself, as the sources print it. A richer region, with the smaller coefficient, gets the smaller factor.</summary>
    Engel,

    /// <summary><c>1/Engel − 3</c>, the classic growth curve of Pearl. A richer region gets the larger factor.</summary>
    InverseEngel,
}
