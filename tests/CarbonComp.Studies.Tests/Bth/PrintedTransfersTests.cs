namespace CarbonComp.Studies.Tests;

public class PrintedTransfersTests
{
    [Fact]
    public void The_printed_formula_counts_every_intermediate_delivery_again()
    {
        var printed = PrintedTransfers.Of(Leather.Table, Leather.Intensity);
        var (table, f) = (Leather.Table, Leather.Intensity.Values);
        var inverse = LeontiefSystem.Of(table).Inverse();
        var expected = f * inverse * table.Intermediate.RowSums();
        Assert.Equal(expected, printed.DoubleCounted.Total, 1e-9);
        Assert.Equal(450 + expected, printed.Total.Amounts.RowSums().Sum(), 1e-9);
        Assert.Contains("counts intermediate deliveries twice", printed.ToString());
    }
}
