using Deedle;

namespace CarbonComp.Interactive.Tests;

public class DataTableTests
{
    [Fact]
    public void Every_table_of_every_package_becomes_frames_of_its_size()
    {
        foreach (var folder in Directory.GetDirectories(Repository.At("data")).Where(f => File.Exists(Path.Combine(f, "datapackage.json"))))
            foreach (var table in DataPackage.Load(folder).Resources)
            {
                var (deedle, frame) = (table.ToFrame(), table.ToDataFrame());
                Assert.Equal((table.RowCount, table.Fields.Count), (deedle.RowCount, deedle.ColumnCount));
                Assert.Equal((table.RowCount, table.Fields.Count), ((int)frame.Rows.Count, frame.Columns.Count));
                foreach (var (field, column, position) in table.Fields.Select((f, i) => (f, deedle.GetColumnAt<object>(i), i)))
                {
                    int[] empty = [.. table.Texts(field.Name).Index().Where(t => t.Item.Length == 0).Select(t => t.Index)];
                    Assert.Equal(table.RowCount - empty.Length, column.ValueCount);
                    Assert.Equal(empty.Length, frame.Columns[position].NullCount);
                    var type = field.Type switch
                    {
                        FieldType.Number => typeof(double),
                        FieldType.Integer => typeof(long),
                        FieldType.Year => typeof(int),
                        FieldType.Boolean => typeof(bool),
                        _ => typeof(string),
                    };
                    Assert.Equal(type, frame.Columns[position].DataType);
                    Assert.All(column.Values, value => Assert.IsType(type, value));
                }
            }
    }

    [Fact]
    public void A_column_of_a_package_comes_back_as_the_package_gives_it()
    {
        var economy = DataPackage.Load(Repository.At("data/bth-2020"))["economy"];
        var regions = RegionAxis.Of(economy.Texts("region"));
        var direct = economy.Vector("gdp", regions);
        Assert.Equal(direct, economy.ToFrame().ToVector("gdp", "region", axis: regions, name: direct.Name));
        Assert.Equal(direct, economy.ToDataFrame().ToVector("gdp", "region", axis: regions, name: direct.Name));
    }

    [Fact]
    public void Results_keep_unit_and_status_in_their_headings()
    {
        var factors = EmissionFactors.Ipcc2006.ToFrame();
        Assert.Equal(["fuel", "carbon content (kg C/GJ, statistic)", "oxidised (1, statistic)", "K (t C/tce, statistic)", "IPCC fuel"], factors.ColumnKeys);
        Assert.Equal(25.8, factors.ToVector("carbon content", "fuel")["Raw coal"]);
    }

    [Fact]
    public void What_is_missing_stays_missing()
    {
        var table = new Table("t", new Columns(new Column("city", new[] { "A", "B" }), new Column("gdp", new[] { double.NaN, 0 }, Unit.Yuan),
            new Column("year", new[] { 2019, 2020 })));
        var (deedle, frame) = (table.ToFrame(), table.ToDataFrame());
        Assert.False(deedle["gdp (yuan, constructed)"].TryGet(0).HasValue);
        Assert.Equal([null, 0.0], frame["gdp (yuan, constructed)"].Cast<double?>());
        Assert.Equal([2019, 2020], deedle.GetColumn<int>("year").Values);
        Assert.Contains("no value in row 1", Assert.Throws<FrameException>(() => frame.ToVector("gdp", "city")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Emissions_of_a_frame_of_energy_are_those_of_the_matrix()
    {
        var folder = Repository.At("data/energy-2007");
        var energy = FuelUse.Load(folder, "Beijing").Times(FuelFactors.From(DataPackage.Load(folder)["energy-contents"]));
        var fromFrame = energy.ToLongFrame().ToMatrix("branch", "fuel", "energy use", rowAxis: energy.Rows, columnAxis: energy.Columns);
        Assert.Equal(EnergyEmissions.Of(energy, EmissionFactors.Ipcc2006), EnergyEmissions.Of(fromFrame, EmissionFactors.Ipcc2006));
    }
}
