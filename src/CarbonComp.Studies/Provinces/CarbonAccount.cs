namespace CarbonComp.Studies;

/// <summary>Whose emissions a region's carbon budget counts.</summary>
public enum CarbonAccount
{
    /// <summary>Territorial: what is emitted in the region, by sectors and households, for whomever.</summary>
    Territorial,

    /// <summary>Consumption-based: what is emitted in the country for the region's final use, and by its households. What is emitted for exports
    /// abroad is in no region's account.</summary>
    Consumption,
}
