using CarbonComp.Tests.Data;

namespace CarbonComp.Tests;

public class SectorConcordancesTests
{
    private static readonly SectorConcordances All = SectorConcordances.Load(CaseFolder.Path("concordances"));
    private static readonly SectorAxis Inventory = SectorAxis.Of(Enumerable.Range(1, 45).Select(i => FormattableString.Invariant($"{i:00}")));

    public static TheoryData<string> Classifications { get; } = [.. All.Classifications];

    public static TheoryData<string> Linked { get; } = ["2018-153", "2017-149", "2012-139", "2007-135", "2002-122", "2017-42", "2015-42", "2010-41", "2005-42"];

    [Theory, MemberData(nameof(Classifications))]
    public void Every_classification_leads_to_seven_sectors_and_the_steps_compose(string classification)
    {
        var direct = All.Between(classification, "7");
        Assert.Equal(Seven, direct.To.Codes);
        if (classification is "7" or "9" or "30") return;
        var (thirty, nine, seven) = (All.Between(classification, "30"), All.Between("30", "9"), All.Between("9", "7"));
        Assert.All(Enumerable.Range(0, direct.From.Count), i => Assert.Equal(direct[i], seven[nine[thirty[i]]]));
    }

    [Theory, MemberData(nameof(Linked))]
    public void Every_sector_of_the_inventory_and_of_the_table_is_linked(string classification)
    {
        var bridge = All.Inventory(classification, Inventory);
        Assert.Equal(bridge.To.Codes.Order(), bridge.Links.Select(l => l.To).Distinct().Order());
        Assert.Equal(Inventory.Codes, bridge.Links.Select(l => l.From).Distinct().Order());
        Assert.All(bridge.Links, l => Assert.False(string.IsNullOrWhiteSpace(l.Reason)));
        // Within an inventory sector emissions never leave its sector of nine: but for water conservancy and telecommunication.
        var nine = All.Between(classification, "9");
        bool Crosses(IEnumerable<SectorLink> links) => links.Select(l => nine[bridge.To.IndexOf(l.To)]).Distinct().Count() > 1;
        string[] crossing = [.. bridge.Links.GroupBy(l => l.From).Where(Crosses).Select(g => g.Key)];
        Assert.Equal(["01", "43"], crossing);
    }

    [Fact]
    public void The_seven_are_those_of_the_case_packages()
    {
        var cases = DataPackage.Load(CaseFolder.Path("bth-2020"));
        Assert.Equal(cases["sectors"].Texts("code"), All.Sectors("7").Codes);
    }

    [Fact]
    public void Manufacturing_is_divided_in_light_and_heavy()
    {
        var (nine, seven) = (All.Between("2017-149", "9"), All.Between("9", "7"));
        string Of(string code) => nine.To.Codes[nine[nine.From.IndexOf(code)]];
        Assert.Equal(("LightManufacturing", "HeavyManufacturing", "HeavyManufacturing", "Transport"), (Of("027"), Of("061"), Of("054"), Of("110")));
        Assert.Equal(["LightManufacturing", "HeavyManufacturing"], seven.From.Codes.Where((_, i) => seven.To.Codes[seven[i]] == "Manufacturing"));
    }

    [Fact]
    public void Fuel_suppliers_are_the_same_five_in_every_detailed_table()
    {
        Assert.Equal(["006", "007", "041", "042", "099"], All.FuelSuppliers("2017-149"));
        Assert.All((string[])["2018-153", "2012-139", "2007-135", "2002-122"], c => Assert.Equal(5, All.FuelSuppliers(c).Count));
        foreach (var c in (string[])["2018-153", "2017-149", "2012-139", "2007-135", "2002-122", "2017-42", "2015-42", "2010-41", "2005-42"])
        {
            var up = All.Between(c, "30");
            Assert.Equal(All.FuelSuppliers("30").Order(), All.FuelSuppliers(c).Select(s => up.To.Codes[up[up.From.IndexOf(s)]]).Distinct().Order());
        }
    }

    [Fact]
    public void A_way_that_does_not_exist_is_told()
    {
        var wrong = Assert.Throws<InputOutputException>(() => All.Between("2005-42", "2017-42"));
        Assert.Contains("2005-42 does not lead to 2017-42; it leads to 30, 9, 7", wrong.Message);
        Assert.Contains("no classification \"43\"", Assert.Throws<InputOutputException>(() => All.Sectors("43")).Message);
        Assert.Contains("No inventory is linked to 9", Assert.Throws<InputOutputException>(() => All.Inventory("9", Inventory)).Message);
    }

    private static readonly string[] Seven =
        ["Agriculture", "Mining", "Manufacturing", "Energy", "Construction", "TradeAccommodationCatering", "OtherServices"];
}
