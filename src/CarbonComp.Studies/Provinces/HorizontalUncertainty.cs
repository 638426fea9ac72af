using CarbonComp.Uncertainty;

namespace CarbonComp.Studies;

/// <summary>Payments between provinces at reduction costs, with what notebook 25 takes as uncertain.</summary>
public static class HorizontalUncertainty
{
    private const string Cost = "reduction cost", Emissions = "emissions of ";

    /// <summary>Net horizontal payments of the last year as a share of all that is paid, with estimator and emissions uncertain.</summary>
    /// <remarks>
    /// The distributions are <see cref="UncertaintyDefaults"/>: the estimates are equally likely, and the emissions of each province spread as an emission
    /// factor does. Costs are not estimated anew.
    /// </remarks>
    /// <param name="estimators">The compensation by several estimates of the cost.</param>
    public static UncertainResult NetPayment(CompensationByEstimator estimators) => Of(estimators, paid =>
        ((paid.RowSums() - paid.ColumnSums()) / paid.Sum()).In(Unit.Percent).Named("net payment, share of all paid"));

    /// <summary>What one group of provinces pays another less what it is paid by it, as a share of all that is paid.</summary>
    /// <inheritdoc cref="NetPayment" path="/remarks"/>
    /// <param name="estimators">The compensation by several estimates of the cost.</param>
    /// <param name="from">A group of the estimators' concordance.</param>
    /// <param name="to">Another.</param>
    public static UncertainResult Balance(CompensationByEstimator estimators, string from = "East", string to = "West")
    {
        var balance = new CategoryAxis("balance", $"{from} to {to} less {to} to {from}");
        return Of(estimators, paid =>
        {
            var between = FlowNetwork.Of(paid).Between(estimators.Groups);
            return new LabelledVector("balance", balance, [(between[from, to] - between[to, from]) / paid.Total], Unit.One, paid.Status).In(Unit.Percent);
        });
    }

    private static UncertainResult Of(CompensationByEstimator estimators, Func<LabelledMatrix, LabelledVector> result)
    {
        var payments = estimators.LastPayments;
        var provinces = payments[0].Rows;
        var inputs = new UncertainInputs([UncertaintyDefaults.Choice(Cost, payments.Count),
            .. provinces.Labels.Select(province => UncertaintyDefaults.EmissionFactor(Emissions + province, 1))]);
        return new(inputs, draw => result(payments[(int)draw[Cost]].ScaleColumns(
            new LabelledVector("factor", provinces, draw.For(Emissions, provinces), Unit.One, draw.Status))));
    }
}
