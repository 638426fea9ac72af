namespace CarbonComp.Studies;

/// <summary>Which of the seven sectors of the cases each sector of somebody's table belongs to.</summary>
internal static class SevenSectors
{
    /// <summary>The concordance, by name in either language.</summary>
    /// <param name="sectors">Those of the table.</param>
    /// <param name="seven">Those of the case.</param>
    /// <param name="known">The forty-two sectors of the tables of 2017: fields code, name, local_name, sector.</param>
    /// <exception cref="AxisException">Sectors that are neither; the message names them.</exception>
    public static Concordance Of(SectorAxis sectors, SectorAxis seven, DataTable known)
    {
        string? Label(Sector s) => new[] { s.Code, s.Name, s.LocalName }.FirstOrDefault(sectors.Contains);
        if (sectors.Count == seven.Count && seven.All(s => Label(s) is not null))
            return Concordance.Of(sectors, seven, seven.Select(s => (Label(s)!, s.Code)));
        // Names are sure; numbers only where there are as many sectors, since other lists are numbered from 1 too.
        var named = known.Texts("name").Zip(known.Texts("sector")).Concat(known.Texts("local_name").Zip(known.Texts("sector")))
            .ToLookup(p => p.First, p => p.Second, StringComparer.OrdinalIgnoreCase);
        var numbered = known.Texts("code").Zip(known.Texts("sector")).ToDictionary(p => p.First, p => p.Second);
        string? Sector(Sector s) => new[] { s.Name, s.LocalName }.SelectMany(n => named[n]).FirstOrDefault()
            ?? (sectors.Count == known.RowCount ? numbered.GetValueOrDefault(s.Code.TrimStart('0')) : null);
        string[] strange = [.. sectors.Where(s => Sector(s) is null).Select(s => s.Name)];
        return strange.Length == 0 ? Concordance.Of(sectors, seven, sectors.Select(s => (s.Code, Sector(s)!)))
            : throw new AxisException($"The table's {sectors.Count} sectors are neither the seven nor the forty-two of the tables of 2017: "
            + $"{Listing.Of(strange, 8)} "
                + $"{(strange.Length == 1 ? "is" : "are")} not known. Give a concordance that says which of the seven each belongs to.");
    }
}
