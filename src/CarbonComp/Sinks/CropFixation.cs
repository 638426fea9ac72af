namespace CarbonComp.Sinks;

/// <summary>Carbon that the crops of each region fix in a year (<c>docs/methods.md#crops</c>).</summary>
/// <remarks>
/// <para><c>C_r = Σ_i output_ri · (1 − water_i) · carbon_i / harvest index_i</c>: what the harvested part weighs dry, times carbon, over its share of the
/// plant.</para>
/// <para>It is a flow of one year, and a gross one: what is eaten, burnt or rots gives most of it back within a year. Only what stays in soil is a sink
/// for longer. It is not carbon storage.</para>
/// </remarks>
public sealed record CropFixation : Tabular
{
    private CropFixation(LabelledMatrix byCrop, CropCoefficients coefficients, IReadOnlyList<string> missing) =>
        (ByCrop, Coefficients, Missing) = (byCrop, coefficients, missing);

    /// <summary>Fixation by the output of a year: a mass of crops by region (rows) and crop (columns), whose codes or labels name the coefficients.</summary>
    /// <remarks>Crops without coefficients are left out, and named in <see cref="Missing"/>; they are not taken as zero without a word.</remarks>
    /// <exception cref="UnitException">Not a mass of crops.</exception>
    /// <exception cref="CarbonCompException">A negative output, whose crop and region are named, or no crop that has coefficients.</exception>
    public static CropFixation Of(LabelledMatrix output, CropCoefficients coefficients)
    {
        var tonnes = output.RequireNotNegative("Output cannot be negative.").In("t crops");
        var crops = Enumerable.Range(0, tonnes.Columns.Count)
            .Select(j => (At: j, Label: tonnes.Columns.Labels[j], Name: NameIn(coefficients, tonnes.Columns.Codes[j], tonnes.Columns.Labels[j]))).ToArray();
        var known = crops.Where(c => c.Name is not null).ToArray();
        if (known.Length == 0)
            throw new CarbonCompException($"None of the crops of {output.Name} has coefficients: {Listing.Of(crops.Select(c => c.Label))}. "
                + $"There are coefficients of {Listing.Of(coefficients.All.Select(c => c.Crop))}.");
        var axis = CategoryAxis.Of(tonnes.Columns.Kind, known.Select(c => (tonnes.Columns.Codes[c.At], c.Label, "")));
        var perTonne = new LabelledVector("fixed", axis, known.Select(c => coefficients[c.Name!].FixedPerTonne), CropCoefficients.PerTonne,
            ValueStatuses.Weakest(known.Select(c => coefficients[c.Name!].Status)));
        return new(tonnes.ForColumns(axis).ScaleColumns(perTonne).In(Unit.TonneCarbon).Named("carbon fixed by crops"), coefficients,
            [.. crops.Where(c => c.Name is null).Select(c => c.Label)]);
    }

    /// <summary>t C by region and crop.</summary>
    public LabelledMatrix ByCrop { get; }

    /// <summary>The coefficients.</summary>
    public CropCoefficients Coefficients { get; }

    /// <summary>The crops that have no coefficients and are not counted.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>t C by region.</summary>
    public LabelledVector AsCarbon => ByCrop.RowSums();

    /// <summary>t CO2 by region: carbon times 44/12.</summary>
    public LabelledVector AsCarbonDioxide => new("fixed by crops in a year, as CO2", ByCrop.Rows, AsCarbon.Values * CarbonDioxide.PerCarbon, Unit.TonneCO2,
        Status);

    /// <inheritdoc/>
    public override ValueStatus Status => ByCrop.Status;

    /// <inheritdoc/>
    public override string Caption => "Carbon fixed by crops in a year" + (Missing.Count == 0 ? "" : $", without {Listing.Of(Missing)}");

    /// <summary>A row a region: carbon, and the same as CO2.</summary>
    public override Columns ToColumns() => Columns.Of(AsCarbon.Named("carbon"), AsCarbonDioxide.Named("as CO2"));

    private static string? NameIn(CropCoefficients coefficients, string code, string label) =>
        coefficients.Has(code) ? code : coefficients.Has(label) ? label : null;
}
