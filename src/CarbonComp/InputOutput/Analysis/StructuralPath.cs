namespace CarbonComp.InputOutput;

/// <summary>One supply chain from an emitting sector to final use: <c>f_i·a_ij·a_jk·…·y_l</c>.</summary>
/// <param name="Sectors">Positions from the emitting sector to the sector of the final product.</param>
/// <param name="Amount">Emitted by the first for the last along this chain.</param>
public sealed record StructuralPath(IReadOnlyList<int> Sectors, double Amount)
{
    /// <summary>Number of deliveries between sectors: 0 where the sector of the final product itself emits.</summary>
    public int Stages => Sectors.Count - 1;
}
