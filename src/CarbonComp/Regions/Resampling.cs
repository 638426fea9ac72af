namespace CarbonComp.Regions;

/// <summary>How values are carried to other cells.</summary>
public enum Resampling
{
    /// <summary>Each cell takes the value of the cell that its centre lies in: for classes.</summary>
    Nearest,

    /// <summary>Each cell takes what its parts have, by area: densities are averaged, amounts are divided, so that their sum stays.</summary>
    AreaWeighted,
}
