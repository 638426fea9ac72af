namespace CarbonComp.Prepare;

/// <summary>The layout of the OECD's ICIO: one heading, one label column, <c>COUNTRY_sector</c>. Unit: million US dollars.</summary>
internal static class OecdLayout
{
    public static void Write(string folder, SampleTable world)
    {
        var table = world.Table;
        string Label(int i) => $"{world.Country(i)}_S{world.Number(i)}";
        var zeros = Enumerable.Repeat("0", world.Regions + 1);
        File.WriteAllText(Path.Combine(folder, "oecd-icio.csv"),
            Cells.Line(",", "", world.Each(Label), world.EachRegion(r => SampleTable.CountryOf(r) + "_HFCE"), "OUT")
            + string.Concat(world.Each(i => Cells.Line(",", Label(i), world.Each(j => table.Intermediate[i, j] / 1e6),
                world.EachRegion(r => table.FinalUse[i, r] / 1e6), table.Output[i] / 1e6)))
            + Cells.Line(",", "VA", table.ValueAdded.Select(v => v / 1e6), zeros)
            + Cells.Line(",", "OUT", table.Output.Select(v => v / 1e6), zeros));
    }
}
