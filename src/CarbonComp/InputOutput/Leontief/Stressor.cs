namespace CarbonComp.InputOutput;

/// <summary>What is followed through a table: emissions of CO2 or another amount that goes with output, such as energy, water, jobs, value added
/// (<c>docs/methods.md#stressor</c>).</summary>
/// <param name="Name">The name in captions and headings: emissions, energy use, value added.</param>
/// <param name="Unit">The canonical unit of the amounts.</param>
public sealed record Stressor(string Name, Unit Unit)
{
    /// <summary>Emissions of CO2, in tonnes.</summary>
    public static Stressor CarbonDioxide { get; } = new("emissions", Unit.TonneCO2);

    /// <summary>Whether it is a mass of CO2, which is what budgets, balances and payments are about.</summary>
    public bool IsCarbonDioxide => Unit.Dimension == Unit.TonneCO2.Dimension;

    // Money may be negative, as value added is where a branch loses: no mass, energy or person is.
    internal bool MayBeNegative => Unit.Dimension.IsMoney;

    internal string Title => char.ToUpperInvariant(Name[0]) + Name[1..];

    // The stressor of amounts in some unit.
    internal static Stressor Of(string name, Unit unit)
    {
        if (unit.Dimension == UnitDimension.None || unit.Symbol.Contains('/', StringComparison.Ordinal))
            throw new UnitException($"{name} is in {unit}, which is a ratio. Give amounts by sector, such as t CO2, tce, persons, m3 or yuan.");
        return unit.Dimension == Unit.TonneCO2.Dimension ? CarbonDioxide : new(name, unit.Canonical);
    }

    internal void Require(Stressor other, string what)
    {
        if (Unit != other.Unit) throw new UnitException($"{what} is of {other.Name} in {other.Unit}, expected {Name} in {Unit}.");
    }

    // Refuses what only carbon can be used for.
    internal void RequireCarbonDioxide(string purpose)
    {
        if (!IsCarbonDioxide)
            throw new UnitException($"{purpose} is about CO2, and these flows are of {Name} in {Unit}. Give flows of emissions, in t CO2.");
    }
}
