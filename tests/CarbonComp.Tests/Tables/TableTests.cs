namespace CarbonComp.Tests;

public class TableTests
{
    [Fact]
    public void Labels_from_files_are_encoded_in_html()
    {
        var html = Html(new Table("<b>caption</b> & more", new Columns(new Column("<script>", new[] { "<img src=x onerror=alert(1)>", "张家口 \"&\"" }))));
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>caption", html, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x", html, StringComparison.Ordinal);
        Assert.Contains("张家口 &quot;&amp;&quot;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_stands_in_every_caption()
    {
        var table = new Table("Areas", new Columns(new Column("x", new[] { 1.0 })), ValueStatus.Illustrative);
        Assert.Contains("Areas (illustrative, not observed)", Html(table), StringComparison.Ordinal);
        Assert.StartsWith("Areas (illustrative, not observed)", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Years_are_not_grouped_as_amounts_are()
    {
        var text = new Table("Energy", new Columns(new Column("year", new[] { 2015.0 }), new Column("energy", new[] { 2015.0 }))).ToString();
        Assert.Contains("2015", text, StringComparison.Ordinal);
        Assert.Contains("2\u202f015", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_rows_are_shown_and_the_rest_counted()
    {
        var table = new Table("long", new Columns(new Column("n", Enumerable.Range(1, 100).ToArray())));
        Assert.Equal(60, Html(table).Split("<tbody>")[1].Split("</tbody>")[0].Split("<tr>").Length - 1);
        Assert.Contains("and 40 more rows", Html(table), StringComparison.Ordinal);
        Assert.EndsWith("… and 40 more rows", table.ToString(), StringComparison.Ordinal);
        var whole = new Table("whole", new Columns(new Column("n", Enumerable.Range(1, 60).ToArray())));
        Assert.DoesNotContain("more rows", Html(whole) + whole, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_one_kind_are_shown_in_one_readable_unit_and_kept_in_their_own()
    {
        var table = new Table("t", new Columns(new Column("a", new[] { 1.5e8, 2e6 }, Unit.TonneCO2), new Column("b", new[] { 5e5, 1e5 }, Unit.TonneCO2),
            new Column("c", new[] { 3.0, 4 }, Unit.Kilometre)));
        var text = table.ToString();
        Assert.Contains("a (Mt CO2)", text, StringComparison.Ordinal);
        Assert.Contains("b (Mt CO2)", text, StringComparison.Ordinal);
        Assert.Contains("c (km)", text, StringComparison.Ordinal);
        Assert.Equal([1.5e8, 2e6], (double[])table.ToColumns()["a"]);
        Assert.Equal([1.5e8, 2e6], (double[])table.ToColumns()["a (t CO2)"]);
    }

    [Theory]
    [InlineData(new[] { 1234.5678, 2.0 }, 0)]
    [InlineData(new[] { 123.4567 }, 0)]
    [InlineData(new[] { 0.00012345, 0.5 }, 3)]
    [InlineData(new[] { 0.0000012345 }, 5)]
    [InlineData(new[] { 3.0, -4, 1e9 }, 0)]
    [InlineData(new[] { 0.0 }, 0)]
    [InlineData(new[] { double.NaN, double.PositiveInfinity }, 0)]
    [InlineData(new[] { double.NaN, 1.5 }, 2)]
    [InlineData(new[] { 9254.2, 74.0, 41.3, 12.6 }, 1)] // one large number does not take the digits from the others
    public void Decimals_give_numbers_of_the_usual_size_three_digits(double[] numbers, int decimals) => Assert.Equal(decimals, NumberFormat.Decimals(numbers));

    [Theory]
    [InlineData(1234567.891, 1, "1\u202f234\u202f567.9")]
    [InlineData(-0.5, 1, "−0.5")]
    [InlineData(-0.001, 1, "0.0")]
    [InlineData(0.25, 1, "0.3")]
    [InlineData(double.NaN, 2, "–")]
    [InlineData(double.NegativeInfinity, 2, "–")]
    public void Numbers_are_grouped_and_signed_for_readers(double value, int decimals, string expected) =>
        Assert.Equal(expected, NumberFormat.Format(value, decimals));

    [Fact]
    public void Plain_text_is_aligned_also_where_names_are_Chinese()
    {
        var lines = new Table("t", new Columns(new Column("city", new[] { "石家庄市", "Handan" }), new Column("n", new[] { 1, 22 }))).ToString()
            .Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal(["city       n", "石家庄市   1", "Handan    22"], lines[1..]);
    }

    [Fact]
    public void Columns_of_different_length_or_one_heading_are_refused()
    {
        Assert.Contains("b has 1", Assert.Throws<CarbonCompException>(() => new Columns(new Column("a", new[] { 1, 2 }), new Column("b", new[] { 1 })))
            .Message, StringComparison.Ordinal);
        Assert.Contains("\"a\"", Assert.Throws<CarbonCompException>(() => new Columns(new Column("a", new[] { 1 }), new Column("a", new[] { 2 }))).Message,
            StringComparison.Ordinal);
        Assert.Contains("There are: a", Assert.Throws<KeyNotFoundException>(() => new Columns(new Column("a", new[] { 1 }))["b"]).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_rows_or_columns_is_shown_as_its_caption()
    {
        Assert.Equal("Empty (constructed, not observed)", new Table("empty", new Columns()).ToString().TrimEnd());
        Assert.Contains("<th", Html(new Table("no rows", new Columns(new Column("x", Array.Empty<double>())))), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_shown_type_follows_the_kernels_convention()
    {
        foreach (var type in typeof(ITabular).Assembly.GetExportedTypes().Where(t => t.IsAssignableTo(typeof(ITabular)) && !t.IsInterface))
        {
            var attribute = Assert.Single(type.GetCustomAttributes(true), a => a.GetType().Name == "TypeFormatterSourceAttribute");
            var source = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
            var formatters = (IEnumerable<object>)source.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(source), null)!;
            Assert.Equal(["text/html", "text/plain"], formatters.Select(f => (string)f.GetType().GetProperty("MimeType")!.GetValue(f)!));
            Assert.All(formatters, f => Assert.Single(f.GetType().GetMethods(), m => m.Name == "Format" && m.ReturnType == typeof(bool)));
        }
    }

    [Fact]
    public void Formatters_leave_what_is_no_table()
    {
        using var writer = new StringWriter();
        Assert.False(new TabularHtmlFormatter().Format("text", writer));
        Assert.False(new TabularTextFormatter().Format(1, writer));
        Assert.Empty(writer.ToString());
    }

    [Fact]
    public void Vectors_of_one_axis_make_one_table_with_the_weakest_status()
    {
        LabelledVector Of(string name, string unit, ValueStatus status, params double[] values) => new(name, Cities, values, Unit.Parse(unit), status);
        var table = Table.Of("Who pays", Of("paid", "yuan", ValueStatus.Paper, 1, 2), Of("share", "%", ValueStatus.Illustrative, 30, 70));
        Assert.Equal((ValueStatus.Illustrative, "Who pays"), (table.Status, table.Caption));
        Assert.Equal(["region", "paid (yuan)", "share (%)"], table.ToColumns().Keys);
        Assert.Equal(["A", "B"], (string[])table.ToColumns()["region"]);
        Assert.Equal([1.0, 2], (double[])table.ToColumns()["paid"]);
    }

    [Fact]
    public void Results_with_other_rows_are_not_put_into_one_table()
    {
        var paid = new LabelledVector("paid", Cities, [1, 2], Unit.Yuan, ValueStatus.Paper);
        var turned = new LabelledVector("received", RegionAxis.Of("B", "A"), [1, 2], Unit.Yuan, ValueStatus.Paper);
        var longer = new LabelledVector("received", RegionAxis.Of("A", "B", "C"), [1, 2, 3], Unit.Yuan, ValueStatus.Paper);
        Assert.StartsWith("Row 1 is \"A\" in \"paid\" and \"B\" in \"received\".", Assert.Throws<CarbonCompException>(() => Table.Of("t", paid, turned))
            .Message, StringComparison.Ordinal);
        Assert.StartsWith("Row 3 is missing in \"paid\" and \"C\" in \"received\".", Assert.Throws<CarbonCompException>(() => Table.Of("t", paid, longer))
            .Message, StringComparison.Ordinal);
        Assert.Contains("Two columns are named \"paid (yuan)\"", Assert.Throws<CarbonCompException>(() => Table.Of("t", paid, paid)).Message,
            StringComparison.Ordinal);
        Assert.Throws<CarbonCompException>(() => Table.Of("t"));
    }

    [Fact]
    public void Rows_make_a_table_column_by_column()
    {
        var rows = new[] { (Name: "A", Net: -1.5, Rank: 2, Price: (double?)null), (Name: "B", Net: 3, Rank: 1, Price: 5) };
        Table table = Table.OfRows("Cities", rows).With("city", r => r.Name).With("net", r => r.Net, Unit.Yuan).With("rank", r => r.Rank)
            .With("price", r => r.Price)
            .With("pays", r => r.Net > 0);
        Assert.Equal(["city", "net (yuan)", "rank", "price", "pays"], table.ToColumns().Keys);
        Assert.Equal([-1.5, 3.0], (double[])table.ToColumns()["net"]);
        Assert.Equal([2, 1], (int[])table.ToColumns()["rank"]);
        Assert.Equal([double.NaN, 5], (double[])table.ToColumns()["price"]);
        Assert.Equal([false, true], (bool[])table.ToColumns()["pays"]);
        Assert.Equal(ValueStatus.Constructed, table.Status);
        Assert.IsType<double[]>(Table.OfRows("none", rows[..0]).With("net", r => r.Net, Unit.Yuan).ToColumns()["net"]);
    }

    [Fact]
    public void Quantities_of_rows_bring_their_unit_and_status()
    {
        var table = Table.OfRows("Cities", new[] { 1.0, 2 }).With("emissions", v =>
            new Quantity(v, v > 1 ? Unit.TonneCO2 : Unit.MegatonneCO2, v > 1 ? ValueStatus.Illustrative : ValueStatus.Paper));
        Assert.Equal(ValueStatus.Illustrative, table.Status);
        Assert.Equal([1, 2e-6], (double[])table.ToColumns()["emissions (Mt CO2)"]);
        Assert.Equal(ValueStatus.Paper, Table.OfRows("t", new[] { 1 }, ValueStatus.Paper).Status);
        Assert.Equal(ValueStatus.Illustrative, Table.OfRows("t", new[] { new Table("u", new Columns(), ValueStatus.Illustrative) }).Status);
    }

    private static readonly RegionAxis Cities = RegionAxis.Of("A", "B");

    private static string Html(ITabular table)
    {
        using var writer = new StringWriter();
        Assert.True(new TabularHtmlFormatter().Format(table, writer));
        return writer.ToString();
    }
}
