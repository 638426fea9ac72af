namespace CarbonComp;

/// <summary>A unit of measurement: its symbol, what it measures, and how many canonical units it is.</summary>
/// <remarks>Canonical units are t CO2, t C, yuan, US dollar and other currencies, km, km2, person, tce, year, degree (docs/methods.md#units). Mass is
/// always the mass of
/// something: "t" alone is refused, because a tonne of CO2 is not a tonne of carbon.</remarks>
public sealed record Unit
{
    /// <summary>As it is shown: <c>Mt CO2</c>, <c>100 million yuan</c>, <c>t CO2/km2</c>.</summary>
    public string Symbol { get; }

    /// <summary>The kind of quantity.</summary>
    public UnitDimension Dimension { get; }

    /// <summary>The number of canonical units that one of it is.</summary>
    public double Factor { get; }

    internal Unit(string symbol, UnitDimension dimension, double factor) => (Symbol, Dimension, Factor) = (symbol, dimension, factor);

    /// <summary>Tonne of carbon dioxide.</summary>
    public static Unit TonneCO2 { get; } = Parse("t CO2");

    /// <summary>Million tonnes of carbon dioxide.</summary>
    public static Unit MegatonneCO2 { get; } = Parse("Mt CO2");

    /// <summary>Tonne of carbon.</summary>
    public static Unit TonneCarbon { get; } = Parse("t C");

    /// <summary>Tonne of carbon on a hectare: a density of carbon storage.</summary>
    public static Unit TonneCarbonPerHectare { get; } = Parse("t C/ha");

    /// <summary>Chinese yuan.</summary>
    public static Unit Yuan { get; } = Parse("yuan");

    /// <summary>Chinese yuan for a tonne of carbon dioxide.</summary>
    public static Unit YuanPerTonneCO2 { get; } = Parse("yuan/t CO2");

    /// <summary>Kilometre.</summary>
    public static Unit Kilometre { get; } = Parse("km");

    /// <summary>Square kilometre.</summary>
    public static Unit SquareKilometre { get; } = Parse("km2");

    /// <summary>Person.</summary>
    public static Unit Person { get; } = Parse("persons");

    /// <summary>Tonne of standard coal equivalent, 29.3076 GJ.</summary>
    public static Unit TonneStandardCoal { get; } = Parse("tce");

    /// <summary>A pure number.</summary>
    public static Unit One { get; } = Parse("1");

    /// <summary>Hundredth.</summary>
    public static Unit Percent { get; } = Parse("%");

    /// <summary>Reads a unit: <c>Mt CO2</c>, <c>10^4 yuan</c>, <c>100 million CNY</c>, <c>t C/ha</c>, <c>万人</c>, …</summary>
    /// <exception cref="UnitException">No unit, or one that is not known or not clear (a bare "t").</exception>
    public static Unit Parse(string text) => UnitParser.Parse(text);

    /// <summary>The factor that converts a value in this unit to <paramref name="target"/>, a unit of the same kind.</summary>
    /// <exception cref="UnitException">The target measures something else.</exception>
    public double To(Unit target)
    {
        if (Dimension != target.Dimension)
            throw new UnitException($"{Symbol} cannot be read as {target.Symbol}: they measure different things."
                + (CarbonAgainstCO2(target) ? " Carbon and CO2 differ by 44/12; convert explicitly with CarbonDioxide.FromCarbon or ToCarbon." : "")
                + (Dimension.Equivalent != target.Dimension.Equivalent
                    ? " CO2 equivalents depend on the potentials; use GlobalWarmingPotentials.Characterize." : ""));
        return Factor / target.Factor;
    }

    /// <summary>The unit of a product, exactly: <c>yuan/t CO2 · t CO2</c> is <c>yuan</c>; parts that differ by a multiple stay.</summary>
    public static Unit operator *(Unit a, Unit b) => UnitAlgebra.ExactProduct(a, b);

    /// <summary>The unit of a quotient, exactly: <c>yuan / t CO2</c> is <c>yuan/t CO2</c>; parts that differ by a multiple stay.</summary>
    public static Unit operator /(Unit a, Unit b) => UnitAlgebra.ExactQuotient(a, b);

    /// <summary>The multiple of this unit in which a number of this size (in this unit) is read most easily.</summary>
    /// <remarks>1.2e8 t CO2 is 120 Mt CO2, 3.1e9 yuan is 3.1 billion yuan. Units without customary multiples stay.</remarks>
    public Unit Readable(double magnitude)
    {
        var canonical = Math.Abs(magnitude) * Factor;
        return Multiples().Select(Parse).LastOrDefault(unit => canonical >= unit.Factor) ?? this;
    }

    // The smallest customary unit of its kind: tonne of MtCO2, yuan of 100 million yuan, persons; this one where there are no customary multiples.
    internal Unit Canonical => Multiples() is [var first, ..] ? Parse(first) : this;

    private string[] Multiples() =>
            Dimension == new UnitDimension(CarbonDioxide: 1) ? ["t CO2", "kt CO2", "Mt CO2"] :
            Dimension == new UnitDimension(Carbon: 1) ? ["t C", "kt C", "Mt C"] :
            Dimension == new UnitDimension(Methane: 1) ? ["t CH4", "kt CH4", "Mt CH4"] :
            Dimension == new UnitDimension(NitrousOxide: 1) ? ["t N2O", "kt N2O", "Mt N2O"] :
            Dimension == new UnitDimension(Equivalent: 1) ? ["t CO2e", "kt CO2e", "Mt CO2e"] :
            Dimension == new UnitDimension(Yuan: 1) ? ["yuan", "thousand yuan", "million yuan", "billion yuan"] :
            Dimension == new UnitDimension(Dollar: 1) ? ["US$", "thousand US$", "million US$", "billion US$"] :
            Dimension == new UnitDimension(Energy: 1) ? ["tce", "ktce", "Mtce"] :
            Dimension == new UnitDimension(Person: 1) ? ["persons", "thousand persons", "million persons"] :
            Dimension is { IsMoney: true, Currencies: { } code } ? [code, $"thousand {code}", $"million {code}", $"billion {code}"] : [];

    /// <inheritdoc/>
    public override string ToString() => Symbol;

    private bool CarbonAgainstCO2(Unit target) =>
        Dimension.Carbon != 0 && target.Dimension.CarbonDioxide != 0 || Dimension.CarbonDioxide != 0 && target.Dimension.Carbon != 0;
}
