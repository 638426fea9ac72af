namespace CarbonComp.Studies;

/// <summary>The coefficients that JX prints.</summary>
public static class JiangxiCoefficients
{
    /// <summary>The numbers added as they are printed, and their sum called CO2: σ = 1.87, θ = 0.079, λ = 0.13, 5.77, 0.022, 0.253, 0.005.</summary>
    public static BudgetCoefficients AsPrinted { get; } = new("as printed", 1.87, 0.079,
    [
        new("cultivated land", 0.13), new("forest", 5.77), new("grassland", 0.022), new("water", 0.253), new("unused land", 0.005), new("construction land", 0),
    ], ValueStatus.Paper);
}
