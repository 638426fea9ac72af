using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies.Tests;

/// <summary>A reader's own table of cities in the place of the constructed one.</summary>
public class CityTableTests
{
    private static readonly BeijingTianjinHebei Case = BthStudy.Case;
    private static readonly MultiRegionalTable Constructed = Case.Table;

    [Fact]
    public void A_workbook_in_the_layout_of_CEADs_gives_the_results_of_the_table_it_holds()
    {
        using var folder = new TemporaryFolder();
        CeadsTable.WriteXlsx(FiveUses(Constructed), folder.File("cities.xlsx"), TestContext.Current.CancellationToken);
        var other = BeijingTianjinHebei.Load(CaseFolder.Path("bth-2020"), folder.File("cities.xlsx"));
        Assert.False(other.IsConstructed);
        Assert.Equal(Case.Regions, other.Table.Regions);
        Equal(Case, other);
        Assert.Contains("is the given one (based on public statistics); its value added is 100 % of China's GDP", other.TableNote.Text,
            StringComparison.Ordinal);
        Assert.Contains("constructed from the nation's", Case.TableNote.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("size", "large")]
    public void A_workbook_of_more_regions_and_forty_two_sectors_is_cut_to_the_cities_and_the_rest()
    {
        var known = Case.Package["sector-concordance"];
        var sectors = new SectorAxis(known.Texts("code").Zip(known.Texts("name"), (code, name) => new Sector(code, name)));
        int[] seven = [.. known.Texts("sector").Select(Case.Sectors.IndexOf)];
        // The rest is three regions, which stand among the cities; the cities have Chinese names alone and another order.
        Region[] regions = [.. Case.Cities.Reverse().Select(c => new Region(c.LocalName, c.LocalName))];
        var axis = new RegionAxis([.. regions[..5], new("上海市", "上海市"), .. regions[5..], new("广州市", "广州市"), new("成都市", "成都市")]);
        int Old(Region r) => Array.FindIndex([.. Case.Cities], c => c.LocalName == r.Code) is var i and >= 0 ? i : 13;
        using var folder = new TemporaryFolder();
        CeadsTable.WriteXlsx(FiveUses(Spread(axis, [.. axis.Select(Old)], sectors, seven)), folder.File("cities.xlsx"),
            TestContext.Current.CancellationToken);
        var other = Case.WithCeads(folder.File("cities.xlsx"), ValueStatus.Constructed);
        Assert.Equal(Case.Regions, other.Table.Regions);
        Assert.Equal(ValueStatus.Constructed, other.Table.Status);
        Equal(Case, other);
    }

    [Fact]
    public void A_table_of_the_thirteen_alone_has_its_trade_with_the_rest_abroad()
    {
        var alone = Case.WithTable(Cut(Constructed, 13));
        Assert.Equal(Case.Cities, alone.Table.Regions);
        var (all, cities) = (Transfers(Case), Transfers(alone));
        Assert.Equal(Case.CityEmissions.Total, cities.Emissions.Total, 1);
        // What runs through the rest of China and back is missing, and nothing else.
        Assert.All(Case.Cities.Labels, city => Assert.InRange(cities.Within(Case.Cities).Outflow[city], 0.5 * all.Within(Case.Cities).Outflow[city],
            all.Within(Case.Cities).Outflow[city]));
        Assert.Contains("no other regions", alone.TableNote.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_the_table_of_the_cities_is_refused()
    {
        string Refused(MultiRegionalTable table) => Assert.Throws<AxisException>(() => Case.WithTable(table)).Message;
        Assert.Contains("no region for Cangzhou, Langfang, Hengshui", Refused(Cut(Constructed, 10)), StringComparison.Ordinal);
        Assert.Contains("Two regions of the table are Tangshan", Refused(Renamed("唐山")), StringComparison.Ordinal);
        Assert.Contains("has 河北省 beside the cities", Refused(Renamed("河北省")), StringComparison.Ordinal);
    }

    private static void Equal(BeijingTianjinHebei expected, BeijingTianjinHebei actual)
    {
        var (a, b) = (Transfers(expected), Transfers(actual));
        Assert.True((a.Amounts - b.Amounts).Enumerate().Max(Math.Abs) < 1);
        Assert.True((a.NetEmbodiedImports.Values - b.NetEmbodiedImports.Values).AbsoluteMaximum() < 1);
    }

    private static TransferMatrix Transfers(BeijingTianjinHebei study) => new EmbodiedCarbonModel(study.Table, study.TableEmissions).Transfers();

    private static MultiRegionalTable Renamed(string rest) => With(Constructed, new(Case.Cities.Append(new Region(rest, rest))));

    private static MultiRegionalTable With(MultiRegionalTable t, RegionAxis regions) => new(regions, t.Sectors, t.Intermediate, t.FinalUseByCategory, t.Exports,
        t.ImportedInputs, t.ValueAdded, t.Output, t.Status, t.Categories);

    // Every sector of a region is divided evenly among the new sectors and regions that stand for it.
    private static MultiRegionalTable Spread(RegionAxis regions, int[] oldRegion, SectorAxis sectors, int[] oldSector)
    {
        var t = Constructed;
        var (s, c, n) = (t.Sectors.Count, t.Categories.Count, regions.Count * sectors.Count);
        double RegionShare(int r) => 1.0 / oldRegion.Count(o => o == oldRegion[r]);
        int[] old = [.. Enumerable.Range(0, n).Select(i => oldRegion[i / sectors.Count] * s + oldSector[i % sectors.Count])];
        double[] share = [.. Enumerable.Range(0, n).Select(i => RegionShare(i / sectors.Count) / oldSector.Count(o => o == oldSector[i % sectors.Count]))];
        var z = Matrix<double>.Build.Dense(n, n, (i, j) => t.Intermediate[old[i], old[j]] * share[i] * share[j]);
        var y = Matrix<double>.Build.Dense(n, regions.Count * c, (i, u) => t.FinalUseByCategory[old[i], oldRegion[u / c] * c
            + u % c] * share[i] * RegionShare(u / c));
        Vector<double> Of(Vector<double> v) => Vector<double>.Build.Dense(n, i => v[old[i]] * share[i]);
        return new(regions, sectors, z, y, Of(t.Exports), Of(t.ImportedInputs), Of(t.ValueAdded), Of(t.Output), t.Status, t.Categories);
    }

    // The layout has five final uses: here all consumption is that of urban households.
    private static MultiRegionalTable FiveUses(MultiRegionalTable t)
    {
        int[] old = [-1, 0, -1, 1, 2];
        var y = Matrix<double>.Build.Dense(t.Axis.Count, t.Regions.Count * 5, (i, u) => old[u % 5] < 0 ? 0 : t.FinalUseByCategory[i, u / 5 * 3 + old[u % 5]]);
        return new(t.Regions, t.Sectors, t.Intermediate, y, t.Exports, t.ImportedInputs, t.ValueAdded, t.Output, t.Status, new CategoryAxis("final use",
            "rural households", "urban households", "government", "fixed capital", "inventories"));
    }

    // The first regions; what they trade with the others is exports and imported inputs.
    private static MultiRegionalTable Cut(MultiRegionalTable t, int regions)
    {
        var (n, uses) = (regions * t.Sectors.Count, regions * t.Categories.Count);
        var (z, y) = (t.Intermediate.SubMatrix(0, n, 0, n), t.FinalUseByCategory.SubMatrix(0, n, 0, uses));
        Vector<double> Of(Vector<double> v) => v.SubVector(0, n);
        var (x, added) = (Of(t.Output), Of(t.ValueAdded));
        return new(new(t.Regions.Take(regions)), t.Sectors, z, y, x - z.RowSums() - y.RowSums(), x - added - z.ColumnSums(), added, x, t.Status, t.Categories);
    }
}
