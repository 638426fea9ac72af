namespace CarbonComp;

/// <summary>The t of the growth curve.</summary>
public enum GrowthArgument
{
    /// <summary>The Engel coefficient itself, as BTH and JX print it: a richer region (smaller coefficient) gets the smaller factor.</summary>
    EngelCoefficient,

    /// <summary><c>1/Engel − 3</c>, the classic Pearl growth curve of willingness to pay: a richer region gets the larger factor.</summary>
    Pearl,
}
