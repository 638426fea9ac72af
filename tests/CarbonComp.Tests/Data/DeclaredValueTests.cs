namespace CarbonComp.Tests.Data;

/// <summary>What a schema says of values is followed: types, formats, what is missing, what is allowed, keys.</summary>
public sealed class DeclaredValueTests
{
    private static readonly string Value = DeclaredPackage.Number();

    private static DataTable Table(string fields, string file, string schema = "")
    {
        using var package = new DeclaredPackage(fields, file, schema: schema);
        return package.Load();
    }

    private static string Complaint(string fields, string file, string schema = "")
    {
        using var package = new DeclaredPackage(fields, file, schema: schema);
        return package.Complaint();
    }

    private static string Typed(string type, string more = "") => $$"""{"name": "x", "type": "{{type}}"{{more}}}""";

    [Fact]
    public void Truth_values_are_those_of_the_standard_or_of_the_field()
    {
        var file = "region,x\nA,True\nB,FALSE\nC,1\nD,0\n";
        Assert.Equal(["true", "false", "true", "false"], Table(Typed("boolean"), file).Texts("x"));
        Assert.Equal(new[] { true, false, true, false }, Table(Typed("boolean"), file).ToColumns()["x"]);
        const string words = """, "trueValues": ["是"], "falseValues": ["否"]""";
        Assert.Equal(["true", "false"], Table(Typed("boolean", words), "region,x\nA,是\nB,否\n").Texts("x"));
        Assert.Contains("\"true\" is neither true nor false. Write 是, or 否", Complaint(Typed("boolean", words), "region,x\nA,true\n"));
        Assert.Contains("is neither true nor false", Complaint(Typed("boolean"), "region,x\nA,yes\n"));
        Assert.Contains("among trueValues and falseValues", Complaint(Typed("boolean", """, "trueValues": ["0"]"""), "region,x\nA,0\n"));
    }

    [Fact]
    public void A_truth_value_that_is_absent_is_not_false()
    {
        var table = Table(Typed("boolean", """, "constraints": {"required": false}"""), "region,x\nA,true\nB,\n");
        Assert.Equal(new bool?[] { true, null }, table.ToColumns()["x"]);
    }

    [Theory]
    [InlineData("date", "", "2020-01-01", "2020-01-01")]
    [InlineData("date", "%d/%m/%Y", "31/12/2018", "2018-12-31")]
    [InlineData("date", "%d/%m/%Y", "1/2/2018", "2018-02-01")]
    [InlineData("date", "fmt:%Y%m%d", "20181231", "2018-12-31")]
    [InlineData("date", "%Y年%m月%d日", "2018年3月1日", "2018-03-01")]
    [InlineData("date", "%d %b %y", "05 Mar 99", "1999-03-05")]
    [InlineData("datetime", "", "2020-01-01T15:00:00", "2020-01-01T15:00:00")]
    [InlineData("datetime", "", "2020-01-01T15:00:00+08:00", "2020-01-01T07:00:00Z")]
    [InlineData("time", "", "15:00:00", "15:00:00")]
    [InlineData("time", "%H:%M", "7:30", "07:30:00")]
    [InlineData("yearmonth", "", "2020-12", "2020-12")]
    [InlineData("any", "", "as it is", "as it is")]
    [InlineData("string", "uuid", "95ecc380-afe9-11e4-9b6c-751b66dd541e", "95ecc380-afe9-11e4-9b6c-751b66dd541e")]
    public void Dates_and_texts_are_read_in_their_format(string type, string format, string cell, string expected) =>
        Assert.Equal([expected], Table(Typed(type, format.Length > 0 ? $", \"format\": \"{format}\"" : ""), $"region,x\nA,{cell}\n").Texts("x"));

    [Theory]
    [InlineData("date", "", "2020-13-01")]
    [InlineData("date", "", "01/02/2020")]
    [InlineData("date", "%d/%m/%Y", "12/31/2018")]
    [InlineData("date", "", "2020-1-1")]
    [InlineData("yearmonth", "", "2020-13")]
    [InlineData("time", "", "25:00:00")]
    [InlineData("string", "email", "nobody")]
    [InlineData("string", "uri", "nowhere")]
    public void Cells_in_another_format_are_refused(string type, string format, string cell)
    {
        var complaint = Complaint(Typed(type, format.Length > 0 ? $", \"format\": \"{format}\"" : ""), $"region,x\nA,{cell}\n");
        Assert.Contains($"line 2 (A), field x: \"{cell}\" is not", complaint);
    }

    [Theory]
    [InlineData("date", "any")]
    [InlineData("date", "%Q")]
    [InlineData("string", "poem")]
    [InlineData("number", "currency")]
    [InlineData("year", "default2")]
    public void Formats_that_are_not_known_are_refused_by_name(string type, string format) =>
        Assert.Contains("\"format\" is declared", Complaint(Typed(type, $", \"unit\": \"1\", \"status\": \"constructed\", \"format\": \"{format}\""),
            "region,x\nA,1\n"));

    [Theory]
    [InlineData("duration")]
    [InlineData("geopoint")]
    [InlineData("array")]
    [InlineData("object")]
    public void Types_of_the_standard_that_are_not_read_say_what_to_do(string type) =>
        Assert.Contains("Declare the field as string", Complaint(Typed(type), "region,x\nA,1\n"));

    [Fact]
    public void A_type_that_is_not_declared_is_text() => Assert.Equal(["1.50"], Table("""{"name": "x"}""", "region,x\nA,1.50\n").Texts("x"));

    [Theory]
    [InlineData("""["", "-"]""", "A,-\nB,2\nC,\n")]
    [InlineData("""["n.a."]""", "A,n.a.\nB,2\nC,n.a.\n")]
    [InlineData("""[{"value": "-99", "label": "refused"}, {"value": "NaN"}]""", "A,-99\nB,2\nC,NaN\n")]
    public void Missing_values_are_absent_and_never_zero(string missing, string rows)
    {
        foreach (var (field, schema) in new[] { (Value, $", \"missingValues\": {missing}"), (DeclaredPackage.Number($", \"missingValues\": {missing}"),
            ", \"missingValues\": [\"2\"]") })
        {
            var table = Table(field, "region,value\n" + rows, schema);
            Assert.Equal([double.NaN, 2, double.NaN], (double[])table.ToColumns()["value"]);
            Assert.Contains("there is no value", Assert.Throws<DataException>(() => table.Numbers("value")).Message);
            Assert.Equal([2], table.Given("value").Numbers("value"));
        }
    }

    [Fact]
    public void What_is_not_among_the_missing_values_is_refused()
    {
        Assert.Contains("line 2 (A), field value: \"-\" is not a number", Complaint(Value, "region,value\nA,-\n"));
        Assert.Contains("\"\" is not among the missingValues", Complaint(Value, "region,value\nA,\n", ", \"missingValues\": [\"-\"]"));
        Assert.Contains("the cell is empty", Complaint(DeclaredPackage.Number(""", "constraints": {"required": true}"""), "region,value\nA,-\n",
            ", \"missingValues\": [\"-\"]"));
        Assert.Contains("\"missingValues\" must list texts", Complaint(Value, "region,value\nA,1\n", ", \"missingValues\": [0]"));
    }

    [Fact]
    public void A_null_sequence_is_missing()
    {
        using var package = new DeclaredPackage(Value, "region,value\nA,\\N\nB,2\n", ", \"dialect\": {\"nullSequence\": \"\\\\N\"}");
        Assert.Equal([2], package.Load().Given("value").Numbers("value"));
    }

    [Theory]
    [InlineData("\"minimum\": 2", 1, 2)]
    [InlineData("\"maximum\": 2", 3, 2)]
    [InlineData("\"exclusiveMinimum\": 1", 1, 2)]
    [InlineData("\"exclusiveMaximum\": 2", 2, 1)]
    [InlineData("\"enum\": [2, 3]", 1, 2)]
    [InlineData("\"minimum\": \"2\"", 1, 2)]
    public void Numbers_keep_their_constraints(string constraint, int wrong, int right)
    {
        var field = DeclaredPackage.Number($", \"constraints\": {{{constraint}}}");
        Assert.Equal([right], Table(field, $"region,value\nA,{right}.0\n").Numbers("value"));
        Assert.Contains($"line 2 (A), field value: the value is {wrong}; {constraint.Split('"')[1]}", Complaint(field, $"region,value\nA,{wrong}\n"));
    }

    [Theory]
    [InlineData("string", "\"pattern\": \"^[A-Z]{2}\\\\d+$\"", "x1", "CN1")]
    [InlineData("string", "\"pattern\": \"a|bc\"", "abc", "bc")]
    [InlineData("string", "\"minLength\": 2", "省", "省份")]
    [InlineData("string", "\"maxLength\": 2", "abc", "ab")]
    [InlineData("string", "\"enum\": [\"coal\", \"gas\"]", "Coal", "coal")]
    [InlineData("date", "\"minimum\": \"2020-01-01\"", "2019-12-31", "2020-01-01")]
    [InlineData("year", "\"maximum\": 2020", "2021", "2020")]
    [InlineData("boolean", "\"enum\": [true]", "false", "true")]
    public void Texts_dates_and_years_keep_theirs(string type, string constraint, string wrong, string right)
    {
        var field = Typed(type, $", \"constraints\": {{{constraint}}}");
        Assert.Single(Table(field, $"region,x\nA,{right}\n").Texts("x"));
        Assert.Contains($"the value is {wrong}; {constraint.Split('"')[1]}", Complaint(field, $"region,x\nA,{wrong}\n"));
    }

    [Theory]
    [InlineData("string", "\"minimum\": 1", "minimum")]
    [InlineData("string", "\"jsonSchema\": {}", "jsonSchema")]
    [InlineData("string", "\"pattern\": \"(\"", "pattern")]
    [InlineData("year", "\"maxLength\": 4", "maxLength")]
    [InlineData("year", "\"pattern\": \"2.*\"", "pattern")]
    public void Constraints_that_cannot_be_held_are_refused_by_name(string type, string constraint, string named) =>
        Assert.Contains($"\"{named}\" is declared", Complaint(Typed(type, $", \"constraints\": {{{constraint}}}"), "region,x\nA,2020\n"));

    [Fact]
    public void Categories_are_the_only_values()
    {
        var field = Typed("string", """, "categories": [{"value": "coal", "label": "Coal"}, {"value": "gas"}]""");
        Assert.Equal(["gas"], Table(field, "region,x\nA,gas\n").Texts("x"));
        Assert.Contains("categories allows coal, gas", Complaint(field, "region,x\nA,oil\n"));
    }

    [Fact]
    public void Unique_values_and_keys_are_held_by_value_and_absent_ones_are_not_compared()
    {
        var unique = DeclaredPackage.Number(""", "constraints": {"unique": true, "required": false}""");
        Assert.Contains("line 3: value 1.0 appears twice, first in line 2", Complaint(unique, "region,value\nA,1\nB,1.0\n"));
        Assert.Equal(3, Table(unique, "region,value\nA,1\nB,\nC,\n").RowCount);
        Assert.Contains("region and value A, 1 appears twice", Complaint(Value, "region,value\nA,1\nB,1\nA,1\n", """, "uniqueKeys": [["region", "value"]]"""));
        Assert.Contains("field value: the cell is empty", Complaint(DeclaredPackage.Number(""", "constraints": {"required": false}"""),
            "region,value\nA,1\nB,\n", """, "primaryKey": ["value"]"""));
    }

    [Fact]
    public void Foreign_keys_may_have_several_fields_and_refer_to_their_own_table()
    {
        const string parent = """{"name": "parent", "type": "string", "constraints": {"required": false}}""";
        const string own = """, "foreignKeys": [{"fields": ["parent"], "reference": {"resource": "", "fields": ["region"]}}]""";
        Assert.Equal(2, Table(parent, "region,parent\nA,\nB,A\n", own).RowCount);
        Assert.Contains("field parent: \"C\" is missing", Complaint(parent, "region,parent\nA,\nB,C\n", own));
        const string pair = """, "foreignKeys": [{"fields": ["region", "parent"], "reference": {"fields": ["parent", "region"]}}]""";
        Assert.Equal(2, Table(parent, "region,parent\nA,B\nB,A\n", pair).RowCount);
        Assert.Contains("\"B, C\" is missing", Complaint(parent, "region,parent\nA,A\nB,B\nB,C\n", pair.Replace("[\"parent\", \"region\"]",
            "[\"region\", \"region\"]", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("exact", "value,region\n1,A\n", "another order")]
    [InlineData("equal", "value,region\n1,A\n", null)]
    [InlineData("subset", "region,value,more\nA,1,x\n", null)]
    [InlineData("subset", "region,more\nA,x\n", "the schema has this field")]
    [InlineData("superset", "region\nA\n", null)]
    [InlineData("superset", "region,more\nA,x\n", "is not in the schema")]
    [InlineData("partial", "region,more\nA,x\n", null)]
    [InlineData("partial", "more\nx\n", "none of the fields")]
    public void Fields_and_columns_match_as_the_schema_says(string match, string file, string? complaint)
    {
        var (field, schema) = (DeclaredPackage.Number(""", "constraints": {"required": false}"""), $", \"fieldsMatch\": \"{match}\"");
        if (complaint is null) Assert.Equal(["A"], Table(field, file, schema).Texts("region"));
        else Assert.Contains(complaint, Complaint(field, file, schema));
    }

    [Fact]
    public void All_faults_of_a_file_are_told_at_once()
    {
        var complaint = Complaint(Value + ", " + Typed("date"), "region,value,x\nA,1,2020-01-01\nB,-,2020-01-01\nC,2,yesterday\nD,3\n");
        Assert.Contains("3 things are wrong", complaint);
        foreach (var place in new[] { "line 3 (B), field value", "line 4 (C), field x", "line 5 (D): the line has 2 cells" }) Assert.Contains(place, complaint);
    }

    [Fact]
    public void What_is_absent_or_without_a_bound_is_written_and_read_again()
    {
        using var package = new DeclaredPackage(DeclaredPackage.Number(""", "constraints": {"required": false}""") + ", "
            + Typed("boolean", """, "constraints": {"required": false}""") + ", " + Typed("string",
                """, "constraints": {"required": false}"""). Replace("\"x\"", "\"note\"", StringComparison.Ordinal), "");
        double[] values = [1.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        new Columns(new Column("region", new[] { "A", "B", "C", "D" }), new Column("value", values), new Column("x", new bool?[] { true, null, false, true }),
            new Column("note", new[] { "a", null, "", "d" })).WriteCsv(Path.Combine(package.Folder, "t.csv"));
        Assert.Equal("region,value,x,note\nA,1.5,true,a\nB,,,\nC,INF,false,\nD,-INF,true,d\n", File.ReadAllText(Path.Combine(package.Folder, "t.csv")));
        var read = package.Load();
        Assert.Equal(values, (double[])read.ToColumns()["value"]);
        Assert.Equal(new bool?[] { true, null, false, true }, read.ToColumns()["x"]);
        Assert.Equal(["a", "", "", "d"], read.Texts("note"));
    }
}
