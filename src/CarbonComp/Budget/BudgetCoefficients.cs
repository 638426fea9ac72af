namespace CarbonComp;

/// <summary>What energy, breathing and land emit and take up (JX 2.1): one choice for a whole budget.</summary>
/// <remarks>
/// The source adds numbers of different kinds: 1.87 "t/C/t" for a tonne of standard coal, 0.079 t of carbon for a person's
/// breath, and absorption in "t" that is neither said to be carbon nor CO2. <see cref="Consistent"/> is in CO2 throughout.
/// </remarks>
public sealed class BudgetCoefficients
{
    private readonly Dictionary<string, double> absorption;

    /// <summary>Creates a set.</summary>
    /// <param name="name">What the set is called in captions.</param>
    /// <param name="energy">σ, t CO2 for a tonne of standard coal, not negative.</param>
    /// <param name="respiration">θ, t CO2 for a person and year, not negative.</param>
    /// <param name="absorption">λ, t CO2 a year taken up by a hectare of each land class, positive where it takes up.</param>
    /// <param name="status">Where the numbers come from.</param>
    /// <exception cref="CarbonCompException">A number that is negative or none, or no land class.</exception>
    public BudgetCoefficients(string name, double energy, double respiration, IEnumerable<KeyValuePair<string, double>> absorption, ValueStatus status)
    {
        if (!(energy >= 0 && double.IsFinite(energy))) throw new CarbonCompException($"{name}: {energy} t CO2 for a tonne of standard coal is no "
            + $"factor. Give a number from 0 on.");
        if (!(respiration >= 0 && double.IsFinite(respiration))) throw new CarbonCompException($"{name}: {respiration} t CO2 for a person is no "
            + $"factor. Give a number from 0 on.");
        this.absorption = new(absorption, StringComparer.OrdinalIgnoreCase);
        if (this.absorption.Count == 0) throw new CarbonCompException($"{name} has no land class.");
        if (this.absorption.FirstOrDefault(a => !double.IsFinite(a.Value)) is { Key: not null } wrong)
            throw new CarbonCompException($"{name}: the absorption of {wrong.Key} is not a number.");
        (Name, Energy, Respiration, Status) = (name, energy, respiration, status);
    }

    /// <summary>CO2 throughout: σ = 2.46 t CO2/tce (0.67 t C), and JX's other numbers read as carbon, with the customary 0.58 t C/ha for
    /// forest, ten times less than printed.</summary>
    public static BudgetCoefficients Consistent { get; } = new("consistent, in CO2", 2.46, 0.079 * CarbonDioxide.PerCarbon,
        Land(0.13, 0.58, 0.022, 0.253, 0.005).ToDictionary(l => l.Key, l => l.Value * CarbonDioxide.PerCarbon), ValueStatus.Constructed);

    /// <summary>What the set is called.</summary>
    public string Name { get; }

    /// <summary>σ, t CO2/tce.</summary>
    public double Energy { get; }

    /// <summary>θ, t CO2 for a person and year.</summary>
    public double Respiration { get; }

    /// <summary>Where the numbers come from.</summary>
    public ValueStatus Status { get; }

    /// <summary>The land classes.</summary>
    public IReadOnlyCollection<string> LandClasses => absorption.Keys;

    /// <summary>λ of a land class, t CO2 a hectare and year.</summary>
    /// <param name="landClass">Its name, any case.</param>
    /// <exception cref="CarbonCompException">No such class.</exception>
    public double Absorption(string landClass) => absorption.TryGetValue(landClass.Trim(), out var value) ? value
        : throw new CarbonCompException($"Land class \"{landClass}\" has no absorption coefficient. There are: "
        + $"{string.Join(", ", absorption.Keys)}. Say which one it counts as.");

    private static KeyValuePair<string, double>[] Land(double cultivated, double forest, double grass, double water, double unused) =>
        [new("cultivated land", cultivated), new("forest", forest), new("grassland", grass), new("water", water), new("unused land", unused),
            new("construction land", 0)];
}
