namespace CarbonComp.Studies;

// A division of the mainland's provinces, by their English names.
internal sealed record ProvinceGroups(string Kinds, (string Group, string[] Provinces)[] Members)
{
    public RegionAxis Axis { get; } = RegionAxis.Of(Members.Select(m => m.Group));

    public Concordance Of(RegionAxis provinces) => Concordance.Of(provinces, Axis, provinces.Select(p => (p.Code,
        Members.FirstOrDefault(m => m.Provinces.Contains(p.Name, StringComparer.OrdinalIgnoreCase)).Group
            ?? throw new AxisException($"{p.Name} is in none of the {Kinds}. "
                + $"Name provinces in English without their kind (\"Inner Mongolia\"), or give a concordance of your own."))));
}
