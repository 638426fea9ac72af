namespace CarbonComp.Prepare;

/// <summary>The layout of EXIOBASE 3: tab-separated, two heading rows, two label columns, an extension in a folder of its own. Unit: million euro.</summary>
internal static class ExiobaseLayout
{
    public static void Write(string folder, SampleTable world)
    {
        var table = world.Table;
        string Line(params object[] parts) => Cells.Line("\t", parts);
        string Rows(Func<int, object> cells) => string.Concat(world.Each(i => Line(world.Country(i), world.Sector(i), cells(i))));
        Cells.Zip(Path.Combine(folder, "exiobase.zip"),
            ("IOT/Z.txt", Line("", "", world.Each(world.Country)) + Line("", "", world.Each(world.Sector))
                + Rows(i => world.Each(j => table.Intermediate[i, j] / 1e6))),
            ("IOT/Y.txt", Line("", "", world.EachRegion(SampleTable.CountryOf)) + Line("", "", world.EachRegion(_ => "Households"))
                + Rows(i => world.EachRegion(r => table.FinalUse[i, r] / 1e6))),
            ("IOT/x.txt", Line("region", "sector", "indout") + Rows(i => table.Output[i] / 1e6)),
            ("IOT/air/F.txt", Line("", world.Each(world.Country)) + Line("", world.Each(world.Sector)) + Line("CO2", world.Each(i => i + 1))));
    }
}
