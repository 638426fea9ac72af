namespace CarbonComp.Regions;

/// <summary>What the numbers of a raster's cells are; it decides how they are added up and carried to other cells.</summary>
public enum CellMeaning
{
    /// <summary>Numbers of classes: land cover. They are counted, never averaged.</summary>
    Class,

    /// <summary>Amounts of each cell: persons, t C. They are added.</summary>
    Amount,

    /// <summary>Densities and other intensities: persons per km2, a ratio. They are averaged by area.</summary>
    Density,
}
