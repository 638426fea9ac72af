namespace CarbonComp.Kernel.Engine;

/// <summary>How a cell ended: well when <paramref name="Error"/> is <see langword="null"/>.</summary>
internal sealed record CellOutcome(CellError? Error)
{
    public bool Succeeded => Error is null;
}
