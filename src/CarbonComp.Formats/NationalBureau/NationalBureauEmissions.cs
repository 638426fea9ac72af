namespace CarbonComp.Formats;

/// <summary>Emissions by the sectors of the National Bureau's tables.</summary>
public static class NationalBureauEmissions
{
    /// <summary>Emissions of an inventory by the sectors of a national table and by source, t CO2.</summary>
    /// <remarks>The table gives the bases by which sectors are divided; see <see cref="SectorConcordances.Emissions"/>.</remarks>
    /// <param name="concordances">Which sectors belong together.</param>
    /// <param name="inventory">The inventory.</param>
    /// <param name="table">The table whose sectors are wanted; of the inventory's year or near it.</param>
    /// <param name="classification">The classification of the table's sectors.</param>
    /// <returns>Sectors × sources; constructed where a sector had to be divided.</returns>
    /// <exception cref="InputOutputException">No such classification, or one without links.</exception>
    /// <exception cref="AxisException">A table or inventory of other sectors.</exception>
    public static LabelledMatrix Emissions(this SectorConcordances concordances, EmissionInventory inventory, NationalBureauTable table, string classification)
    {
        // Editions of a table name one sector in slightly different words; the caller says whose numbers they are.
        var sectors = concordances.Sectors(classification);
        if (!sectors.Codes.SequenceEqual(table.Sectors.Codes)) sectors.Require(table.Sectors, table.Source);
        LabelledVector Along(LabelledVector vector) => new(vector.Name, sectors, vector.Values, vector.Unit, vector.Status);
        var purchases = table.Purchases(SectorConcordances.FuelPurchases, concordances.FuelSuppliers(classification));
        return concordances.Emissions(inventory, classification, Along(purchases), Along(table.Output));
    }
}
