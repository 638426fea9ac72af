namespace CarbonComp.InputOutput;

/// <summary>How far a balancing moved one cell.</summary>
/// <param name="Row">The row's label.</param>
/// <param name="Column">The column's label.</param>
/// <param name="Start">The value before.</param>
/// <param name="Balanced">The value after.</param>
public sealed record CellAdjustment(string Row, string Column, double Start, double Balanced)
{
    /// <summary>After minus before.</summary>
    public double Change => Balanced - Start;

    /// <summary>The change as a share of the value before; 0 for a cell that stayed zero.</summary>
    public double Relative => Change == 0 ? 0 : Change / Math.Abs(Start);
}
