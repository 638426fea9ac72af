using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests.Emissions;

public sealed class EnergyEmissionsTests
{
    private static LabelledMatrix Energy(string unit, params double[] values) =>
        new("energy", SectorAxis.Of("Steel"), new CategoryAxis("fuel", "Raw coal", "Natural gas"),
        Matrix<double>.Build.DenseOfRowMajor(1, 2, values), Unit.Parse(unit), ValueStatus.Illustrative);

    [Fact]
    public void Default_factors_are_the_IPCC_carbon_contents_per_tonne_of_standard_coal()
    {
        // 25.8 kg C/GJ · 29.3076 GJ/tce = 756.136 kg C/tce; 15.3 → 448.406; 20.2 → 592.014.
        Assert.Equal(0.756136, EmissionFactors.Ipcc2006["Raw coal"].TonneCarbonPerTce, 6);
        Assert.Equal(0.448406, EmissionFactors.Ipcc2006["natural gas"].TonneCarbonPerTce, 6);
        Assert.Equal(0.592014, EmissionFactors.Ipcc2006["Diesel oil"].TonneCarbonPerTce, 6);
    }

    [Fact]
    public void Emissions_are_the_sum_over_fuels_in_CO2()
    {
        // (100 · 0.75613608 + 10 · 0.44840628) · 44/12
        var emissions = EnergyEmissions.Of(Energy("tce", 100, 10), EmissionFactors.Ipcc2006);
        Assert.Equal((75.613608 + 4.4840628) * 44 / 12, emissions["Steel"], 9);
        Assert.Equal(Unit.TonneCO2, emissions.Unit);
        Assert.Equal(ValueStatus.Illustrative, emissions.Status);
    }

    [Fact]
    public void Energy_in_joules_gives_the_same_as_in_standard_coal()
    {
        var coal = EnergyEmissions.Of(Energy("10^4 tce", 3, 1), EmissionFactors.Ipcc2006)["Steel"];
        Assert.Equal(coal, EnergyEmissions.Of(Energy("TJ", 3 * 293.076, 293.076), EmissionFactors.Ipcc2006)["Steel"], 1e-6);
    }

    [Fact]
    public void A_factor_can_be_replaced_and_the_set_says_so()
    {
        var own = EmissionFactors.Ipcc2006.With(new EmissionFactor("Raw coal", 26.32, 0.92), "measured");
        Assert.Equal(26.32 * 29.3076 / 1000 * 0.92, own["Raw coal"].TonneCarbonPerTce, 12);
        Assert.Contains("measured", own.Caption);
        Assert.Equal(17, own.All.Count);
        Assert.Equal(18, own.With(new EmissionFactor("Peat", 28.9)).All.Count);
    }

    [Fact]
    public void Bad_input_names_the_fuel_and_the_remedy()
    {
        var carbon = new LabelledMatrix("energy", SectorAxis.Of("Steel"), new CategoryAxis("fuel", "Wood"), Matrix<double>.Build.Dense(1, 1, 1),
            Unit.TonneStandardCoal, ValueStatus.Illustrative);
        Assert.Contains("no emission factor of \"Wood\"", Assert.Throws<EmissionsException>(() => EnergyEmissions.Of(carbon, EmissionFactors.Ipcc2006))
            .Message);
        Assert.Contains("Natural gas in Steel is -1", Assert.Throws<EmissionsException>(() =>
            EnergyEmissions.Of(Energy("tce", 1, -1), EmissionFactors.Ipcc2006)).Message);
        Assert.Throws<UnitException>(() => EnergyEmissions.Of(Energy("t CO2", 1, 1), EmissionFactors.Ipcc2006));
        Assert.Contains("Coal is NaN", Assert.Throws<EmissionsException>(() => new EmissionFactors("x", [new("Coal", double.NaN)])).Message);
        Assert.Contains("at most 1", Assert.Throws<EmissionsException>(() => new EmissionFactors("x", [new("Coal", 25, 1.2)])).Message);
        Assert.Contains("twice", Assert.Throws<EmissionsException>(() => new EmissionFactors("x", [new("Coal", 25), new("coal", 26)])).Message);
    }
}
