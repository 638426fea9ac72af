using System.Diagnostics;
using Parquet;
using Parquet.Schema;

namespace CarbonComp.Kernel.Tests;

/// <summary><c>carboncomp parquet</c> as a person calls it.</summary>
public sealed class ParquetCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parquet").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_column_has_the_narrowest_type_that_keeps_all_its_values()
    {
        var csv = Csv("城市,code,count,payment,note\n北京,0113,3,1.5,\n\"天津, 市\",0120,-4,,late\n唐山,0130,5,2e9,\n");
        Assert.Equal((0, ""), Run(csv));
        await using var parquet = await ParquetReader.CreateAsync(Path.ChangeExtension(csv, ".parquet"));
        var fields = parquet.Schema.GetDataFields();
        Assert.Equal(["城市", "code", "count", "payment", "note"], fields.Select(field => field.Name));
        Assert.Equal(["text", "text", "Int64", "Double", "text"],
            fields.Select(field => field.ClrType == typeof(ReadOnlyMemory<char>) ? "text" : field.ClrType.Name));
        Assert.Equal(3, parquet.Metadata!.NumRows);
        using var group = parquet.OpenRowGroupReader(0);
        var payments = new double?[3];
        await group.ReadAsync<double>(fields[3], payments.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([1.5, null, 2e9], payments);
        var codes = new string?[3];
        await group.ReadAsync(fields[1], codes.AsMemory()!, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal<IEnumerable<string?>>(["0113", "0120", "0130"], codes);
    }

    [Fact]
    public void The_same_table_has_the_same_bytes()
    {
        var csv = Csv("a,b\n1,x\n2,y\n");
        Run(csv);
        var first = File.ReadAllBytes(Path.ChangeExtension(csv, ".parquet"));
        Run(csv);
        Assert.Equal(first, File.ReadAllBytes(Path.ChangeExtension(csv, ".parquet")));
    }

    [Theory]
    [InlineData("a,b\n1\n", "row 2: 1 cells under 2 names of columns")]
    [InlineData("a,a\n1,2\n", "two columns are named a")]
    [InlineData("a,\n1,2\n", "the first row must name every column")]
    [InlineData("", "the first row must name every column")]
    public void What_is_no_table_is_refused_and_leaves_nothing(string text, string expected)
    {
        var csv = Csv(text);
        var (code, said) = Run(csv);
        Assert.Equal(2, code);
        Assert.Contains(expected, said);
        Assert.Equal([csv], Directory.GetFiles(folder));
    }

    private string Csv(string text)
    {
        var path = Path.Combine(folder, "table.csv");
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Said) Run(params string[] tables)
    {
        using var process = Process.Start(new ProcessStartInfo(KernelProgram.Path, ["parquet", .. tables]) { RedirectStandardError = true,
            RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        _ = output.Result;
        return (process.ExitCode, said);
    }
}
