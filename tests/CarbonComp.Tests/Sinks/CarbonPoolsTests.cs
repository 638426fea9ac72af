namespace CarbonComp.Tests;

public class CarbonPoolsTests
{
    [Fact]
    public void Columns_may_stand_in_any_order_and_case_beside_others()
    {
        using var file = new TemporaryFile("pools.csv", "C_Dead,remark,LUCODE,c_SOIL,lulc_name,c_above,C_below\n1,x,1,60,林地,15,10\n0,y,2,20,Urban,5,3\n\n");
        var pools = CarbonPools.Read(file.Path, ValueStatus.Illustrative);
        Assert.Equal(new CarbonPool(1, "林地", 15, 10, 60, 1), pools["林地"]);
        Assert.Equal([86, 28], pools.All.Select(p => p.Total));
        Assert.Same(pools[2], pools["urban"]);
        Assert.Same(pools[2], pools["2"]);
    }

    [Fact]
    public void Without_a_name_a_class_is_called_by_its_number()
    {
        using var file = new TemporaryFile("pools.csv", "lucode,c_above,c_below,c_soil,c_dead\n7,1,1,1,1\n");
        Assert.Equal("7", Assert.Single(CarbonPools.Read(file.Path, ValueStatus.Illustrative).All).Name);
    }

    [Theory]
    [InlineData("lucode,c_above,c_below,c_soil\n1,1,1,1\n", "c_dead")]
    [InlineData("lucode,c_above,c_below,c_soil,c_dead\n1,1,1,1,1\n2,1,many,1,1\n", "line 3, column c_below")]
    [InlineData("lucode,c_above,c_below,c_soil,c_dead\n1,1,1,1,\n", "column c_dead")]
    [InlineData("lucode,c_above,c_below,c_soil,c_dead\n1.5,1,1,1,1\n", "column lucode")]
    [InlineData("lucode,c_above,c_below,c_soil,c_dead\n1,1,1,1\n", "line 2")]
    [InlineData("lucode,c_above,c_below,c_soil,c_dead\n1,1,-1,1,1\n", "1 (1)")]
    [InlineData("lucode,c_above,c_below,c_soil,c_dead\n1,1,1,1,1\n1,2,2,2,2\n", "Duplicate land class 1")]
    [InlineData("lucode,c_above,c_below,c_soil,c_dead\n", "no land class")]
    public void A_wrong_table_is_refused_with_the_place(string content, string named)
    {
        using var file = new TemporaryFile("pools.csv", content);
        Assert.Contains(named, Assert.ThrowsAny<CarbonCompException>(() => CarbonPools.Read(file.Path, ValueStatus.Illustrative)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Table_1_of_the_paper_sums_to_its_densities()
    {
        var pools = CarbonPools.From(DataPackage.Load(CarbonStorageTests.Repository("data/bth-2020"))["carbon-pools"]);
        Assert.Equal([120.86, 245.85, 164.34, 33.10, 98.40, 57.41], pools.All.Select(p => Math.Round(p.Total, 2)));
        Assert.Equal(ValueStatus.Paper, pools.Status);
    }
}
