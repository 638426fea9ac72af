namespace CarbonComp.Studies;

/// <summary>Readings of <c>docs/methods.md#jx-10</c>, whose formula is an image: how emissions are revised by the intensity of two years.</summary>
/// <remarks>a is <see cref="CarbonBudgetModel.IntensityChange"/> and s <see cref="CarbonBudgetModel.IntensityLevel"/>.</remarks>
public enum IntensityRevision
{
    /// <summary>No revision: <c>C' = C</c>.</summary>
    None,

    /// <summary><c>C' = C · (a + s) / 2</c>.</summary>
    Mean,

    /// <summary><c>C' = C · a · s</c>.</summary>
    Product,
}
