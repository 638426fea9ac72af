namespace CarbonComp;

/// <summary>A set of global warming potentials over a hundred years: CO2 equivalents of a tonne of CO2, methane, nitrous oxide and
/// sulfur hexafluoride (<c>docs/methods.md#gwp</c>).</summary>
/// <remarks>
/// <c>E = Σ_g GWP_g · m_g</c>. Tonnes of each gas are units of their own, and so are tonnes of CO2 equivalents (<c>t CO2e</c>). The name of a result
/// says by which set it was made; results of two sets cannot be told apart otherwise.
/// </remarks>
public sealed record GlobalWarmingPotentials : Tabular
{
    /// <summary>Creates a set.</summary>
    /// <exception cref="CarbonCompException">A potential that is not positive and finite.</exception>
    public GlobalWarmingPotentials(string name, string source, double methaneFossil, double methaneNonFossil, double nitrousOxide,
        double? sulfurHexafluoride = null)
    {
        foreach (var (gas, value) in new[] { ("fossil methane", methaneFossil), ("other methane", methaneNonFossil), ("nitrous oxide", nitrousOxide),
            ("sulfur hexafluoride", sulfurHexafluoride ?? 1) })
            if (!(value > 0 && double.IsFinite(value)))
                throw new CarbonCompException($"{name}: the global warming potential of {gas} is {value}. It must be positive.");
        (Name, Source) = (name, source);
        (MethaneFossil, MethaneNonFossil, NitrousOxide, SulfurHexafluoride) = (methaneFossil, methaneNonFossil, nitrousOxide, sulfurHexafluoride);
    }

    /// <summary>Fifth Assessment Report, without climate–carbon feedbacks: methane 30 (fossil) and 28, nitrous oxide 265, sulfur hexafluoride
    /// 23,500.</summary>
    /// <remarks>IPCC (2013), Working Group I, chapter 8, table 8.A.1.</remarks>
    public static GlobalWarmingPotentials Ar5 { get; } = new("GWP100 AR5", "IPCC 2013, Working Group I, table 8.A.1", 30, 28, 265, 23_500);

    /// <summary>Sixth Assessment Report: methane 29.8 (fossil) and 27.0, nitrous oxide 273, sulfur hexafluoride 25,200.</summary>
    /// <remarks>IPCC (2021), Working Group I, chapter 7, table 7.15. Table 7.SM.7 has 27.9 for methane before its fossil carbon is counted or not,
    /// and sulfur hexafluoride.</remarks>
    public static GlobalWarmingPotentials Ar6 { get; } = new("GWP100 AR6", "IPCC 2021, Working Group I, table 7.15", 29.8, 27.0, 273, 25_200);

    /// <summary>The name, which every result carries.</summary>
    public string Name { get; }

    /// <summary>The publication.</summary>
    public string Source { get; }

    /// <summary>t CO2e/t CH4 of fossil methane.</summary>
    public double MethaneFossil { get; }

    /// <summary>t CO2e/t CH4 of other methane.</summary>
    public double MethaneNonFossil { get; }

    /// <summary>t CO2e/t N2O.</summary>
    public double NitrousOxide { get; }

    /// <summary>t CO2e/t SF6; none where the set does not have it.</summary>
    public double? SulfurHexafluoride { get; }

    /// <inheritdoc/>
    public override string Caption => $"Global warming potentials, {Name}";

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatus.Statistic;

    /// <summary>Emissions of one gas by region or sector as CO2 equivalents; the result is named after the set.</summary>
    /// <param name="emissions">A mass of CO2, methane or nitrous oxide.</param>
    /// <param name="methane">The origin of methane, required for it and meaningless for other gases.</param>
    /// <exception cref="CarbonCompException">Methane without an origin.</exception>
    /// <exception cref="UnitException">Not a mass of one of these gases.</exception>
    public LabelledVector Characterize(LabelledVector emissions, MethaneOrigin? methane = null) =>
        (emissions * Potential(emissions.Name, emissions.Unit, methane)).In(Equivalents).Named(Titled(emissions.Name));

    /// <inheritdoc cref="Characterize(LabelledVector, MethaneOrigin?)"/>
    public LabelledMatrix Characterize(LabelledMatrix emissions, MethaneOrigin? methane = null) =>
        (emissions * Potential(emissions.Name, emissions.Unit, methane)).In(Equivalents).Named(Titled(emissions.Name));

    /// <summary>One amount of a gas as CO2 equivalents. A quantity has no name: say beside it which set was used.</summary>
    /// <inheritdoc cref="Characterize(LabelledVector, MethaneOrigin?)"/>
    public Quantity Characterize(Quantity emissions, MethaneOrigin? methane = null) =>
        (emissions * Potential("The amount", emissions.Unit, methane)).In(Equivalents);

    /// <summary>One row a gas.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, new[] { ("CO2", 1.0), ("CH4, fossil", MethaneFossil), ("CH4, other", MethaneNonFossil),
        ("N2O", NitrousOxide), ("SF6", SulfurHexafluoride ?? double.NaN) }.Where(r => double.IsFinite(r.Item2)))
        .With("gas", r => r.Item1).With("t CO2e for a tonne", r => r.Item2);

    private static Unit Equivalents { get; } = Unit.Parse("t CO2e");

    private string Titled(string name) => $"{name}, CO2e by {Name}";

    private Quantity Potential(string name, Unit unit, MethaneOrigin? methane)
    {
        if (unit.Dimension == Unit.TonneCO2.Dimension) return new(1, Unit.Parse("t CO2e/t CO2"));
        if (unit.Dimension == Unit.Parse("t N2O").Dimension) return new(NitrousOxide, Unit.Parse("t CO2e/t N2O"));
        if (unit.Dimension == Unit.Parse("t CH4").Dimension)
            return methane is { } origin ? new(origin == MethaneOrigin.Fossil ? MethaneFossil : MethaneNonFossil, Unit.Parse("t CO2e/t CH4"))
                : throw new CarbonCompException($"{name} is methane. Say whether it is fossil: MethaneOrigin.Fossil or MethaneOrigin.NonFossil.");
        throw new UnitException($"{name} is in {unit}. Potentials are for masses of CO2, CH4 and N2O; carbon and energy must be turned into these first.");
    }
}
