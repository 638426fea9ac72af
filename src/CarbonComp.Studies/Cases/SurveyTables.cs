using System.Collections.Concurrent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>The provincial tables of 2007 that show how much a province supplies itself, at the thirty common sectors.</summary>
/// <remarks>Supply is output less exports, own supply what of it does not flow to other provinces, demand own supply and inflow. The tables are used that
/// keep trade abroad apart and count trade gross (<c>data/provincial-statistics/surveys.csv</c>).</remarks>
public sealed class SurveyTables
{
    /// <summary>The year of the tables.</summary>
    public const int Year = 2007;

    private const string Classification = "2010-41", Common = "30";

    private readonly DataPackage package;
    private readonly SectorConcordances concordances;
    private readonly DataTable surveys;
    private readonly ConcurrentDictionary<string, SelfSupplyCalibration> calibrated = new();

    /// <summary>The tables of a data package.</summary>
    /// <param name="package">The package <c>data/provincial-statistics</c>.</param>
    /// <param name="concordances">The classifications of sectors.</param>
    public SurveyTables(DataPackage package, SectorConcordances concordances) =>
        (this.package, this.concordances, surveys) = (package, concordances, package["surveys"]);

    /// <summary>The provinces of a use: <c>calibration</c>, <c>test</c>, or both if none is named.</summary>
    /// <param name="uses">Some of the uses.</param>
    public RegionAxis Provinces(params IReadOnlyList<string> uses)
    {
        string[] wanted = [.. uses.Count == 0 ? ["calibration", "test"] : uses];
        return RegionAxis.Of(surveys.Texts("region").Zip(surveys.Texts("use")).Where(s => wanted.Contains(s.Second)).Select(s => s.First));
    }

    /// <summary>δ of each common sector, or of each of broader ones, calibrated on some of the tables.</summary>
    /// <param name="uses">Which tables: <c>calibration</c>, <c>test</c>, or both if none is named.</param>
    public SelfSupplyCalibration Calibrate(params IReadOnlyList<string> uses) => CalibrateIn(Common, uses);

    /// <summary>The same in the sectors of a classification that the common ones lead to: <c>9</c> or <c>7</c>.</summary>
    /// <inheritdoc cref="Calibrate"/>
    /// <param name="classification">The sectors.</param>
    /// <param name="uses">As for <see cref="Calibrate"/>.</param>
    public SelfSupplyCalibration CalibrateIn(string classification, params IReadOnlyList<string> uses) =>
        calibrated.GetOrAdd($"{classification}|{string.Join('|', uses)}", _ => Calibrated(Provinces(uses), classification));

    private SelfSupplyCalibration Calibrated(RegionAxis provinces, string classification)
    {
        var (supply, own, inflow) = Trade(provinces, classification);
        return SelfSupplyCalibration.Of(own, supply, (own + inflow).Named("demand"), Size(provinces));
    }

    /// <summary>Own supply and demand of some provinces.</summary>
    /// <param name="provinces">Some of <see cref="Provinces"/>.</param>
    public SelfSupply SelfSupply(RegionAxis provinces)
    {
        var (_, own, inflow) = Trade(provinces);
        return new(own.Named("own deliveries"), (own + inflow).Named("demand"));
    }

    /// <summary>δ times a factor, at most 0.99: above 1 regions trade more, below 1 less.</summary>
    /// <param name="deltas">δ by product.</param>
    /// <param name="openness">The factor, 0 to 10.</param>
    internal static LabelledVector Scaled(LabelledVector deltas, double openness) => openness is not (>= 0 and <= 10)
        ? throw new InputOutputException(Invariant($"The openness is {openness}. It is a factor from 0 to 10; above 1 regions trade more."))
        : openness == 1 ? deltas
        : new(Invariant($"{openness} × {deltas.Name}"), deltas.Axis, deltas.Values.Map(d => Math.Min(d * openness, 0.99), Zeros.Include), deltas.Unit,
            deltas.Status);

    private (LabelledMatrix Supply, LabelledMatrix Own, LabelledMatrix Inflow) Trade(RegionAxis provinces, string classification = Common)
    {
        var rows = package["survey-2007"].Where("region", provinces.Labels);
        LabelledMatrix Of(string field) => TableAggregation.Aggregate(rows.Matrix(field, provinces, concordances.Sectors(Classification)),
            sectors: concordances.Between(Classification, classification));
        var supply = (Of("output") - Of("exports")).Named("supply");
        // More goes out than is made where a province sells on what it bought: then nothing of its own stays.
        var own = supply - Of("outflow");
        return (supply, new("own supply", own.Rows, own.Columns, own.Values.PointwiseMaximum(0), own.Unit, own.Status), Of("inflow"));
    }

    // Each province's share of the output of all that have a table.
    private LabelledVector Size(RegionAxis provinces)
    {
        var rows = package["survey-2007"];
        var all = rows.Numbers("output").Sum();
        return new("share of output", provinces, provinces.Labels.Select(p => rows.Where("region", p).Numbers("output").Sum() / all), Unit.One,
            rows.StatusOf("output"));
    }
}
