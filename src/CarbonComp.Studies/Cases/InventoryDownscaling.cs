using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Inventories where only totals are known: of cities from their province's, of sectors from another region's.</summary>
public static class InventoryDownscaling
{
    /// <summary>Divides a province's emissions of each sector among its cities so that the cities' totals are met.</summary>
    /// <remarks>
    /// <para>1. The cities' totals are scaled by one factor to add up to the province's total.
    /// 2. Each sector is divided in proportion to its proxy (value added, population).
    /// 3. The sectors named in <paramref name="byProxy"/> stay so: diffuse sources that follow their proxy.
    /// 4. The others take up what is left of each city's total, by bi-proportional fitting (RAS) from their proxies to
    /// the sectors' totals and the cities' rest.</para>
    /// <para>Of all tables with these totals the result is closest to the proxies; it knows nothing else of a city.
    /// Where the cities' totals are of earlier years than the province's, their proportions stand for the later year's.</para>
    /// </remarks>
    /// <param name="proxies">What each sector is divided by: rows cities, columns sectors; only the proportions within a column matter.</param>
    /// <param name="cityTotals">Each city's emissions, all sectors together; along the rows of the proxies.</param>
    /// <param name="sectorTotals">The province's emissions of each sector; along the columns of the proxies.</param>
    /// <param name="byProxy">Sectors that are divided by their proxy alone.</param>
    /// <returns>The inventory by city and sector, t CO2, and how far it is from the proxies alone.</returns>
    /// <exception cref="EmissionsException">Negative numbers; a sector with emissions and no proxy; a city whose total is less than its diffuse
    /// sources.</exception>
    /// <exception cref="AxisException">Totals along other cities or sectors; a sector that is not there.</exception>
    /// <exception cref="BalancingException">Totals that cannot be met.</exception>
    public static DownscaledInventory Of(LabelledMatrix proxies, LabelledVector cityTotals, LabelledVector sectorTotals, params IEnumerable<string> byProxy)
    {
        proxies.Rows.Require(cityTotals.Axis, cityTotals.Name);
        proxies.Columns.Require(sectorTotals.Axis, sectorTotals.Name);
        var (cities, sectors) = (NotNegative(cityTotals.In(Unit.TonneCO2)), NotNegative(sectorTotals.In(Unit.TonneCO2)));
        if (!(cities.Total > 0)) throw new EmissionsException($"{cities.Name}: the cities' emissions add up to nothing. Give their totals.");

        var factor = sectors.Total / cities.Total;
        var guess = Shares(proxies, sectors) * Matrix<double>.Build.DenseOfDiagonalVector(sectors.Values);
        var diffuse = byProxy.Select(proxies.Columns.IndexOf).ToHashSet();
        var fitted = Enumerable.Range(0, sectors.Values.Count).Where(j => !diffuse.Contains(j)).ToArray();
        if (fitted.Length == 0)
            throw new EmissionsException("Every sector is divided by its proxy alone, so the cities' totals cannot be met. Name fewer sectors.");

        var rest = cities.Values * factor;
        foreach (var j in diffuse) rest -= guess.Column(j);
        for (var i = 0; i < rest.Count; i++)
            if (rest[i] < 0)
                throw new EmissionsException($"The sectors divided by proxy alone give {proxies.Rows.Labels[i]} "
                    + $"{(cities.Values[i] * factor - rest[i]) / 1e6:0.###} Mt CO2, "
                    + $"more than its total of {cities.Values[i] * factor / 1e6:0.###} Mt CO2. Divide fewer sectors by proxy alone, or check the total.");

        // A rounding error between both sums would let the fit refuse totals that are the same number.
        var wanted = Vector<double>.Build.DenseOfEnumerable(fitted.Select(j => sectors.Values[j]));
        rest *= wanted.Sum() / rest.Sum();
        var seed = Matrix<double>.Build.DenseOfColumnVectors(fitted.Select(guess.Column));
        var fit = BiproportionalFit.Of(seed, rest, wanted, rows: proxies.Rows,
            columns: new CategoryAxis(proxies.Columns.Kind, fitted.Select(j => proxies.Columns.Labels[j])));

        var emissions = guess.Clone();
        foreach (var (k, j) in fitted.Index()) emissions.SetColumn(j, fit.Values.Column(k));
        LabelledMatrix Labelled(Matrix<double> values) => new("emissions", proxies.Rows, proxies.Columns, values, Unit.TonneCO2,
            ValueStatuses.Weakest(proxies.Status, cityTotals.Status, sectorTotals.Status, ValueStatus.Constructed));
        return new(Labelled(emissions), Labelled(guess), factor, fit);
    }

    /// <summary>Divides a region's total among sectors as another region's intensities suggest.</summary>
    /// <remarks>
    /// <c>E_j ∝ a_j · E'_j / a'_j</c>, scaled to the total: each sector has the emissions per activity of the reference, and
    /// all are scaled by one factor. For a region whose total is known and whose sectors are not.
    /// </remarks>
    /// <param name="total">The region's emissions, t CO2, not negative.</param>
    /// <param name="activity">a: what each sector of the region does (value added, population), not negative.</param>
    /// <param name="referenceEmissions">E': emissions of the reference by sector.</param>
    /// <param name="referenceActivity">a': the same activity of the reference, in the same unit.</param>
    /// <returns>t CO2 by sector, constructed, and the factor: the region's intensity over the reference's.</returns>
    /// <exception cref="EmissionsException">Negative numbers; a sector of the reference that emits without activity; nothing to divide by.</exception>
    /// <exception cref="AxisException">Vectors along other sectors.</exception>
    public static (LabelledVector Emissions, double Factor) BySector(
        double total, LabelledVector activity, LabelledVector referenceEmissions, LabelledVector referenceActivity)
    {
        if (!(total >= 0 && double.IsFinite(total)))
            throw new EmissionsException($"The total is {total:R} t CO2. It is a finite number and not negative.");
        activity.Axis.Require(referenceEmissions.Axis, referenceEmissions.Name);
        activity.Axis.Require(referenceActivity.Axis, referenceActivity.Name);
        var (emitted, done) = (NotNegative(referenceEmissions.In(Unit.TonneCO2)), NotNegative(activity));
        var reference = NotNegative(referenceActivity.In(activity.Unit));
        var guess = Vector<double>.Build.Dense(done.Values.Count, j => emitted[j] == 0 ? 0 : reference[j] > 0 ? done[j] * emitted[j] / reference[j]
            : throw new EmissionsException($"{activity.Axis.Labels[j]} of the reference emits {emitted[j]:0} t CO2 with {reference.Name} 0. Give its "
                + $"activity."));
        var sum = guess.Sum();
        if (sum == 0 && total > 0)
            throw new EmissionsException("No sector of the region has both activity and an intensity in the reference, so the total cannot be divided. Check "
                + "the activity.");
        var factor = sum == 0 ? 0 : total / sum;
        return (new("emissions", activity.Axis, guess * factor, Unit.TonneCO2,
            ValueStatuses.Weakest(activity.Status, referenceEmissions.Status, referenceActivity.Status, ValueStatus.Constructed)), factor);
    }

    /// <summary>Each column divided by its sum.</summary>
    private static Matrix<double> Shares(LabelledMatrix proxies, LabelledVector sectors)
    {
        foreach (var (i, j, value) in proxies.Values.EnumerateIndexed(Zeros.AllowSkip))
            if (value < 0)
                throw new EmissionsException($"The proxy of {proxies.Rows.Labels[i]}, {proxies.Columns.Labels[j]} is {value:R}. A proxy cannot be negative.");
        var sums = proxies.Values.ColumnSums();
        for (var j = 0; j < sums.Count; j++)
            if (sums[j] == 0 && sectors.Values[j] > 0)
                throw new EmissionsException($"{proxies.Columns.Labels[j]} emits {sectors.Values[j] / 1e6:0.###} Mt CO2, but no {proxies.Rows.Kind} has a "
                    + $"proxy above 0. Give at least one.");
        return proxies.Values.MapIndexed((_, j, value) => sums[j] == 0 ? 0 : value / sums[j], Zeros.Include);
    }

    private static LabelledVector NotNegative(LabelledVector vector) => vector.RequireNotNegative(error: message => new EmissionsException(message));
}
