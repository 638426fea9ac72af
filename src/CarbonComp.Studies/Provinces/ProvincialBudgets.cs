namespace CarbonComp.Studies;

/// <summary>Carbon budgets of China's provinces by either account, on the way from energy to money (notebook 00b).</summary>
/// <remarks>Sinks and GDP are the same in both accounts; only whose emissions are counted differs.</remarks>
/// <param name="china">The case.</param>
/// <param name="sinks">Its sinks.</param>
public sealed class ProvincialBudgets(ChinaProvinces china, ProvincialSinks sinks)
{
    /// <summary>Emissions of the provinces with an inventory, t CO2, households included.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="account">Whose emissions.</param>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public LabelledVector Emissions(int year, CarbonAccount account)
    {
        var emitters = china.Emitters(year);
        var transfers = china.Model(year).Transfers().Within(emitters);
        var chains = account == CarbonAccount.Territorial ? transfers.Emissions : transfers.ConsumptionBased;
        return (chains + china.HouseholdEmissions(year).For(emitters)).Named(NameOf(account));
    }

    /// <summary>Emissions, absorption and GDP of a year, with the analyses of the budget mechanism.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="account">Whose emissions.</param>
    /// <param name="choice">What counts as a sink.</param>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public CarbonBudgetModel Of(int year, CarbonAccount account, SinkChoice choice = SinkChoice.Land)
    {
        var emitters = china.Emitters(year);
        return new(Emissions(year, account), sinks.Total(year, choice).For(emitters), china.Accounts.Gdp(year).For(emitters), year);
    }

    /// <summary>Both accounts beside each other, a row a province: emissions, budget, coefficients and zone.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="choice">What counts as a sink.</param>
    /// <param name="thresholds">The borders of the zones; the documented ones if none are given.</param>
    /// <exception cref="CarbonCompException">Another year.</exception>
    public AccountComparison Compare(int year, SinkChoice choice = SinkChoice.Land, FunctionalZoneThresholds? thresholds = null) =>
        new(Of(year, CarbonAccount.Territorial, choice), Of(year, CarbonAccount.Consumption, choice), thresholds);

    /// <summary>The name of an account.</summary>
    public static string NameOf(CarbonAccount account) => account == CarbonAccount.Territorial ? "territorial" : "consumption-based";
}
