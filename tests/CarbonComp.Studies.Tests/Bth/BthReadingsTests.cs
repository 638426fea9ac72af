namespace CarbonComp.Studies.Tests;

public class BthReadingsTests
{
    [Fact]
    public void Intensity_as_printed_is_the_input_areas_mass_over_the_squared_distance()
    {
        Assert.Equal(25e6 / 1e4, BthReadings.PrintedIntensity.Formula(outputSurplus: 1, inputMass: 25e6, distance: 100, range: 1), 9);
        Assert.Throws<ArgumentOutOfRangeException>(() => BthReadings.PrintedIntensity.Formula(1, 25e6, distance: 0, range: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BthReadings.PrintedIntensity.Formula(1, inputMass: -1, 100, 1));
    }

    [Fact]
    public void Storage_as_printed_has_the_numbers_of_carbon_and_calls_them_CO2()
    {
        var storage = CarbonStorage.Of(BthStudy.Case.LandCover, BthStudy.Case.Pools, BthStudy.Case.CountsAs);
        var printed = storage.AsPrinted();
        Assert.Equal(Unit.TonneCO2, printed.Unit);
        Assert.Equal(storage.AsCarbon.Values, printed.Values);
        Assert.Equal(44.0 / 12, storage.AsCarbonDioxide.Total / printed.Total, 12);
    }
}
