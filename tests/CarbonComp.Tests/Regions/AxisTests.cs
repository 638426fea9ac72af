using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class AxisTests
{
    private static readonly RegionAxis Cities = new(new("130200", "Tangshan", "唐山市"), new("130400", "Handan", "邯郸市"));

    [Theory]
    [InlineData("130400")]
    [InlineData("Handan")]
    [InlineData("handan")]
    [InlineData(" 邯郸市 ")]
    public void A_label_is_found_by_code_name_and_local_name(string label) => Assert.Equal(1, Cities.IndexOf(label));

    [Theory]
    [InlineData("region", "regions")]
    [InlineData("land class", "land classes")]
    [InlineData("city", "cities")]
    [InlineData("day", "days")]
    public void Several_are_called_by_their_plural(string kind, string kinds) =>
        Assert.Equal($"2 {kinds}: a, b", new CategoryAxis(kind, ["a", "b"]).ToString());

    [Fact]
    public void A_label_with_spaces_around_it_in_the_file_is_found() => Assert.Equal(0, RegionAxis.Of(" Tangshan ", "Handan").IndexOf("Tangshan"));

    [Fact]
    public void An_unknown_label_is_named_with_those_there_are()
    {
        var message = Assert.Throws<AxisException>(() => Cities.IndexOf("Atlantis")).Message;
        Assert.Contains("Atlantis", message, StringComparison.Ordinal);
        Assert.Contains("Tangshan, Handan", message, StringComparison.Ordinal);
        Assert.False(Cities.Contains("Atlantis"));
    }

    [Fact]
    public void A_label_that_stands_twice_is_refused_also_across_codes_and_names()
    {
        Assert.Contains("positions 1 and 3", Assert.Throws<AxisException>(() => RegionAxis.Of("A", "B", "a")).Message, StringComparison.Ordinal);
        Assert.Throws<AxisException>(() => new RegionAxis(new Region("1", "A", "甲"), new Region("2", "B", "甲")));
        Assert.Throws<AxisException>(() => new RegionAxis(new Region("1", "A"), new Region("2", "1")));
        Assert.Throws<AxisException>(() => SectorAxis.Of("Mining", "mining"));
        Assert.Throws<AxisException>(() => new CategoryAxis("fuel", "coal", "coal"));
    }

    [Fact]
    public void An_empty_axis_and_a_nameless_label_are_refused()
    {
        Assert.Throws<AxisException>(() => RegionAxis.Of());
        Assert.Contains("position 2", Assert.Throws<AxisException>(() => new RegionAxis(new Region("1", "A"), new Region("2", " "))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_are_equal_when_their_codes_are_in_order()
    {
        var renamed = new RegionAxis(new("130200", "唐山"), new("130400", "邯郸"));
        Assert.True(Cities.Equals(renamed));
        Assert.Equal(Cities.GetHashCode(), renamed.GetHashCode());
        Assert.False(Cities.Equals(new RegionAxis(Cities.Reverse())));
        Assert.False(RegionAxis.Of("A").Equals(SectorAxis.Of("A")));
        Assert.True(RegionAxis.Of("A").Equals(RegionAxis.Of("a")));
        Assert.Equal(RegionAxis.Of("A").GetHashCode(), RegionAxis.Of("a").GetHashCode());
    }

    [Fact]
    public void Another_axis_is_refused_and_the_difference_named()
    {
        string Message(Axis other) => Assert.Throws<AxisException>(() => Cities.Require(other, "population")).Message;
        Cities.Require(new RegionAxis(Cities), "population");
        Assert.Contains("missing 130400", Message(new RegionAxis(Cities[0], new Region("130500", "Xingtai"))), StringComparison.Ordinal);
        Assert.Contains("not expected 130500", Message(Cities.With(new Region("130500", "Xingtai"))), StringComparison.Ordinal);
        Assert.Contains("order differs", Message(new RegionAxis(Cities.Reverse())), StringComparison.Ordinal);
        Assert.Contains("sectors", Message(SectorAxis.Of("130200", "130400")), StringComparison.Ordinal);
        // Of regions and sectors the part that differs is named, not every pair.
        var both = new RegionSectorAxis(Cities, SectorAxis.Of("Mining", "Services"));
        var sectors = Assert.Throws<AxisException>(() => both.Require(new RegionSectorAxis(Cities, SectorAxis.Of("Mining", "Trade")), "output")).Message;
        Assert.Contains("missing Services; not expected Trade", sectors, StringComparison.Ordinal);
    }

    [Fact]
    public void Regions_and_sectors_are_region_major()
    {
        var both = new RegionSectorAxis(Cities, SectorAxis.Of("Mining", "Services", "Farming"));
        Assert.Equal(6, both.Count);
        Assert.Equal(both.Position(1, 2), both.IndexOf("Handan · Farming"));
        Assert.Equal(4, both.IndexOf("130400.Services"));
    }

    [Fact]
    public void A_vector_refuses_wrong_lengths_and_what_is_no_number()
    {
        Assert.Contains("3 values for 2", Assert.Throws<AxisException>(() => Vector(1, 2, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("Handan", Assert.Throws<CarbonCompException>(() => Vector(1, double.NaN)).Message, StringComparison.Ordinal);
        Assert.Throws<CarbonCompException>(() => Vector(double.PositiveInfinity, 1));
    }

    [Fact]
    public void A_vector_knows_its_labels_unit_and_total()
    {
        var vector = Vector(1.5, 2);
        Assert.Equal(2, vector["邯郸市"]);
        Assert.Equal(3.5, vector.Total);
        Assert.Equal(2e6, vector.In("t CO2")["Handan"]);
        Assert.Contains("emissions:", Assert.Throws<UnitException>(() => vector.In(Unit.Yuan)).Message, StringComparison.Ordinal);
        Assert.Equal(["region", "emissions (Mt CO2)"], vector.ToColumns().Keys);
        Assert.Equal("CO2", vector.Named("CO2").Name);
    }

    [Fact]
    public void Changing_the_numbers_a_vector_or_matrix_was_made_from_does_not_change_it()
    {
        var numbers = Vector<double>.Build.Dense([1, 2]);
        var vector = new LabelledVector("x", Cities, numbers, Unit.One, ValueStatus.Paper);
        var table = Matrix<double>.Build.Dense(2, 2, 1);
        var matrix = new LabelledMatrix("x", Cities, Cities, table, Unit.One, ValueStatus.Paper);
        numbers[0] = double.NaN;
        table[0, 0] = double.NaN;
        Assert.Equal((1.0, 1.0), (vector[0], matrix["Tangshan", "Tangshan"]));
    }

    [Fact]
    public void A_matrix_refuses_wrong_shapes_and_what_is_no_number()
    {
        Assert.Contains("2 × 3, expected 2 regions × 2 sectors", Assert.Throws<AxisException>(() => Matrix(new double[2, 3])).Message,
            StringComparison.Ordinal);
        Assert.Contains("Handan, Mining", Assert.Throws<CarbonCompException>(() => Matrix(new[,] { { 1, 2 }, { double.NaN, 4 } })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_gives_rows_columns_and_sums_with_their_axes()
    {
        var matrix = Matrix(new double[,] { { 1, 2 }, { 3, 4 } });
        Assert.Equal(3, matrix["邯郸市", "Mining"]);
        Assert.Equal((7.0, 6.0, 10.0), (matrix.RowSums()["Handan"], matrix.ColumnSums()["Services"], matrix.Total));
        Assert.Equal(2, matrix.Row("Tangshan")["Services"]);
        Assert.Equal(4, matrix.Column("Services")["Handan"]);
        Assert.Equal(3, matrix.Transpose()["Mining", "Handan"]);
        Assert.Equal(3e6, matrix.In("t CO2")["Handan", "Mining"]);
        Assert.Equal(["region", "Mining", "Services"], matrix.ToColumns().Keys);
        Assert.Contains("Mt CO2", matrix.ToString(), StringComparison.Ordinal);
    }

    private static LabelledVector Vector(params double[] values) => new("emissions", Cities, values, Unit.MegatonneCO2, ValueStatus.Statistic);

    private static LabelledMatrix Matrix(double[,] values) =>
        new("emissions", Cities, SectorAxis.Of("Mining", "Services"), Matrix<double>.Build.DenseOfArray(values), Unit.MegatonneCO2, ValueStatus.Statistic);

    [Fact]
    public void A_number_of_a_list_is_not_a_name()
    {
        SectorAxis Of(params string[] names) => new(names.Select((n, i) => new Sector($"{i + 1:00}", n)));
        var (old, later) = (Of("Farms", "Coal", "Steel"), Of("Farms", "Mines", "Steel"));
        Assert.False(old.Equals(later));
        var message = Assert.Throws<AxisException>(() => old.Require(later, "The later table")).Message;
        Assert.Contains("02 is Coal here and Mines there", message, StringComparison.Ordinal);
        Assert.True(old.Equals(Of("farms", "COAL", "steel")));
        Assert.True(old.Equals(Of("01", "02", "03")));
        var regions = RegionAxis.Of("North", "South");
        Assert.False(new RegionSectorAxis(regions, old).Equals(new RegionSectorAxis(regions, later)));
        // A code that is more than a number stands for itself.
        Assert.True(new SectorAxis(new Sector("C24", "Basic metals")).Equals(new SectorAxis(new Sector("C24", "Steel"))));
    }
}
