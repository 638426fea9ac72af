namespace CarbonComp.InputOutput;

/// <summary>How far a constructed table is from a survey table of the same regions and sectors.</summary>
/// <remarks>WAPE, weighted absolute percentage error of the flows: <c>Σ|z − z*| / Σ z*</c>. STPE, standardized total percentage error of the
/// coefficients: <c>Σ|a − a*| / Σ a*</c> (Miller and Blair 2009, ch. 7). The star marks the survey.</remarks>
/// <param name="Parts">All flows, those within regions, those between them, and each region's purchases: WAPE, STPE, and the part's share of the
/// survey's flows.</param>
/// <param name="Status">The weakest status of the two tables.</param>
public sealed record TableComparison(
    IReadOnlyList<(string Part, double WeightedAbsolutePercentageError, double StandardizedTotalPercentageError, double ShareOfFlows)> Parts,
    ValueStatus Status) : Tabular
{
    /// <summary>WAPE of all intermediate flows, as a share (0.1 is 10 %).</summary>
    public double WeightedAbsolutePercentageError => Parts[0].WeightedAbsolutePercentageError;

    /// <summary>STPE of all technical coefficients, as a share.</summary>
    public double StandardizedTotalPercentageError => Parts[0].StandardizedTotalPercentageError;

    /// <inheritdoc/>
    public override string Caption => "Constructed against survey table: error of intermediate flows (WAPE) and of coefficients (STPE)";

    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <summary>Compares the intermediate flows and coefficients of two tables.</summary>
    /// <exception cref="AxisException">Other regions or sectors.</exception>
    public static TableComparison Of(MultiRegionalTable constructed, MultiRegionalTable survey)
    {
        survey.Axis.Require(constructed.Axis, "The constructed table");
        var scale = constructed.Unit.To(survey.Unit);
        var (z, surveyed) = (constructed.Intermediate * scale, survey.Intermediate);
        var (a, surveyedA) = (TechnicalCoefficients.Of(constructed), TechnicalCoefficients.Of(survey));
        var (s, all) = (survey.Sectors.Count, surveyed.Enumerate().Sum());
        (string, double, double, double) Part(string name, Func<int, int, bool> belongs)
        {
            bool In(int i, int j) => belongs(i / s, j / s);
            return (name, Error(z, surveyed, In), Error(a, surveyedA, In), Sum(surveyed, In) / all);
        }
        return new([Part("all flows", (_, _) => true), Part("within regions", (r, t) => r == t), Part("between regions", (r, t) => r != t),
            .. survey.Regions.Select((region, to) => Part($"purchases of {region}", (_, t) => t == to))],
            ValueStatuses.Weakest(constructed.Status, survey.Status));
    }

    /// <inheritdoc/>
    public override Columns ToColumns() => Table.OfRows(Caption, Parts).With("flows", p => p.Part)
        .With("share of the survey's flows", p => p.ShareOfFlows, Unit.One).With("WAPE", p => 100 * p.WeightedAbsolutePercentageError, Unit.Percent)
        .With("STPE", p => 100 * p.StandardizedTotalPercentageError, Unit.Percent);

    private static double Error(Matrix<double> of, Matrix<double> against, Func<int, int, bool> belongs) =>
        Sum(against.PointwiseAbs(), belongs) is var sum and not 0 ? Sum((of - against).PointwiseAbs(), belongs) / sum : 0;

    private static double Sum(Matrix<double> values, Func<int, int, bool> belongs) =>
        values.MapIndexed((i, j, v) => belongs(i, j) ? v : 0, Zeros.Include).Enumerate().Sum();
}
