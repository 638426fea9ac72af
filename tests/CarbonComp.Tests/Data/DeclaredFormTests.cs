using System.Globalization;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Tests.Data;

/// <summary>What a descriptor says of a file's form is followed, or refused by its name.</summary>
public sealed class DeclaredFormTests
{
    private static readonly string Value = DeclaredPackage.Number();

    private static double[] Values(string fields, string file, string resource = "", string schema = "")
    {
        using var package = new DeclaredPackage(fields, file, resource, schema);
        return [.. package.Load().Numbers("value")];
    }

    private static string Complaint(string fields, string file, string resource = "", string schema = "")
    {
        using var package = new DeclaredPackage(fields, file, resource, schema);
        return package.Complaint();
    }

    private static string Dialect(string content) => $$""", "dialect": {{{content}}}""";

    [Theory]
    [InlineData(""", "missingValues": ["-99"]""", "", "", "missingValues", "its schema")]
    [InlineData(""", "decimalChar": ",""" + "\"", "", "", "decimalChar", "a field")]
    [InlineData(""", "delimiter": ";""" + "\"", "", "", "delimiter", "its dialect")]
    [InlineData("", """, "groupChar": ",""" + "\"", "", "groupChar", "a field")]
    [InlineData("", """, "encoding": "gbk""" + "\"", "", "encoding", "the resource")]
    [InlineData("", "", """, "scale": 1000""", "scale", "in the unit of the field")]
    [InlineData("", "", """, "unit_multiplier": 6""", "unit_multiplier", "in the unit of the field")]
    public void What_stands_where_nobody_reads_it_is_refused_by_name(string resource, string schema, string field, string named, string owner)
    {
        var complaint = Complaint(DeclaredPackage.Number(field), "region,value\nA,-99\n", resource, schema);
        Assert.Contains($"\"{named}\" is declared", complaint, StringComparison.Ordinal);
        Assert.Contains(owner, complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9007199254740992", true)]
    [InlineData("9007199254740993", false)]
    [InlineData("-9223372036854775808", false)]
    public void A_whole_number_that_would_be_rounded_is_refused(string cell, bool isRead)
    {
        using var package = new DeclaredPackage("""{"name": "value", "type": "integer", "unit": "1", "status": "constructed"}""", $"region,value\nA,{cell}\n");
        if (isRead) Assert.Equal([9007199254740992d], package.Load().Numbers("value"));
        else Assert.Contains("is not a whole number that is read exactly", package.Complaint(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"decimalChar": ",", "groupChar": "."}""", "8.504", 8504)]
    [InlineData("""{"decimalChar": ",", "groupChar": "."}""", "\"8.504,4\"", 8504.4)]
    [InlineData("""{"groupChar": ","}""", "\"1,234\"", 1234)]
    [InlineData("""{"groupChar": ","}""", "\"-12,345,678.5\"", -12345678.5)]
    [InlineData("""{"groupChar": " "}""", "12 345", 12345)]
    [InlineData("""{"groupChar": "'"}""", "999", 999)]
    [InlineData("""{"decimalChar": ","}""", "\"1,5\"", 1.5)]
    [InlineData("""{"decimalChar": ","}""", "\"1,5E3\"", 1500)]
    [InlineData("""{"decimalChar": "·"}""", "0·25", 0.25)]
    public void Numbers_are_read_in_the_form_of_their_field(string form, string cell, double expected) =>
        Assert.Equal([expected], Values(DeclaredPackage.Number(", " + form[1..^1]), $"region,value\nA,{cell}\n"));

    [Theory]
    [InlineData("""{"groupChar": ","}""", "\"1,5\"")]
    [InlineData("""{"groupChar": ","}""", "\"12,34,567\"")]
    [InlineData("""{"groupChar": ","}""", "\"1234,567\"")]
    [InlineData("""{"groupChar": ","}""", "\"1.234,5\"")]
    [InlineData("""{"decimalChar": ",", "groupChar": "."}""", "8.50")]
    [InlineData("""{"decimalChar": ","}""", "1.5")]
    public void A_number_in_another_form_is_refused_and_the_form_named(string form, string cell)
    {
        var complaint = Complaint(DeclaredPackage.Number(", " + form[1..^1]), $"region,value\nA,{cell}\n");
        Assert.Contains("line 2 (A), field value", complaint);
        Assert.Contains("is not a number. datapackage.json declares the decimal mark", complaint);
    }

    [Theory]
    [InlineData(",", ".")]
    [InlineData(".", ",")]
    [InlineData(" ", ",")]
    [InlineData("'", ".")]
    [InlineData("", ",")]
    public void Every_number_reads_as_what_was_written_in_any_form(string group, string mark) => Prop.ForAll<int>(drawn =>
    {
        var number = drawn * 12.25;
        var written = number.ToString("#,0.00", CultureInfo.InvariantCulture).Replace(".", "|", StringComparison.Ordinal)
            .Replace(",", group, StringComparison.Ordinal).Replace("|", mark, StringComparison.Ordinal);
        var form = (group.Length > 0 ? $", \"groupChar\": \"{group}\"" : "") + $", \"decimalChar\": \"{mark}\"";
        return Values(DeclaredPackage.Number(form), $"region,value\nA,\"{written}\"\n").SequenceEqual([number]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whole_numbers_have_groups_too()
    {
        const string field = """{"name": "value", "type": "integer", "unit": "persons", "status": "constructed", "groupChar": ","}""";
        Assert.Equal([13866009], Values(field, "region,value\nA,\"13,866,009\"\n"));
        Assert.Contains("is not a whole number", Complaint(field, "region,value\nA,\"13,866,09\"\n"));
    }

    [Theory]
    [InlineData("¥ 12.5", 12.5)]
    [InlineData("12.5元", 12.5)]
    [InlineData("CNY -12.5", -12.5)]
    [InlineData("ca. 12.5", 12.5)]
    public void Signs_around_a_number_are_taken_off_where_the_field_says_so(string cell, double expected) =>
        Assert.Equal([expected], Values(DeclaredPackage.Number(", \"bareNumber\": false"), $"region,value\nA,{cell}\n"));

    [Theory]
    [InlineData("$12.5", "US$")]
    [InlineData("€12.5", "EUR")]
    [InlineData("12.5万元", "万元")]
    [InlineData("12.5 million", "million")]
    [InlineData("7%", "%")]
    [InlineData("(12.5)", "changes the number")]
    [InlineData("<12.5", "changes the number")]
    [InlineData("1 of 2", "is not a number")]
    public void Signs_that_contradict_the_unit_or_change_the_number_are_refused(string cell, string named) =>
        Assert.Contains(named, Complaint(DeclaredPackage.Number(", \"bareNumber\": false"), $"region,value\nA,{cell}\n"));

    [Fact]
    public void A_percent_sign_is_read_in_percent_and_refused_in_a_share()
    {
        static string Share(string unit) => $$"""{"name": "value", "type": "number", "unit": "{{unit}}", "status": "constructed", "bareNumber": false}""";
        using var package = new DeclaredPackage(Share("%"), "region,value\nA,7%\n");
        Assert.Equal(0.07, package.Load().Vector("value", RegionAxis.Of("A")).In("1")[0], 1e-12);
        Assert.Contains("it is in %, the field in 1", Complaint(Share("1"), "region,value\nA,7%\n"));
        Assert.Contains("is not a number", Complaint(Share("%").Replace(", \"bareNumber\": false", "", StringComparison.Ordinal), "region,value\nA,7%\n"));
    }

    [Theory]
    [InlineData("\"delimiter\": \";\"", "region;value\nA;1.5\nB;2\n")]
    [InlineData("\"delimiter\": \"\\t\"", "region\tvalue\r\nA\t1.5\r\nB\t2\r\n")]
    [InlineData("\"delimiter\": \"||\"", "region||value\nA||1.5\nB||2\n")]
    [InlineData("\"delimiter\": \"，\"", "region，value\nA，1.5\nB，2\n")]
    [InlineData("\"lineTerminator\": \";\"", "region,value;A,1.5;B,2;\n")]
    [InlineData("\"lineTerminator\": \"\\r\"", "region,value\rA,1.5\rB,2\r")]
    [InlineData("\"quoteChar\": \"'\"", "region,value\n'A',1.5\n'B','2'\n")]
    [InlineData("\"commentChar\": \"#\"", "# note, with a comma\nregion,value\nA,1.5\n#C,7\nB,2\n")]
    [InlineData("\"commentChar\": \"//\"", "region,value\nA,1.5\n// \"unclosed\nB,2\n")]
    [InlineData("\"commentRows\": [2, 4]", "region,value\nin yuan,\nA,1.5\nC,7\nB,2\n")]
    [InlineData("\"header\": false", "A,1.5\nB,2\n")]
    [InlineData("\"headerRows\": [2]", "A table\nregion,value\nA,1.5\nB,2\n")]
    [InlineData("\"headerRows\": [1, 2], \"headerJoin\": \"\"", "reg,val\nion,ue\nA,1.5\nB,2\n")]
    [InlineData("\"caseSensitiveHeader\": false", "Region,VALUE\nA,1.5\nB,2\n")]
    [InlineData("\"skipInitialSpace\": true", "region, value\nA, 1.5\nB, \"2\"\n")]
    [InlineData("\"escapeChar\": \"\\\\\"", "region,value\n\\A,1.5\nB,2\n")]
    [InlineData("\"delimiter\": \",\", \"quoteChar\": \"\\\"\", \"doubleQuote\": true, \"lineTerminator\": \"\\r\\n\", \"header\": true, \"escapeChar\": null",
        "region,value\nA,1.5\nB,2\n")]
    public void A_dialect_is_followed(string dialect, string file)
    {
        using var package = new DeclaredPackage(Value, file, Dialect(dialect));
        var table = package.Load();
        Assert.Equal(["A", "B"], table.Texts("region"));
        Assert.Equal([1.5, 2], table.Numbers("value"));
    }

    [Theory]
    [InlineData("\"quoteChar\": \"'\"", "region,value\n'A, ''x''',1\n", "A, 'x'")]
    [InlineData("\"escapeChar\": \"|\"", "region,value\nA|, x,1\n", "A, x")]
    [InlineData("\"escapeChar\": \"\\\\\", \"quoteChar\": \"\\\"\", \"doubleQuote\": false", "region,value\n\"A, \\\"x\\\"\",1\n", "A, \"x\"")]
    [InlineData("\"quoteChar\": \"\"", "region,value\nA \"x\",1\n", "A \"x\"")]
    [InlineData("\"skipInitialSpace\": false", "region,value\n A,1\n", " A")]
    [InlineData("\"commentChar\": \"#\"", "region,value\n\"#A\",1\n", "#A")]
    public void Quotes_escapes_and_spaces_are_read_as_the_dialect_says(string dialect, string file, string region)
    {
        using var package = new DeclaredPackage(Value, file, Dialect(dialect));
        Assert.Equal([region], package.Load().Texts("region"));
    }

    [Theory]
    [InlineData("\"quoteChar\": \"'\"", "region,value\n'A,1\n", "line 2: the quotes (') do not fit")]
    [InlineData("\"doubleQuote\": false", "region,value\n\"A \"\"x\"\"\",1\n", "line 2: the quotes")]
    [InlineData("\"sheetName\": \"x\"", "region,value\nA,1\n", "\"sheetName\" is declared, and it cannot be followed")]
    [InlineData("\"delimiter\": \"\"", "region,value\nA,1\n", "\"delimiter\" is empty")]
    [InlineData("\"quoteChar\": \"''\"", "region,value\nA,1\n", "\"quoteChar\" must be one character")]
    [InlineData("\"headerRows\": [0]", "region,value\nA,1\n", "\"headerRows\" must list rows")]
    [InlineData("\"headerRows\": [9]", "region,value\nA,1\n", "row 9 is declared as a heading")]
    [InlineData("\"delimiter\": \";\"", "region,value\nA,1\n", "separated by commas, not by semicolons")]
    public void A_dialect_that_does_not_fit_is_refused(string dialect, string file, string expected) => Assert.Contains(expected, Complaint(Value, file,
        Dialect(dialect)));

    [Fact]
    public void A_decimal_comma_between_semicolons_is_read() =>
        Assert.Equal([1.5, 2.25], Values(DeclaredPackage.Number(", \"decimalChar\": \",\""), "region;value\nA;1,5\nB;2,25\n", Dialect("\"delimiter\": \";\"")));

    [Fact]
    public void Advice_about_separators_names_the_property_that_says_them() =>
        Assert.Contains("\"dialect\": {\"delimiter\": \";\"}", Complaint(Value, "region;value\nA;1.5\n"));

    [Theory]
    [InlineData("tsv", null)]
    [InlineData(null, "text/tab-separated-values")]
    public void Tabs_may_be_declared_by_format_or_media_type(string? format, string? mediaType) => Assert.Equal([1.5], Values(Value, "region\tvalue\nA\t1.5\n",
        (format is null ? "" : $", \"format\": \"{format}\"") + (mediaType is null ? "" : $", \"mediatype\": \"{mediaType}\"")));

    [Theory]
    [InlineData("\"profile\": \"tabular-data-resource\"")]
    [InlineData("\"type\": \"table\"")]
    [InlineData("\"type\": \"table\", \"$schema\": \"https://datapackage.org/profiles/2.0/dataresource.json\"")]
    public void A_table_may_be_declared_as_both_versions_of_the_standard_do(string resource) =>
        Assert.Equal([1.5], Values(Value, "region,value\nA,1.5\n", ", " + resource));

    [Theory]
    [InlineData("\"format\": \"xlsx\"", "\"format\" is declared")]
    [InlineData("\"profile\": \"fiscal-data-resource\"", "\"profile\" is declared")]
    [InlineData("\"type\": \"json\"", "\"type\" is declared")]
    [InlineData("\"compression\": \"bz2\"", "\"compression\" is declared")]
    [InlineData("\"encoding\": \"klingon\"", "the encoding \"klingon\" is not known")]
    [InlineData("\"data\": []", "\"data\" is declared")]
    public void What_cannot_be_followed_is_refused_by_its_name(string resource, string expected) =>
        Assert.Contains(expected, Complaint(Value, "region,value\nA,1\n", ", " + resource));

    [Theory]
    [InlineData("gbk")]
    [InlineData("GB18030")]
    [InlineData("gb2312")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void A_named_encoding_is_read(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        using var package = new DeclaredPackage(Value, "", $", \"encoding\": \"{name}\"");
        package.Write("t.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("region,value\n唐山,12.5\n承德,40\n")]);
        var table = package.Load();
        Assert.Equal(["唐山", "承德"], table.Texts("region"));
        Assert.Equal([12.5, 40], table.Numbers("value"));
    }

    [Fact]
    public void Bytes_of_another_encoding_are_refused_with_the_line()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var named = new DeclaredPackage(Value, "region,value\nA,1\n唐山x,12.5\n", ", \"encoding\": \"gb18030\"");
        named.Write("t.csv", [.. "region,value\nA,1\n"u8, 0xFF, 0xFF, .. ",1\n"u8]);
        Assert.Contains("line 3: the file is not in the encoding gb18030", named.Complaint());
        using var unnamed = new DeclaredPackage(Value, "");
        unnamed.Write("t.csv", Encoding.GetEncoding("gbk").GetBytes("region,value\n唐山,12.5\n"));
        Assert.Contains("line 2: the file is not UTF-8", unnamed.Complaint());
    }

    [Fact]
    public void A_table_in_several_files_is_one_table_whether_the_heading_is_repeated_or_not()
    {
        using var package = new DeclaredPackage(Value, "region,value\nA,1\n", path: """["t.csv", "u.csv", "v.csv"]""");
        package.Write("u.csv", "region,value\nB,2\n"u8.ToArray()).Write("v.csv", "C,x\n"u8.ToArray());
        Assert.Contains("v.csv, line 1 (C), field value", package.Complaint());
        package.Write("v.csv", "C,3\n"u8.ToArray());
        Assert.Equal([1, 2, 3], package.Load().Numbers("value"));
        DataPackage.Seal(package.Folder);
        Assert.Equal([1, 2, 3], package.Load().Numbers("value"));
        package.Write("u.csv", "region,value\nB,7\n"u8.ToArray());
        Assert.Contains("the file is not the one", package.Complaint());
    }

    [Theory]
    [InlineData("\"t.csv.gz\"", "")]
    [InlineData("\"t.bin\"", ", \"compression\": \"gz\"")]
    public void A_compressed_file_is_unpacked(string path, string resource)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) zip.Write("region,value\nA,1.5\n"u8);
        using var package = new DeclaredPackage(Value, "", resource, path: path);
        package.Write(path.Trim('"'), packed.ToArray());
        Assert.Equal([1.5], package.Load().Numbers("value"));
        package.Write(path.Trim('"'), "region,value\nA,1.5\n"u8.ToArray());
        Assert.Contains("cannot be unpacked as gzip", package.Complaint());
    }
}
