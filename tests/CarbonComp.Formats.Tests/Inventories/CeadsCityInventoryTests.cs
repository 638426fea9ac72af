namespace CarbonComp.Formats.Tests;

public class CeadsCityInventoryTests
{
    [Fact]
    public void Both_sheets_give_one_table_and_what_is_absent_stays_absent()
    {
        var cities = Read(Vector(), Matrix());
        Assert.Equal(3, cities.Cities.Count);
        Assert.Equal(10.5e6, cities["安徽安庆", 2018]);
        Assert.Equal(10.5e6, cities["安庆", 2018]);
        Assert.Null(cities["重庆", 2018]);
        Assert.Equal([2018, 2019], cities.Years);
        Assert.Equal(["安徽安庆", "吉林吉林"], cities.Of(2018).Axis.Labels);
        Assert.Equal(7e6, cities.Of(2019, RegionAxis.Of("吉林")).Total);
        Assert.Contains("no emissions in 2018 of 重庆", Assert.Throws<EmissionsException>(() => cities.Of(2018, RegionAxis.Of("吉林", "重庆"))).Message);
    }

    [Fact]
    public void Sheets_that_differ_are_refused_with_every_fault()
    {
        var (vector, matrix) = (Vector(), Matrix());
        vector[1][3] = 11.5;
        matrix[3][1] = 150.0;
        vector[2][0] = "安徽安庆2017";
        var wrong = Assert.Throws<DataException>(() => Read(vector, matrix)).Message;
        Assert.Contains("cell D2: 安徽安庆 in 2018 is 11.5 Mt here and 10.5 Mt in", wrong);
        Assert.Contains("cell B4: 重庆 in 2018 is 150 Mt here and absent", wrong);
        Assert.Contains("cell A3: the ID is \"安徽安庆2017\"", wrong);
    }

    [Fact]
    public void A_workbook_without_one_of_the_sheets_is_refused()
    {
        using var folder = new TemporaryFolder();
        Workbook.Write(folder.File("c.xlsx"), ("emission vector", Vector()));
        Assert.Contains("\"emission matrix\"", Assert.Throws<DataException>(() => CeadsCityInventory.Read(folder.File("c.xlsx"))).Message);
    }

    private static List<object?[]> Vector() =>
    [
        ["ID", "city", "year", "emission"], ["安徽安庆2018", "安徽安庆", 2018.0, 10.5], ["安徽安庆2019", "安徽安庆", 2019.0, 11.0],
        ["吉林吉林2018", "吉林吉林", 2018.0, 6.5], ["吉林吉林2019", "吉林吉林", 2019.0, 7.0], ["重庆2019", "重庆", 2019.0, 156.25],
    ];

    private static List<object?[]> Matrix() =>
        [["city", "2018", "2019"], ["安徽安庆", 10.5, 11.0], ["吉林吉林", 6.5, 7.0], ["重庆", null, 156.25]];

    private static CityEmissions Read(List<object?[]> vector, List<object?[]> matrix)
    {
        using var folder = new TemporaryFolder();
        Workbook.Write(folder.File("c.xlsx"), InventorySample.Note, ("emission vector", vector), ("emission matrix", matrix));
        return CeadsCityInventory.Read(folder.File("c.xlsx"), cancellation: TestContext.Current.CancellationToken);
    }
}
