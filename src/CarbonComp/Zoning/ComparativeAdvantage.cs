namespace CarbonComp;

/// <summary>Revealed comparative advantage of regions against all others.</summary>
/// <remarks>
/// Balassa 1965, for exports by country and good. In zoning for carbon compensation coefficients such as ECC and ESC take the place of goods,
/// and regions are clustered by the result (<see cref="KMeans"/>).
/// </remarks>
public static class ComparativeAdvantage
{
    /// <summary>Normalized revealed comparative advantage (Yu, Cai and Leung 2009): <c>NRCA_ij = E_ij/E − E_i·E_j/E²</c>.</summary>
    /// <remarks>
    /// How far a value is from what the sums of its row and column would make it, as a share of everything. Every row and every column
    /// sums to zero, so with two columns one is the other with its sign turned.
    /// </remarks>
    /// <param name="values">E by region and attribute, one unit, none negative; coefficients best with means of 1.</param>
    /// <returns>A pure number for each pair, in (−1/4, 1/4]: above zero an advantage.</returns>
    /// <exception cref="CarbonCompException">A negative value, or nothing above zero; the message names the region.</exception>
    public static LabelledMatrix Normalized(LabelledMatrix values)
    {
        values.RequireNotNegative("Comparative advantage needs amounts that are not negative.");
        var all = values.Values.Enumerate().Sum();
        if (!(all > 0)) throw new CarbonCompException($"{values.Name} is zero everywhere, so no region has an advantage in it.");
        var (rows, columns) = (values.Values.RowSums() / all, values.Values.ColumnSums() / all);
        return new("normalized comparative advantage", values.Rows, values.Columns, values.Values / all - rows.OuterProduct(columns), Unit.One, values.Status);
    }

    /// <summary>The same for quantities of different units, such as GDP, absorption and emissions: each counts by the regions' shares in its total.</summary>
    /// <returns>As <see cref="Normalized"/>; every attribute weighs the same.</returns>
    /// <exception cref="AxisException">Amounts along different axes.</exception>
    /// <exception cref="CarbonCompException">Fewer than two, a negative amount, or one that is zero everywhere.</exception>
    public static LabelledMatrix OfShares(params IReadOnlyList<LabelledVector> attributes)
    {
        if (attributes.Count < 2) throw new CarbonCompException("Comparative advantage compares attributes. Give at least two.");
        foreach (var attribute in attributes)
        {
            attributes[0].Axis.Require(attribute.Axis, attribute.Name);
            attribute.RequireNotNegative("Shares of a total need amounts that are not negative.");
            if (!(attribute.Total > 0)) throw new CarbonCompException($"{attribute.Name} is zero everywhere, so it has no shares. Leave it out.");
        }
        return Normalized(LabelledMatrix.OfColumns("shares", "attribute", attributes.Select(a => (a / a.Sum()).Named(a.Name))));
    }
}
