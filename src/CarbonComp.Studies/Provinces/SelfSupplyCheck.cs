using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>How near constructed tables of 2007 come to what provincial tables of that year show of own supply and of what flows in.</summary>
/// <remarks>A constructed share of own supply is applied to the demand of the provincial table, so that levels of output do not matter. The error of own
/// supply is <c>Σ|constructed − observed| / Σ observed</c> over provinces and thirty sectors; that of inflow is the same sum over observed inflow, because
/// what is missed at home is missed between provinces.</remarks>
public sealed record SelfSupplyCheck : Tabular
{
    private readonly IReadOnlyList<(string Construction, RegionAxis Provinces, SelfSupply Observed, LabelledMatrix Share)> all;

    private SelfSupplyCheck(IReadOnlyList<(string, RegionAxis, SelfSupply, LabelledMatrix)> all) => this.all = all;

    /// <inheritdoc/>
    public override string Caption => Invariant($"Own supply by constructed tables of {SurveyTables.Year}, in provinces that were not used to calibrate");

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatus.Constructed;

    /// <summary>The check: δ is calibrated on one half of the provincial tables and tested on the other, and the other way round.</summary>
    /// <param name="accounts">The accounts of the provinces.</param>
    public static SelfSupplyCheck Of(ProvincialAccounts accounts)
    {
        var (construction, surveys, tables) = (new ProvincialConstruction(accounts), accounts.Surveys, accounts.NationalTables);
        var to30 = tables.Concordances.Between(tables.Classification(SurveyTables.Year), "30");
        var before = new ProvincialChoices { Options = construction.Quotients(SurveyTables.Year), CustomsTrade = false, Expenditure = false };
        ProvincialChoices Calibrated(string use) => new()
        {
            Options = construction.Options(SurveyTables.Year) with { ProductDeltas = construction.Deltas(SurveyTables.Year, use) },
        };
        (string, string, ProvincialChoices)[] tried =
        [
            ("Flegg's quotient, δ = 0.3, services local", "test", before), ("pool, δ by product from the first half", "test", Calibrated("calibration")),
            ("Flegg's quotient, δ = 0.3, services local", "calibration", before), ("pool, δ by product from the second half", "calibration",
                Calibrated("test")),
        ];
        return new([.. tried.Select(t =>
        {
            var (name, use, choices) = t;
            var provinces = surveys.Provinces(use);
            var table = TableAggregation.Aggregate(construction.Table(SurveyTables.Year, choices).Table, sectors: to30);
            return (name, provinces, surveys.SelfSupply(provinces), InputOutput.SelfSupply.Of(table).Share.ForRows(provinces));
        })]);
    }

    /// <summary>The error of own supply of each row, as a share of observed own supply.</summary>
    public IReadOnlyList<double> Errors => [.. all.Select(a => Missed(a.Observed, a.Share) / a.Observed.Own.Total)];

    /// <summary>The same sums as a share of observed inflow.</summary>
    public IReadOnlyList<double> InflowErrors => [.. all.Select(a => Missed(a.Observed, a.Share) / (a.Observed.Demand.Total - a.Observed.Own.Total))];

    /// <summary>One row a construction and half of the provinces.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, all, Status).With("construction", a => a.Construction)
        .With("provinces", a => string.Join(", ", a.Provinces.Labels))
        .With("own supply, observed (%)", a => 100 * a.Observed.Own.Total / a.Observed.Demand.Total)
        .With("constructed (%)", a => 100 * Own(a.Observed, a.Share).Enumerate().Sum() / a.Observed.Demand.Total)
        .With("error of own supply (%)", a => 100 * Missed(a.Observed, a.Share) / a.Observed.Own.Total)
        .With("error of inflow (%)", a => 100 * Missed(a.Observed, a.Share) / (a.Observed.Demand.Total - a.Observed.Own.Total));

    private static Matrix<double> Own(SelfSupply observed, LabelledMatrix share) => share.Values.PointwiseMultiply(observed.Demand.Values);

    private static double Missed(SelfSupply observed, LabelledMatrix share) => (Own(observed, share) - observed.Own.Values).PointwiseAbs().Enumerate().Sum();
}
