using System.Collections.Frozen;

namespace CarbonComp.Sinks;

/// <summary>Coefficients of carbon fixation, one a crop, with their source.</summary>
public sealed record CropCoefficients : Tabular
{
    private readonly FrozenDictionary<string, CropCoefficient> byCrop;

    /// <summary>Creates a set of at least one crop, each once. All wrong numbers are told together.</summary>
    /// <exception cref="CarbonCompException">No crop, a crop twice, or a number outside its range; the message names the crops.</exception>
    public CropCoefficients(string source, IEnumerable<CropCoefficient> coefficients)
    {
        (Source, All) = (source, [.. coefficients]);
        if (All.Count == 0) throw new CarbonCompException($"{source}: there is no crop. List at least one.");
        string[] faults = [.. All.SelectMany(Faults)];
        if (faults.Length > 0) throw new CarbonCompException($"{source}: {string.Join(" ", faults)}");
        if (All.GroupBy(c => c.Crop, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new CarbonCompException($"{source}: duplicate crop {twice.Key}. List each crop once.");
        byCrop = All.ToFrozenDictionary(c => c.Crop, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads a table with the fields <c>crop</c>, <c>carbon_content</c>, <c>water_content</c> and <c>harvest_index</c>.</summary>
    /// <exception cref="DataException">A missing field or an empty cell.</exception>
    /// <exception cref="UnitException">A carbon content that is not a mass of carbon for a mass of crops.</exception>
    public static CropCoefficients From(DataTable table)
    {
        var (carbon, water, index) = (Values("carbon_content", "t C/t crops"), Values("water_content", "1"), Values("harvest_index", "1"));
        return new(table.Title, table.Texts("crop").Select((crop, i) =>
            new CropCoefficient(crop, carbon[i], water[i], index[i], table.Where("crop", crop).StatusOf("harvest_index"))));

        Vector<double> Values(string field, string unit) => table.Numbers(field) * table.UnitOf(field).To(Unit.Parse(unit));
    }

    /// <summary>Where the numbers are from.</summary>
    public string Source { get; }

    /// <summary>The coefficients in their order.</summary>
    public IReadOnlyList<CropCoefficient> All { get; }

    /// <inheritdoc/>
    public override string Caption => $"Coefficients of carbon fixation: {Source}";

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(All.Select(c => c.Status));

    /// <summary>The coefficients of a crop, in any case.</summary>
    /// <exception cref="CarbonCompException">No such crop; the message lists those there are.</exception>
    public CropCoefficient this[string crop] => byCrop.TryGetValue(crop, out var found) ? found
        : throw new CarbonCompException($"{Source} has no coefficients of {crop}. There are: {Listing.Of(byCrop.Keys)}. Add them.");

    /// <summary>Whether a crop has coefficients.</summary>
    public bool Has(string crop) => byCrop.ContainsKey(crop);

    /// <summary>One row a crop.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, All).With("crop", c => c.Crop)
        .With("carbon content", c => c.CarbonContent, PerTonne).With("water content", c => c.WaterContent, Unit.One)
        .With("harvest index", c => c.HarvestIndex, Unit.One).With("fixed", c => c.FixedPerTonne, PerTonne)
        .With("status", c => c.Status.ToString().ToLowerInvariant());

    internal static Unit PerTonne { get; } = Unit.Parse("t C/t crops");

    private static IEnumerable<string> Faults(CropCoefficient c)
    {
        if (string.IsNullOrWhiteSpace(c.Crop)) yield return "A crop has no name. Name it.";
        if (!(c.CarbonContent > 0 && c.CarbonContent < 1))
            yield return Invariant($"The carbon content of {c.Crop} is {c.CarbonContent}. It must be between 0 and 1; plants have about 0.45.");
        if (!(c.WaterContent >= 0 && c.WaterContent < 1))
            yield return Invariant($"The water content of {c.Crop} is {c.WaterContent}. It must be a share from 0 to below 1.");
        if (!(c.HarvestIndex > 0 && c.HarvestIndex <= 1))
            yield return Invariant($"The harvest index of {c.Crop} is {c.HarvestIndex}. It must be above 0 and at most 1.");
    }
}
