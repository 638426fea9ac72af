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

    /// <summary>The folders of the releases from 3.9 on, in a folder as they are packed again, with the greenhouse gases of air_emissions.</summary>
    public static void WriteRelease(string folder, SampleTable world)
    {
        var table = world.Table;
        string Line(params object[] parts) => Cells.Line("\t", parts);
        string Rows(Func<int, object> cells) => string.Concat(world.Each(i => Line(world.Country(i), world.Sector(i), cells(i))));
        (string Name, string Unit, double Share)[] gases = [("CO2 - combustion - air", "kg", 1), ("CH4 - agriculture - air", "kg", 0.002),
            ("CH4 - non combustion - Mining of bituminous coal - air", "kg", 0.001), ("N2O - agriculture - air", "kg", 0.0001), ("SF6 - air", "kg", 1e-8),
            ("HFC - air", "kg CO2-eq", 0.01), ("PFC - air", "kg CO2-eq", 0.001)];
        var kilograms = 1000 * world.Emissions.In("t CO2").Values.ToColumnMajorArray().Sum() / table.Output.Sum();
        string Extension(string heads, Func<(string Name, string Unit, double Share), object> cells) =>
            heads + string.Concat(gases.Select(g => Line(g.Name, cells(g))));
        Cells.Zip(Path.Combine(folder, "exiobase-3.9.zip"),
            ("exiobase/IOT_2020_ixi/Z.txt", Line("", "", world.Each(world.Country)) + Line("", "", world.Each(world.Sector))
                + Rows(i => world.Each(j => table.Intermediate[i, j] / 1e6))),
            ("exiobase/IOT_2020_ixi/Y.txt", Line("", "", world.EachRegion(SampleTable.CountryOf)) + Line("", "", world.EachRegion(_ => "Households"))
                + Rows(i => world.EachRegion(r => table.FinalUse[i, r] / 1e6))),
            ("exiobase/IOT_2020_ixi/x.txt", Line("region", "sector", "indout") + Rows(i => table.Output[i] / 1e6)),
            ("exiobase/IOT_2020_ixi/air_emissions/F.txt", Extension(Line("", world.Each(world.Country)) + Line("", world.Each(world.Sector)),
                g => world.Each(i => Math.Round(g.Share * kilograms * table.Output[i])))),
            ("exiobase/IOT_2020_ixi/air_emissions/F_Y.txt", Extension(Line("", world.EachRegion(SampleTable.CountryOf))
                + Line("", world.EachRegion(_ => "Households")), g => world.EachRegion(r => 0))),
            ("exiobase/IOT_2020_ixi/air_emissions/unit.txt", Line("stressor", "unit") + string.Concat(gases.Select(g => Line(g.Name, g.Unit)))));
    }
}
