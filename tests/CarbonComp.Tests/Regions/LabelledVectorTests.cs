namespace CarbonComp.Tests;

public class LabelledVectorTests
{
    private static readonly LabelledVector Net = new("net payment", new CategoryAxis("city", "A", "B", "C", "D"), [-1, 3, 0, 2], Unit.Yuan,
        ValueStatus.Illustrative);

    [Fact]
    public void Labels_are_ranked_by_their_numbers() => Assert.Equal(["B", "D", "C", "A"], Net.Ranked());

    [Fact]
    public void Only_labels_whose_number_is_asked_for_are_ranked()
    {
        Assert.Equal(["B", "D"], Net.Ranked(v => v > 0));
        Assert.Empty(Net.Ranked(v => v > 5));
    }

    [Fact]
    public void A_number_that_cannot_be_is_named_with_label_unit_and_advice_in_the_rooms_own_error()
    {
        LabelledVector Of(string name, double second, string unit) => new(name, RegionAxis.Of("A", "B"), [1, second], Unit.Parse(unit),
            ValueStatus.Illustrative);
        Assert.Equal("absorption of B is -2 Mt CO2. It cannot be negative; absorption is given as a positive amount.",
            Assert.Throws<CarbonCompException>(() => CarbonBudget.Of(Of("emissions", 1, "Mt CO2"), Of("absorption", -2, "Mt CO2"))).Message);
        Assert.Equal("GDP of B is 0 100 million yuan. It must be positive.",
            Assert.Throws<CarbonCompException>(() => CompensationCoefficient.ShareOf(Of("GDP", 0, "100 million yuan"))).Message);
        Assert.Equal("inventory of B is -0.5 kt CO2. It cannot be negative.",
            Assert.Throws<EmissionsException>(() => Of("inventory", -0.5, "kt CO2").RequireNotNegative(error: m => new EmissionsException(m))).Message);
        Assert.Equal("Engel of B is 100 %. An Engel coefficient lies between 0 and 1 (0 and 100 %). Is its unit right?",
            Assert.Throws<CarbonCompException>(() => CompensationCoefficient.GrowthCurve(Of("K", 1, "1"), Of("Engel", 100, "%"))).Message);
    }
}
