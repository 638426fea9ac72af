namespace CarbonComp;

/// <summary>The kind of quantity that a unit measures, as exponents of the base kinds.</summary>
/// <remarks>The base kinds are mass of CO2, mass of carbon, yuan, US dollar, length (an area is 2), person, energy (standard coal equivalent), time,
/// angle, and mass of goods such as fuels and crops. Carbon and carbon dioxide are kinds of their own: 1 t C is not 44/12 t CO2 until a function that
/// says so converts it (docs/methods.md#units). Currencies are kinds of their own as well.</remarks>
public readonly record struct UnitDimension(
    int CarbonDioxide = 0, int Carbon = 0, int Yuan = 0, int Dollar = 0, int Length = 0,
    int Person = 0, int Energy = 0, int Time = 0, int Angle = 0, int Goods = 0)
{
    /// <summary>A pure number: shares, ratios, counts.</summary>
    public static UnitDimension None => default;

    /// <summary>The kind of a product.</summary>
    public static UnitDimension operator *(UnitDimension a, UnitDimension b) => new(
        a.CarbonDioxide + b.CarbonDioxide, a.Carbon + b.Carbon, a.Yuan + b.Yuan, a.Dollar + b.Dollar,
        a.Length + b.Length, a.Person + b.Person, a.Energy + b.Energy, a.Time + b.Time, a.Angle + b.Angle, a.Goods + b.Goods);

    /// <summary>The kind of a quotient.</summary>
    public static UnitDimension operator /(UnitDimension a, UnitDimension b) => new(
        a.CarbonDioxide - b.CarbonDioxide, a.Carbon - b.Carbon, a.Yuan - b.Yuan, a.Dollar - b.Dollar,
        a.Length - b.Length, a.Person - b.Person, a.Energy - b.Energy, a.Time - b.Time, a.Angle - b.Angle, a.Goods - b.Goods);
}
