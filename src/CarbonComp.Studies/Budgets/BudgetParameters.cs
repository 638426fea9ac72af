namespace CarbonComp.Studies;

/// <summary>Checks of the parameters of a budget.</summary>
internal static class BudgetParameters
{
    // An Engel coefficient below 1 % means that a fraction was given instead of a percentage.
    private const double LeastEngel = 0.01;

    private const string Dollars = "US$/t CO2";

    public static void Check(DataTable parameters, Faults faults)
    {
        const string international = "sink_price_international_", domestic = "sink_price_domestic_";
        Parameter(parameters, "engel", Unit.One, v => v is >= LeastEngel and < 1,
            "An Engel coefficient lies between 0 and 1, or 0 and 100 %, and none is below 1 %. Write 30 with the unit %, or 0.3 with the unit 1.", faults);
        Parameter(parameters, "exchange_rate", Unit.Parse("yuan/US$"), v => v > 0, "An exchange rate is positive: yuan for a dollar.", faults);
        Prices(parameters, international, Unit.Parse(Dollars), faults);
        // Domestic prices are there where somebody knows them.
        if (new[] { $"{domestic}minimum", $"{domestic}maximum" }.Where(parameters.Texts("parameter").Contains).ToArray() is { Length: > 0 } given)
        {
            if (given.Length == 1) faults.Add(parameters.File, $"it has {given[0]} alone. Give {domestic}minimum and {domestic}maximum, or neither.");
            else Prices(parameters, domestic, Unit.YuanPerTonneCO2, faults);
        }
        Parameter(parameters, "growth_curve_a", Unit.One, v => v >= 0, "a of the growth curve (docs/methods.md#jx-14) must be zero or positive.", faults);
        Parameter(parameters, "growth_curve_b", Unit.One, double.IsFinite, "b of the growth curve (docs/methods.md#jx-14) must be a finite number.", faults);
    }

    private static void Prices(DataTable parameters, string market, Unit unit, Faults faults)
    {
        if (Parameter(parameters, $"{market}minimum", unit, v => v >= 0, "A price must be zero or positive.", faults) is { } least)
            Parameter(parameters, $"{market}maximum", unit, v => v >= least, $"The highest price is below the lowest, {market}minimum. Exchange them.", faults);
    }

    private static double? Parameter(DataTable parameters, string name, Unit unit, Func<double, bool> holds, string demand, Faults faults)
    {
        try
        {
            var value = parameters.Value(name, unit);
            if (holds(value)) return value;
            var row = parameters.Where("parameter", name);
            faults.Add(row.Wrong(0, "value", $"It is read in {row.UnitOf("value")}. {demand}"));
        }
        catch (DataException wrong) { faults.Add(wrong); }
        return null;
    }
}
