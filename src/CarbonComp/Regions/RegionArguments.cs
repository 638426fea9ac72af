namespace CarbonComp.Regions;

/// <summary>Arguments that must be along regions.</summary>
internal static class RegionArguments
{
    /// <exception cref="AxisException">The vector is along something else.</exception>
    public static RegionAxis RegionsOf(this LabelledVector vector) => vector.Axis as RegionAxis
        ?? throw new AxisException($"{vector.Name} is along {vector.Axis.Kinds}; it must be along regions.");

    /// <exception cref="AxisException">The rows are something else.</exception>
    public static RegionAxis RegionRows(this LabelledMatrix matrix) => matrix.Rows as RegionAxis
        ?? throw new AxisException($"The rows of {matrix.Name} are {matrix.Rows.Kinds}; they must be regions.");

    /// <exception cref="AxisException">The matrix is not region × region with one axis.</exception>
    public static RegionAxis RegionsOf(this LabelledMatrix matrix)
    {
        matrix.RegionRows().Require(matrix.Columns, $"columns of {matrix.Name}");
        return matrix.RegionRows();
    }
}
