using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class MultiRegionalTableTests
{
    // Three regions (North, South, Rest) × natural resources, manufacturing, services; China 2000, Miller and Blair 2009, table 3.7, with output.
    private const string China2000 = """
        1724 6312 406 188 1206 86 14 49 4 16651
        2381 18458 2987 301 3331 460 39 234 57 49563
        709 3883 1811 64 432 138 5 23 5 15011
        149 656 42 3564 8828 806 103 178 15 27866
        463 3834 571 3757 34931 5186 202 1140 268 81253
        49 297 99 1099 6613 2969 14 78 21 23667
        9 51 3 33 254 18 1581 3154 293 11661
        32 272 41 123 1062 170 1225 6704 1733 21107
        4 25 7 25 168 47 425 2145 1000 8910
        """;

    internal static MultiRegionalTable China2000Table()
    {
        var all = Matrix<double>.Build.DenseOfRowArrays(Leather.Rows(China2000));
        var (z, x, none) = (all.SubMatrix(0, 9, 0, 9) * 1e8, all.Column(9) * 1e8, Vector<double>.Build.Dense(9));
        // The source gives no destination of final use: each region is taken to use what it does not sell on.
        var y = Matrix<double>.Build.Dense(9, 3, (i, r) => i / 3 == r ? x[i] - z.Row(i).Sum() : 0);
        return new(RegionAxis.Of("North", "South", "Rest"), SectorAxis.Of("Natural resources", "Manufacturing", "Services"),
            z, y, none, none, x - z.ColumnSums(), x, ValueStatus.Statistic);
    }

    private static MultiRegionalTable Leathers(Func<Vector<double>, Vector<double>>? output = null, Func<Matrix<double>, Matrix<double>>? intermediate = null,
        Func<Vector<double>, Vector<double>>? valueAdded = null, Matrix<double>? finalUse = null, Vector<double>? exports = null)
    {
        var t = Leather.Table;
        return new(t.Regions, t.Sectors, intermediate?.Invoke(t.Intermediate) ?? t.Intermediate, finalUse ?? t.FinalUse, exports ?? t.Exports,
            t.ImportedInputs, valueAdded?.Invoke(t.ValueAdded) ?? t.ValueAdded, output?.Invoke(t.Output) ?? t.Output, t.Status);
    }

    private static Vector<double> With(Vector<double> v, int at, double value)
    {
        var copy = v.Clone();
        copy[at] = value;
        return copy;
    }

    [Fact]
    public void Two_sectors_match_Miller_and_Blair()
    {
        var z = Matrix<double>.Build.DenseOfArray(new double[,] { { 150, 500 }, { 200, 100 } });
        var x = Vector<double>.Build.DenseOfArray([1000, 2000]);
        var axis = new RegionSectorAxis(RegionAxis.Of("A"), SectorAxis.Of("1", "2"));
        var system = LeontiefSystem.Of(z, x, axis);
        var inverse = system.Inverse();
        Assert.Equal(1.25412541, inverse[0, 0], 1e-8);
        Assert.Equal(0.33003300, inverse[0, 1], 1e-8);
        Assert.Equal(0.26402640, inverse[1, 0], 1e-8);
        Assert.Equal(1.12211221, inverse[1, 1], 1e-8);
        var required = system.RequiredOutput(Vector<double>.Build.DenseOfArray([600, 1500]));
        Assert.Equal(1247.5248, required[0], 1e-4);
        Assert.Equal(1841.5842, required[1], 1e-4);
        Assert.Equal(0.25, TechnicalCoefficients.Of(z, x)[0, 1]);
    }

    [Fact]
    public void China_2000_is_balanced_and_productive()
    {
        var table = China2000Table();
        var report = table.Validate();
        Assert.True(report.IsValid, report.ToString());
        Assert.True(table.ValueAdded.Minimum() > 0);
        Assert.True(table.FinalUse.RowSums().Minimum() > 0);
        var inverse = LeontiefSystem.Of(table).Inverse();
        Assert.Equal(1.1631, inverse[0, 0], 1e-4);
        Assert.Equal(0.2561, inverse[0, 1], 1e-4);
    }

    [Fact]
    public void Random_tables_pass_and_their_radius_is_that_of_the_eigenvalues() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var report = sample.Table.Validate(1e-9);
        Assert.True(report.IsValid, report.ToString());
        var eigen = TechnicalCoefficients.Of(sample.Table).Evd().EigenValues.Select(v => v.Magnitude).Max();
        // Power iteration is slow where eigenvalues coincide, as all zeros of a chain without cycle do.
        Assert.Equal(eigen, report.Productivity.SpectralRadius, 2e-4);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Negative_output_is_refused_by_name()
    {
        var message = Assert.Throws<InputOutputException>(() => Leathers(output: x => With(x, 5, -12.4))).Message;
        Assert.Contains("Turkey · Transport equipment is -12.4 yuan", message);
        Assert.Contains("sign of the imports", message);
    }

    [Fact]
    public void A_missing_number_is_refused_by_name()
    {
        Assert.Contains("Germany · Agriculture", Assert.Throws<InputOutputException>(() => Leathers(valueAdded: v => With(v, 6, double.NaN))).Message);
        var z = Leather.Table.Intermediate.Clone();
        z[3, 2] = double.PositiveInfinity;
        var message = Assert.Throws<InputOutputException>(() => Leathers(intermediate: _ => z)).Message;
        Assert.Contains("Turkey · Agriculture by Argentina · Transport equipment (row 4, column 3)", message);
        var y = Leather.Table.FinalUse.Clone();
        y[8, 1] = double.NaN;
        Assert.Contains("Final use of Germany · Transport equipment by Turkey", Assert.Throws<InputOutputException>(() => Leathers(finalUse: y)).Message);
    }

    [Fact]
    public void A_wrong_size_is_refused()
    {
        Assert.Contains("Final use is 9 × 2, expected 9 × 3", Assert.Throws<InputOutputException>(() =>
            Leathers(finalUse: Matrix<double>.Build.Dense(9, 2))).Message);
        Assert.Contains("Exports has 8 values", Assert.Throws<InputOutputException>(() => Leathers(exports: Vector<double>.Build.Dense(8))).Message);
    }

    [Fact]
    public void An_unbalanced_row_is_named_with_its_residual()
    {
        var exports = Vector<double>.Build.Dense(9, i => i == 7 ? 12.78 : 0);
        var report = Leathers(exports: exports).Validate();
        Assert.False(report.IsBalanced);
        Assert.Equal("Germany · Textile and leather", report.WorstRow.Label);
        Assert.Equal(-12.78, report.WorstRow.Residual, 1e-9);
        var message = Assert.Throws<InputOutputException>(report.Require).Message;
        Assert.Contains("Row Germany · Textile and leather is off by −12.8 yuan", message);
        Assert.True(Leathers(exports: exports).Validate(tolerance: 0.1).IsBalanced);
    }

    [Fact]
    public void An_unbalanced_column_is_named() =>
        Assert.Contains("Column Argentina · Textile and leather", Assert.Throws<InputOutputException>(
            () => Leathers(valueAdded: v => With(v, 1, v[1] - 1)).Validated()).Message);

    [Fact]
    public void An_unproductive_table_names_the_sectors_that_cause_it()
    {
        // Textiles of Turkey need 1.4 of themselves for one of output; the row is balanced by a negative final use.
        var z = Leather.Table.Intermediate.Clone();
        z[4, 4] = 1.4 * Leather.Table.Output[4];
        var y = Leather.Table.FinalUse.Clone();
        y[4, 1] -= z[4, 4] - Leather.Table.Intermediate[4, 4];
        var table = Leathers(intermediate: _ => z, finalUse: y, valueAdded: v => With(v, 4, v[4] - (z[4, 4] - Leather.Table.Intermediate[4, 4])));
        var report = table.Validate();
        Assert.True(report.IsBalanced);
        Assert.False(report.Productivity.IsProductive);
        Assert.True(report.Productivity.SpectralRadius > 1.4);
        Assert.Equal(4, Assert.Single(report.Productivity.Causes));
        foreach (var act in new Action[] { report.Require, () => LeontiefSystem.Of(table) })
        {
            var message = Assert.Throws<InputOutputException>(act).Message;
            Assert.Contains("not productive", message);
            Assert.Contains("Turkey · Textile and leather", message);
        }
    }

    [Fact]
    public void A_column_above_one_may_still_be_productive()
    {
        // One sector loses money (inputs above output), the cycle as a whole does not.
        var a = Matrix<double>.Build.DenseOfArray(new double[,] { { 0.1, 0.6 }, { 0.1, 0.6 } });
        Assert.True(Productivity.Of(a).IsProductive);
        Assert.Equal(0.7, Productivity.Of(a).SpectralRadius, 1e-9);
        Assert.False(Productivity.Of(a * 1.5).IsProductive);
    }

    [Fact]
    public void Sectors_without_output_give_columns_of_zeros_and_are_reported()
    {
        var z = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 0, 0 } });
        var table = new MultiRegionalTable(RegionAxis.Of("A"), SectorAxis.Of("Works", "Idle"), z,
            Matrix<double>.Build.DenseOfArray(new double[,] { { 7 }, { 0 } }),
            Vector<double>.Build.Dense(2), Vector<double>.Build.Dense(2), Vector<double>.Build.DenseOfArray([9, -2]),
                Vector<double>.Build.DenseOfArray([10, 0]), ValueStatus.Illustrative);
        Assert.Equal(0, TechnicalCoefficients.Of(table)[0, 1]);
        var report = table.Validate();
        Assert.Equal([1], report.ZeroOutputsWithFlows);
        Assert.Contains("A · Idle", report.ToString());
        var intensity = Intensity.Of(new LabelledVector("emissions", table.Axis, [50.0, 0], Unit.TonneCO2, ValueStatus.Illustrative), table);
        // What the idle sector buys reaches no final use: a fifth of the emissions, shown as unallocated.
        var transfers = new EmbodiedCarbonModel(table, intensity).Transfers();
        Assert.Equal(50, transfers.Emissions.Total, 1e-10);
        Assert.Equal(50 * 2 / 9.0, transfers.Ends.Unallocated[0], 1e-10);
    }

    [Fact]
    public void Emissions_without_output_or_below_zero_or_of_other_regions_are_refused()
    {
        var table = Leathers();
        LabelledVector Emissions(int at, double value) => new("emissions", table.Axis, With(Vector<double>.Build.Dense(9, 1), at, value), Unit.MegatonneCO2,
            ValueStatus.Illustrative);
        Assert.Contains("Argentina · Transport equipment", Assert.Throws<InputOutputException>(() => Intensity.Of(Emissions(2, -1), table)).Message);
        var idle = Leathers(output: x => With(x, 2, 0));
        Assert.Contains("has no output", Assert.Throws<InputOutputException>(() => Intensity.Of(Emissions(3, 1), idle)).Message);
        var others = new LabelledMatrix("emissions", RegionAxis.Of("Argentina", "Turkey", "Spain"), table.Sectors, Matrix<double>.Build.Dense(3, 3),
            Unit.TonneCO2, ValueStatus.Illustrative);
        Assert.Contains("Germany", Assert.Throws<AxisException>(() => Intensity.Of(others, table)).Message);
        var prices = new LabelledVector("emissions", table.Axis, Vector<double>.Build.Dense(9), Unit.YuanPerTonneCO2, ValueStatus.Illustrative);
        Assert.Throws<UnitException>(() => Intensity.Of(prices, table));
        Assert.Equal(1e6 / 77.7, Intensity.Of(Emissions(1, 1), table)["Argentina", "Agriculture"], 1e-6);
    }

    [Fact]
    public void Competitive_imports_are_taken_out_in_proportion()
    {
        var t = Leather.Table;
        var imports = Vector<double>.Build.Dense(9, i => 2.0 + i);
        var y = t.FinalUse.Clone();
        for (var i = 0; i < 9; i++) y[i, i / 3] += imports[i];
        var competitive = new MultiRegionalTable(t.Regions, t.Sectors, t.Intermediate, y, t.Exports, t.ImportedInputs, t.ValueAdded, t.Output, t.Status,
            competitiveImports: imports);
        Assert.True(competitive.Validate().IsValid);
        Assert.Contains("WithDomesticUseOnly", Assert.Throws<InputOutputException>(() => LeontiefSystem.Of(competitive)).Message);
        var domestic = competitive.WithDomesticUseOnly();
        Assert.True(domestic.Validate(1e-12).IsValid, domestic.Validate().ToString());
        Assert.True(domestic.ImportedInputs.Minimum() > 0);
    }

    [Fact]
    public void Categories_of_final_use_add_up_to_final_use()
    {
        var t = Leather.Table;
        var split = Matrix<double>.Build.Dense(9, 6, (i, c) => t.FinalUse[i, c / 2] * (c % 2 == 0 ? 0.25 : 0.75));
        var table = new MultiRegionalTable(t.Regions, t.Sectors, t.Intermediate, split, t.Exports, t.ImportedInputs, t.ValueAdded, t.Output, t.Status,
            new CategoryAxis("final use", "consumption", "investment"));
        Assert.True((table.FinalUse - t.FinalUse).L2Norm() < 1e-12);
    }
}
