namespace CarbonComp;

/// <summary>Emission and absorption coefficients of a carbon budget: energy, respiration and land (<c>docs/methods.md#jx-1</c>, <c>#jx-4</c>).</summary>
/// <remarks>The source adds numbers of different kinds. <see cref="Consistent"/> is in CO2 throughout.</remarks>
public sealed class BudgetCoefficients
{
    private readonly Dictionary<string, double> absorption;

    /// <summary>Creates a set.</summary>
    /// <remarks>σ, t CO2/tce, and θ, t CO2 for a person and year, are not negative; λ of each land class is in t CO2 for a hectare and year.</remarks>
    /// <exception cref="CarbonCompException">A number outside its range, or no land class.</exception>
    public BudgetCoefficients(string name, double energy, double respiration, IEnumerable<KeyValuePair<string, double>> absorption, ValueStatus status)
    {
        foreach (var (what, value) in new[] { ("standard coal", energy), ("respiration", respiration) })
            if (!(value >= 0 && double.IsFinite(value)))
                throw new CarbonCompException($"{name}: the emission factor of {what} must be zero or positive; it is {value}.");
        this.absorption = new(absorption, StringComparer.OrdinalIgnoreCase);
        if (this.absorption.Count == 0) throw new CarbonCompException($"{name} has no land class.");
        if (this.absorption.FirstOrDefault(a => !double.IsFinite(a.Value)) is { Key: not null } wrong)
            throw new CarbonCompException($"{name}: the absorption of {wrong.Key} is not a number.");
        (Name, Energy, Respiration, Status) = (name, energy, respiration, status);
    }

    /// <summary>In CO2 throughout: σ = 2.46 t CO2/tce (0.67 t C), and JX's other numbers read as carbon, with the usual 0.58 t C/ha for forest.</summary>
    public static BudgetCoefficients Consistent { get; } = new("consistent, in CO2", 2.46, 0.079 * CarbonDioxide.PerCarbon,
        new Dictionary<string, double>
        {
            ["cultivated land"] = 0.13, ["forest"] = 0.58, ["grassland"] = 0.022, ["water"] = 0.253, ["unused land"] = 0.005, ["construction land"] = 0,
        }.Select(l => KeyValuePair.Create(l.Key, l.Value * CarbonDioxide.PerCarbon)), ValueStatus.Constructed);

    /// <summary>The same set with another absorption of one land class: a mass of carbon or of CO2 for an area and year.</summary>
    /// <remarks>The name says what was changed. A mass of carbon is turned into CO2 by 44/12.</remarks>
    /// <exception cref="CarbonCompException">No such class.</exception>
    /// <exception cref="UnitException">Neither carbon nor CO2 on an area.</exception>
    public BudgetCoefficients With(string landClass, Quantity perArea)
    {
        _ = Absorption(landClass);
        var isCarbon = perArea.Unit.Dimension == Unit.TonneCarbonPerHectare.Dimension;
        var value = isCarbon ? CarbonDioxide.FromCarbon(perArea.In(Unit.TonneCarbonPerHectare).Value) : perArea.In("t CO2/ha").Value;
        return new(Invariant($"{Name}, {landClass.Trim()} {perArea.Value} {perArea.Unit}"), Energy, Respiration,
            new Dictionary<string, double>(absorption, StringComparer.OrdinalIgnoreCase) { [landClass.Trim()] = value },
            ValueStatuses.Weakest(Status, perArea.Status));
    }

    /// <summary>The name in captions.</summary>
    public string Name { get; }

    /// <summary>σ, t CO2/tce.</summary>
    public double Energy { get; }

    /// <summary>θ, t CO2 for a person and year.</summary>
    public double Respiration { get; }

    /// <summary>The origin of the numbers.</summary>
    public ValueStatus Status { get; }

    /// <summary>The land classes.</summary>
    public IReadOnlyCollection<string> LandClasses => absorption.Keys;

    /// <summary>λ of a land class (its name, any case), t CO2 for a hectare and year.</summary>
    /// <exception cref="CarbonCompException">No such class.</exception>
    public double Absorption(string landClass) => absorption.TryGetValue(landClass.Trim(), out var value) ? value
        : throw new CarbonCompException($"Land class \"{landClass}\" has no absorption coefficient. Known classes: "
            + $"{Listing.Of(absorption.Keys)}. Say which one it counts as.");
}
