namespace CarbonComp.Formats.Tests;

public class NationalBureauEmissionsTests
{
    private static readonly SectorConcordances Concordances = SectorConcordances.Load(CaseFolder.Path("concordances"));

    [Theory, InlineData("2017-42", 42, 2, "13"), InlineData("2017-149", 149, 3, "054"), InlineData("2007-135", 135, 3, "050")]
    public void An_inventory_is_carried_to_a_table_without_loss(string classification, int sectors, int digits, string cement)
    {
        using var folder = new TemporaryFolder();
        var (sample, bureau) = (new InventorySample(1), new BureauSample(sectors) { Digits = digits });
        Workbook.Write(folder.File("i.xlsx"), ("Hebei2017", sample.Rows()));
        Workbook.Write(folder.File("t.xlsx"), ("Table", bureau.Rows()));
        var inventory = CeadsInventory.Read(folder.File("i.xlsx"))[0];
        var table = NationalBureauTable.Read(folder.File("t.xlsx"), cancellation: TestContext.Current.CancellationToken);
        var emissions = Concordances.Emissions(inventory, table, classification);
        Assert.Equal(table.Sectors.Codes, emissions.Rows.Codes);
        Assert.Equal(ValueStatus.Constructed, emissions.Status);
        for (var c = 0; c < emissions.Columns.Count; c++)
            Assert.Equal(inventory.Sources.ColumnSums()[c], emissions.ColumnSums()[c], 1e-9 * inventory.Total);
        Assert.Equal(inventory.Process.Total, emissions[cement, EmissionInventory.ProcessSource], 1e-3);
    }
}
