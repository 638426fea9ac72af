namespace CarbonComp;

/// <summary>The one place where carbon becomes carbon dioxide and back: 44/12 by mass.</summary>
public static class CarbonDioxide
{
    /// <summary>Mass of CO2 that holds one mass unit of carbon: 44/12.</summary>
    public const double PerCarbon = 44.0 / 12.0;

    /// <summary>t CO2 of t C.</summary>
    public static double FromCarbon(double carbon) => carbon * PerCarbon;

    /// <summary>t C of t CO2.</summary>
    public static double ToCarbon(double carbonDioxide) => carbonDioxide / PerCarbon;
}
