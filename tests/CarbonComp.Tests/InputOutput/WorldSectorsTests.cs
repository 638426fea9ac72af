using CarbonComp.Tests.Data;

namespace CarbonComp.Tests;

public class WorldSectorsTests
{
    private static readonly WorldSectors All = WorldSectors.Load(CaseFolder.Path("concordances"));

    [Theory]
    [InlineData("figaro-64", 64), InlineData("oecd-45", 45), InlineData("wiod-2013", 35), InlineData("wiod-2016", 56), InlineData("adb-35", 35)]
    [InlineData("exiobase-163", 163), InlineData("isic-4", 21)]
    public void Every_sector_leads_to_a_section_and_to_nine_and_seven_sectors(string classification, int count)
    {
        var sectors = All.Sectors(classification);
        Assert.Equal(count, sectors.Count);
        foreach (var to in (string[])["isic-4", "9", "7"])
        {
            var concordance = All.From(sectors, classification, to);
            Assert.Equal(concordance.To.Count, Enumerable.Range(0, count).Select(i => concordance[i]).Distinct().Count());
        }
        Assert.Equal(7, All.From(sectors, classification, "7").To.Count);
        // Nine and seven agree.
        var (nine, seven) = (All.From(sectors, classification, "9"), All.From(sectors, classification, "7"));
        var step = SectorConcordances.Load(CaseFolder.Path("concordances")).Between("9", "7");
        Assert.All(Enumerable.Range(0, count), i =>
            Assert.Equal(seven.To.Codes[seven[i]], step.To.Codes[step[step.From.IndexOf(nine.To.Codes[nine[i]])]]));
    }

    [Fact]
    public void Letters_of_nace_are_the_sections_and_divisions_agree_between_publications()
    {
        foreach (var classification in (string[])["figaro-64", "oecd-45", "wiod-2016"])
        {
            var (sectors, sections) = (All.Sectors(classification), All.From(All.Sectors(classification), classification, "isic-4"));
            Assert.All(Enumerable.Range(0, sectors.Count).Where(i => sectors.Codes[i] != "R_S"), i =>
                Assert.Equal(sectors.Codes[i][..1], sections.To.Codes[sections[i]]));
        }
        string Nine(string classification, string code) => All.From(All.Sectors(classification), classification, "9") is var c
            ? c.To.Codes[c[c.From.IndexOf(code)]] : "";
        foreach (var division in (string[])["C16", "C19", "C24", "C30", "F", "H50", "H53", "I"])
            Assert.Single(new[] { Nine("figaro-64", division), Nine("oecd-45", division), Nine("wiod-2016", division) }.Distinct());
        Assert.Equal(("LightManufacturing", "Energy", "Transport"), (Nine("wiod-2013", "c4"), Nine("adb-35", "c17"), Nine("exiobase-163", "i60.2")));
    }

    [Fact]
    public void A_tables_own_axis_is_matched_by_code_or_name()
    {
        // EXIOBASE's files have names, FIGARO's tables by product a prefix.
        var named = All.From(SectorAxis.Of("Cultivation of wheat", "Air transport (62)"), "exiobase-163", "9");
        Assert.Equal(["Agriculture", "Transport"], named.To.Codes);
        Assert.Equal(["A", "C"], All.From(SectorAxis.Of("CPA_A01", "CPA_C24"), "figaro-64", "isic-4").To.Codes);
        Assert.Contains("oecd-45 has no sectors c1, zz.", Assert.Throws<InputOutputException>(() =>
            All.From(SectorAxis.Of("A03", "c1", "zz"), "oecd-45", "7")).Message);
        Assert.Contains("There are: figaro-64", Assert.Throws<InputOutputException>(() => All.Sectors("gloria")).Message);
    }
}
