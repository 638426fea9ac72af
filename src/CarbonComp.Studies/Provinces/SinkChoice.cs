namespace CarbonComp.Studies;

/// <summary>What counts as a province's sink in a year.</summary>
public enum SinkChoice
{
    /// <summary>Land by class with one coefficient each: forest, and little else.</summary>
    Land,

    /// <summary>The same, with what crops fix in place of cropland.</summary>
    LandAndCrops,

    /// <summary>The same as <see cref="LandAndCrops"/>, with the net productivity of grassland in place of the carbon that stays in it.</summary>
    LandCropsAndGrass,
}
