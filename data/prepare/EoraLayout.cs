namespace CarbonComp.Prepare;

/// <summary>The layout of Eora26: tab-separated numbers without headings, names and codes in files beside them. Unit: thousand US dollars.</summary>
/// <remarks>Value added is written one percent too small, as Eora's columns close only nearly.</remarks>
internal static class EoraLayout
{
    public static void Write(string folder, SampleTable world)
    {
        var table = world.Table;
        // In Eora, ROW is the statistical discrepancy.
        static string Code(string country) => country == "ROW" ? "CN" : country;
        string Line(params object[] parts) => Cells.Line("\t", parts);
        string Rows(Func<int, object> cells) => string.Concat(world.Each(i => Line(cells(i))));
        Cells.Zip(Path.Combine(folder, "eora.zip"),
            ("Eora26_2015_bp_T.txt", Rows(i => world.Each(j => table.Intermediate[i, j] / 1e6))),
            ("Eora26_2015_bp_FD.txt", Rows(i => world.EachRegion(r => table.FinalUse[i, r] / 1e6))),
            ("Eora26_2015_bp_VA.txt", Line(table.ValueAdded.Select(v => 0.99 * v / 1e6))),
            ("labels_T.txt", string.Concat(world.Each(i => Line(world.Region(i), Code(world.Country(i)), "Industries", world.Sector(i))))),
            ("labels_FD.txt", string.Concat(world.EachRegion(r => Line(table.Regions.Labels[r], Code(SampleTable.CountryOf(r)), "Final Demand", "All uses")))));
    }
}
