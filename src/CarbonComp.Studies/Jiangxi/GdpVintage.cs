namespace CarbonComp.Studies;

/// <summary>Which of the published figures of a province's GDP is meant.</summary>
public enum GdpVintage
{
    /// <summary>Revised after the economic census of 2018: one series for all years, and provinces that nearly add up to the nation.</summary>
    Revised,

    /// <summary>As first published. Until 2017 the provinces add up to more than the nation, some by a third of their own.</summary>
    FirstPublished,
}
