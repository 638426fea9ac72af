using CarbonComp.Tests;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Analysis;

namespace CarbonComp.Interactive.Tests;

public class RoundTripTests
{
    [Fact]
    public void A_vector_comes_back_from_its_frames() => Prop.ForAll(Samples.Vectors, vector =>
        Same(vector, vector.ToFrame().ToVector(Heading(vector), key: "city"))
        && Same(vector, ((ITabular)vector).ToFrame().ToVector(Heading(vector), key: "city"))
        && Same(vector, vector.ToDataFrame().ToVector(Heading(vector), key: "city"))
        && Same(vector, vector.ToSeries().ToVector(vector.Name, vector.Unit.Symbol, vector.Status, "city"))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_matrix_comes_back_from_its_wide_frames() => Prop.ForAll(Samples.Matrices, matrix =>
        Same(matrix, matrix.ToFrame().ToMatrix(rows: "sector", columns: "fuel", name: matrix.Name))
        && Same(matrix, ((ITabular)matrix).ToFrame().ToMatrix(rows: "sector", columns: "fuel", name: matrix.Name))
        && Same(matrix, matrix.ToDataFrame().ToMatrix(rows: "sector", columns: "fuel", name: matrix.Name))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_matrix_comes_back_from_its_long_frames() => Prop.ForAll(Samples.Matrices, matrix =>
        Same(matrix, matrix.ToLongFrame().ToMatrix("sector", "fuel", Heading(matrix)))
        && Same(matrix, matrix.ToLongDataFrame().ToMatrix("sector", "fuel", Heading(matrix)))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_comes_back_from_its_flows() => Prop.ForAll(RandomTable.Rough, sample =>
        Same(sample.Table, sample.Table.ToFlowFrame().ToMultiRegionalTable())
        && Same(sample.Table, sample.Table.ToFlowDataFrame().ToMultiRegionalTable())).QuickCheckThrowOnFailure();

    [Fact]
    public void Axes_that_are_given_bring_codes_and_local_names_back()
    {
        var regions = new RegionAxis(new Region("110000", "Beijing", "北京市"), new Region("130200", "Tangshan", "唐山市"));
        var vector = new LabelledVector("gdp", regions, [1, 2], Unit.Yuan, ValueStatus.Paper);
        var back = vector.ToFrame().ToVector("gdp", axis: regions);
        Assert.Equal(regions.Codes, back.Axis.Codes);
        Assert.Equal(regions.LocalNames, back.Axis.LocalNames);
        var local = new DataFrame(new StringDataFrameColumn("region", ["唐山市", "110000"]), new DoubleDataFrameColumn("gdp (yuan, paper)", [2, 1]));
        Assert.Equal(vector, local.ToVector("gdp", axis: regions));
    }

    [Fact]
    public void Square_matrices_have_rows_and_columns_of_one_kind()
    {
        var regions = RegionAxis.Of("A", "B");
        var matrix = new LabelledMatrix("flows", regions, regions, MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowArrays([1, 2], [3, 4]),
            Unit.TonneCO2, ValueStatus.Constructed);
        Assert.Equal(matrix, matrix.ToLongFrame().ToMatrix("from region", "to region", "flows", rowAxis: regions, columnAxis: regions));
        Assert.Equal(matrix, matrix.ToFrame().ToMatrix(rowAxis: regions, columnAxis: regions, name: "flows"));
    }

    private static string Heading(LabelledVector vector) => $"{vector.Name} ({vector.Unit}, {vector.Status.ToString().ToLowerInvariant()})";

    private static string Heading(LabelledMatrix matrix) => $"{matrix.Name} ({matrix.Unit}, {matrix.Status.ToString().ToLowerInvariant()})";

    private static bool Same(LabelledVector a, LabelledVector b) => a == b && a.Axis.Labels.SequenceEqual(b.Axis.Labels);

    private static bool Same(LabelledMatrix a, LabelledMatrix b) => a == b && a.Rows.Labels.SequenceEqual(b.Rows.Labels)
        && a.Columns.Labels.SequenceEqual(b.Columns.Labels);

    private static bool Same(MultiRegionalTable a, MultiRegionalTable b) =>
        a.Regions.Equals(b.Regions) && a.Sectors.Equals(b.Sectors) && a.Categories.Equals(b.Categories)
        && a.Unit == b.Unit && a.Status == b.Status && a.Intermediate.Equals(b.Intermediate) && a.FinalUseByCategory.Equals(b.FinalUseByCategory)
        && a.Output.Equals(b.Output)
        && a.Exports.Equals(b.Exports) && a.ImportedInputs.Equals(b.ImportedInputs) && a.ValueAdded.Equals(b.ValueAdded)
        && a.CompetitiveImports.Equals(b.CompetitiveImports) && a.Error.Equals(b.Error);
}
