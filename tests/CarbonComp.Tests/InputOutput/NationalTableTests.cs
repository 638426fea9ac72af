using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class NationalTableTests
{
    private static readonly SectorAxis Sectors = SectorAxis.Of("Farms", "Works");

    private static List<TableCell> Cells() =>
    [
        new("Zd", "Farms", "Farms", 10), new("Zd", "Farms", "Works", 20), new("Zd", "Works", "Farms", 15), new("Zd", "Works", "Works", 30),
        new("Zm", "Farms", "Works", 5), new("Yd", "Farms", "consumption", 40), new("Yd", "Farms", "exports", 30),
        new("Yd", "Works", "consumption", 100), new("Yd", "Works", "exports", 55), new("Ym", "Works", "consumption", 7),
        new("V", "wages", "Farms", 50), new("V", "surplus", "Farms", 25), new("V", "wages", "Works", 145),
        new("X", "Farms", "output", 100), new("X", "Works", "output", 200),
    ];

    private static NationalTable Read(IEnumerable<TableCell> cells) => NationalTable.Of(cells, Sectors, Unit.Parse("100 million yuan"), ValueStatus.Statistic);

    private static string Refusal(Action<List<TableCell>> damage)
    {
        var cells = Cells();
        damage(cells);
        return Assert.ThrowsAny<CarbonCompException>(() => Read(cells)).Message;
    }

    [Fact]
    public void Blocks_are_read_in_canonical_units()
    {
        var table = Read(Cells());
        Assert.Equal(20e8, table.Intermediate[0, 1]);
        Assert.Equal(5e8, table.ImportedIntermediate[0, 1]);
        Assert.Equal([30e8, 55e8], table.Exports);
        Assert.Equal([75e8, 145e8], table.ValueAdded);
        Assert.Equal(["consumption"], table.Categories.Labels);
        Assert.True(table.AsSingleRegion("Nation").Validate(1e-12).IsValid);
    }

    [Fact]
    public void A_table_keeps_its_currency_and_refuses_what_is_no_money()
    {
        var table = NationalTable.Of(Cells(), Sectors, Unit.Parse("million US$"), ValueStatus.Statistic);
        Assert.Equal(20e6, table.Intermediate[0, 1]);
        Assert.Equal(Unit.Parse("US$"), table.Unit);
        Assert.Equal(table.Unit, table.AsSingleRegion("Nation").Unit);
        Assert.Contains("money", Assert.Throws<InputOutputException>(() => NationalTable.Of(Cells(), Sectors, Unit.TonneCO2, ValueStatus.Statistic)).Message);
    }

    [Fact]
    public void Damage_is_named()
    {
        Assert.Contains("no block V", Refusal(c => c.RemoveAll(x => x.Block == "V")));
        Assert.Contains("Block Zd, row Farms, column Works occurs 2 times", Refusal(c => c.Add(new("Zd", "Farms", "Works", 20))));
        Assert.Contains("Mines", Refusal(c => c.Add(new("Zd", "Mines", "Works", 1))));
        Assert.Contains("Row Nation · Works", Refusal(c => c.Add(new("Yd", "Works", "inventories", 9))));
        Assert.Contains("Column Nation · Farms", Refusal(c => c.Add(new("V", "taxes", "Farms", 9))));
        Assert.Contains("Output of Nation · Works is -", Refusal(c => c[^1] = c[^1] with { Value = -200 }));
        Assert.Contains("is not a number", Refusal(c => c[0] = c[0] with { Value = double.NaN }));
    }
}
