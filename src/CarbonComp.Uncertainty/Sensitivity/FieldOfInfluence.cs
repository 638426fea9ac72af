namespace CarbonComp.Uncertainty;

/// <summary>The field of influence of an input coefficient (Sonis and Hewings 1992): how the Leontief inverse changes with it, without sampling
/// (<c>docs/methods.md#field-of-influence</c>).</summary>
/// <remarks>
/// If a_ij changes by e, the inverse becomes <c>B + e·F/(1 − e·b_ji)</c> exactly, with <c>F = B_·i B_j·</c>, the product of the column i and the row j of B.
/// </remarks>
public sealed record FieldOfInfluence
{
    private readonly Vector<double> column, row;
    private readonly ValueStatus status;

    private FieldOfInfluence(MultiRegionalTable table, int i, int j, Vector<double> column, Vector<double> row) =>
        (Axis, status, Seller, Buyer, this.column, this.row, Feedback) =
            (table.Axis, table.Status, table.Axis.Labels[i], table.Axis.Labels[j], column, row, column[j]);

    /// <summary>The field of a coefficient of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="system">Its Leontief system.</param>
    /// <param name="seller">The selling sector i, such as <c>"Hebei · Energy supply"</c>.</param>
    /// <param name="buyer">The buying sector j.</param>
    /// <exception cref="AxisException">No such sector.</exception>
    public static FieldOfInfluence Of(MultiRegionalTable table, ILeontiefInverse system, string seller, string buyer)
    {
        var (i, j, n) = (table.Axis.IndexOf(seller), table.Axis.IndexOf(buyer), table.Axis.Count);
        var column = system.RequiredOutput(Matrix<double>.Build.Dense(n, 1, (k, _) => k == i ? 1 : 0)).Column(0);
        return new(table, i, j, column, system.Multipliers(Vector<double>.Build.Dense(n, k => k == j ? 1 : 0)));
    }

    /// <summary>The sectors.</summary>
    public Axis Axis { get; }

    /// <summary>The selling sector i.</summary>
    public string Seller { get; }

    /// <summary>The buying sector j.</summary>
    public string Buyer { get; }

    /// <summary>b_ji: a change of the coefficient below 1/b_ji keeps the system productive.</summary>
    public double Feedback { get; }

    /// <summary>F, the change of the inverse by a small change of the coefficient, divided by this change.</summary>
    public LabelledMatrix Field() => new($"field of influence of {Seller} in {Buyer}", Axis, Axis, column.OuterProduct(row), Unit.One, status);

    /// <summary>The exact change of total emissions <c>f'B·y</c>, or of another stressor, if the coefficient changes by e.</summary>
    /// <param name="intensity">f, of the same table.</param>
    /// <param name="finalUse">y by product, in the table's currency.</param>
    /// <param name="change">e, in units of the selling sector's product for a unit of the buyer's output.</param>
    /// <exception cref="AxisException">Intensity or final use that is not along the table's sectors.</exception>
    /// <exception cref="UncertaintyException">A change that the system cannot bear: e·b_ji reaches 1.</exception>
    public Quantity ChangeOf(Intensity intensity, LabelledVector finalUse, double change)
    {
        Axis.Require(intensity.Axis, "intensity");
        Axis.Require(finalUse.Axis, finalUse.Name);
        if (!(change * Feedback < 1 && double.IsFinite(change)))
            throw new UncertaintyException($"The coefficient of {Seller} in {Buyer} cannot rise by {change}: from {1 / Feedback:G4} on the system cannot "
                + "deliver any final use.");
        var effect = intensity.Values.DotProduct(column) * row.DotProduct(finalUse.In(intensity.PerUnit).Values) * change / (1 - change * Feedback);
        return new(effect, intensity.Stressor.Unit, ValueStatuses.Weakest(status, intensity.Status, finalUse.Status));
    }
}
