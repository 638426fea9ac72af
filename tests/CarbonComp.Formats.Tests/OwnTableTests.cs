using System.Runtime.CompilerServices;

namespace CarbonComp.Formats.Tests;

/// <summary>Tables as people lay them out, read without a description.</summary>
public sealed class OwnTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_sample_is_the_table_of_the_other_samples()
    {
        var own = OwnTable.Read(Sample("own-table.xlsx"), ValueStatus.Constructed, emptyIsZero: true);
        var other = CeadsTable.Read(Sample("ceads.xlsx"), status: ValueStatus.Constructed);
        Assert.Equal(other.Table.Regions.Labels, own.Table.Regions.Labels);
        Assert.Equal(other.Table.Intermediate, own.Table.Intermediate);
        Assert.Equal(other.Table.FinalUse, own.Table.FinalUse);
        Assert.Equal(other.Table.ValueAdded, own.Table.ValueAdded);
        Assert.Equal(other.Emissions("CO2", "Mt CO2").Total, own.Emissions!.Total, 1e-9);
        Assert.Equal(own.Emissions.In(Unit.TonneCO2).Total, own.Model.ProducerResponsibility().ByRegion.In(Unit.TonneCO2).Total, 1e-2);
        Assert.Contains("Below the table: Note: made from the constructed table", $"{own}");
        Assert.Contains("emissions", $"{own}");
    }

    [Theory]
    [InlineData("groups")]
    [InlineData("one heading")]
    [InlineData("repeated")]
    [InlineData("Chinese")]
    public void Usual_layouts_are_guessed(string layout)
    {
        Workbook.Write(folder.File("my.xlsx"), ("data", Rows(layout)));
        var read = Read();
        Assert.Equal(["North", "South"], read.Table.Regions.Labels);
        Assert.Equal(2, read.Table.Sectors.Count);
        Assert.Equal([100.0, 300, 80, 250], read.Table.Output);
        Assert.Equal(130.0, read.Table.ValueAdded[1]);
        Assert.Equal("10^4 yuan", read.Table.Unit.Symbol);
        Assert.Null(read.Emissions);
        Assert.Contains("no emissions", Assert.Throws<DataException>(() => read.Model).Message);
    }

    [Theory]
    [InlineData("no unit", "nothing above the table states the unit of its numbers. Write it there: Unit: 10^4 yuan")]
    [InlineData("no region", "nothing says of which region")]
    [InlineData("no use", "no column was recognised as final use")]
    [InlineData("nothing", "no sheet has a block of numbers")]
    public void What_cannot_be_guessed_is_said_with_what_to_write(string layout, string message)
    {
        Workbook.Write(folder.File("my.xlsx"), ("data", Rows(layout)));
        Assert.Contains(message, Assert.Throws<DataException>(() => Read()).Message);
    }

    [Theory]
    [InlineData("a row a region", null)]
    [InlineData("a row each", null)]
    [InlineData("a row each", "lots")]
    public void Emissions_come_from_a_second_sheet(string form, string? damage)
    {
        object?[][] rows = form == "a row a region"
            ? [["Emissions (kt CO2)"], [null, "Farm", "Works"], ["North", 1, 2], ["South", 3, 4]]
            : [["region", "sector", "emissions (kt CO2)"], ["North", "Farm", 1], ["North", "Works", damage ?? (object)2], ["South", "Farm", 3],
                ["South", "Works", 4]];
        Workbook.Write(folder.File("my.xlsx"), ("data", Rows("groups")), ("second", rows));
        if (damage is null) Assert.Equal(10_000, Read().Emissions!.In(Unit.TonneCO2).Total, 1e-9);
        else Assert.Contains("my.xlsx, sheet second, cell C3: \"lots\" is not an amount of emissions",
            Assert.Throws<DataException>(() => Read()).Message);
    }

    // Imports of products for final use are left empty in these layouts.
    private OwnTable Read() => OwnTable.Read(folder.File("my.xlsx"), ValueStatus.Statistic, emptyIsZero: true);

    [Fact]
    public void An_empty_cell_is_zero_only_where_the_caller_says_so()
    {
        var rows = Rows("groups");
        Workbook.Write(folder.File("my.xlsx"), ("data", rows));
        Assert.Contains("the cell is empty", Assert.Throws<DataException>(() => OwnTable.Read(folder.File("my.xlsx"), ValueStatus.Statistic)).Message);
        Assert.Contains("empty", string.Join(" ", Read().Reading.Notes));
    }

    private static object?[][] Rows(string layout)
    {
        var chinese = layout == "Chinese";
        string[] sectors = chinese ? ["农业", "工业"] : ["Farm", "Works"];
        object?[][] numbers = [[10, 30, 5, 10, 35, 10, 0, 100], [20, 60, 10, 30, 90, 60, 30, 300],
            [5, 10, 10, 20, 5, 25, 5, 80], [10, 20, 5, 20, 20, 95, 80, 250]];
        object?[][] inputs = [[5, 50, 5, 40], [50, 130, 45, 130], [100, 300, 80, 250]];
        var (use, ends) = (chinese ? "最终使用" : layout == "no use" ? "Pigs" : "Final use", chinese ? new[] { "出口", "总产出" } : ["Exports", "Output"]);
        string[] names = chinese ? ["进口", "增加值", "总投入"] : ["Imports", "Value added", "Total input"];
        object?[] title = [layout == "no unit" ? "A table" : chinese ? "单位: 万元" : "A table. Unit: 10^4 yuan"];
        string[] regions = ["North", "North", "South", "South", "North", "South"];
        string[] labels = [.. sectors, .. sectors, use, use];
        if (layout == "nothing") return [["a", "b"], ["c", "d"]];
        if (layout is "one heading" or "no region")
            return [title, [null, .. labels.Select((l, i) => layout == "no region" ? $"{l}{i}" : $"{regions[i]} · {l}"), .. ends],
                .. numbers.Select((n, i) => new object?[] { layout == "no region" ? labels[i] : $"{regions[i]} · {labels[i]}" }.Concat(n).ToArray()),
                .. inputs.Select((n, i) => new object?[] { names[i] }.Concat(n).ToArray())];
        object?[] above = [null, null, .. regions.Select((r, i) => layout != "repeated" && i is 1 or 3 ? null : (object)r)];
        return [title, above, [null, null, .. labels, .. ends],
            .. numbers.Select((n, i) => new object?[] { layout != "repeated" && i is 1 or 3 ? null : regions[i], labels[i] }.Concat(n).ToArray()),
            .. inputs.Select((n, i) => new object?[] { null, names[i] }.Concat(n).ToArray()), ["Source: nobody"]];
    }

    private static string Sample(string file, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../data/samples", file));
}
