namespace CarbonComp.Formats;

/// <summary>The content of a column of a wide table.</summary>
/// <param name="Kind">Deliveries to a sector or a final use, a block, or nothing that is read.</param>
/// <param name="Index">Which sector of all regions, or which final use.</param>
/// <param name="Block">Which block.</param>
internal readonly record struct WideColumn(WideColumn.Content Kind, int Index = 0, TableBlock Block = TableBlock.Skip)
{
    internal enum Content { Skip, Sector, Use, Block, Outside, OutsideUse }
}
