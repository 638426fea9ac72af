using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CarbonComp.Kernel.Notebooks;
using CarbonComp.Kernel.Sweeps;
using Parquet;
using Parquet.Schema;

namespace CarbonComp.Kernel.Tests;

/// <summary><c>carboncomp sweep</c>: what it runs, refuses, repeats and collects.</summary>
[Trait("size", "large")]
public sealed class SweepTests : IDisposable
{
    private readonly SweepFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("price=20:200:20", "20 40 60 80 100 120 140 160 180 200")]
    [InlineData("share=0.1:0.3:0.1", "0.1 0.2 0.3")]
    [InlineData("price=20:50:20", "20 40")]
    [InlineData("price=2:0:-1", "2 1 0")]
    [InlineData("price=5:5:1", "5")]
    [InlineData("method=a, b", "a b")]
    public void A_grid_has_the_values_from_its_start_to_its_end(string grid, string values) =>
        Assert.Equal(values.Split(' '), Grid.Of([grid]).Rows.Select(row => row.Single()));

    [Fact]
    public void Grids_are_combined_and_the_last_changes_fastest()
    {
        var runs = Grid.Of(["a=1:2:1", "b=x,y,z"]);
        Assert.Equal(["a", "b"], runs.Names);
        Assert.Equal(["1x", "1y", "1z", "2x", "2y", "2z"], runs.Rows.Select(row => string.Concat(row)));
    }

    [Theory]
    [InlineData("price=20:200:0", "do not lead from 20 to 200")]
    [InlineData("price=20:200:-20", "do not lead from 20 to 200")]
    [InlineData("price=20:200", "from, to and step")]
    [InlineData("price=20:dear:20", "dear is not a number")]
    [InlineData("price", "price=20:200:20")]
    [InlineData("=1,2", "price=20:200:20")]
    [InlineData("price=0:1:0.0000001", "more than 1,000,000 values")]
    public void A_grid_that_cannot_be_is_refused(string grid, string message) =>
        Assert.Contains(message, Assert.Throws<NotebookException>(() => Grid.Of([grid])).Message);

    [Theory]
    [InlineData("prize=1,2", "has no parameter prize (--grid, run 1). It has price, seed.")]
    [InlineData("price=1,cheap", "price is a double and cannot be cheap (--grid, run 2)")]
    public void What_the_notebook_cannot_take_is_refused_before_the_first_run(string grid, string message)
    {
        folder.Notebook("var price = 1.0; var seed = 3;", "System.IO.File.WriteAllText(\"ran\", \"\");");
        var (code, said) = folder.Run("--grid", grid, "-o", folder.In("out"));
        Assert.Equal(2, code);
        Assert.Contains(message, said);
        Assert.False(File.Exists(folder.In("ran")));
        Assert.False(Directory.Exists(folder.In("out")));
    }

    [Theory]
    [InlineData("price,share\n1,2\n3\n", "runs.csv, line 3: 1 values for 2 parameters")]
    [InlineData("price,price\n1,2\n", "two columns are named price")]
    [InlineData("price,\n1,2\n", "column 2 has no name")]
    [InlineData("price\n", "has no run")]
    [InlineData("", "is empty")]
    public void A_table_that_is_none_is_refused_with_its_line(string text, string message)
    {
        var path = folder.In("runs.csv");
        File.WriteAllText(path, text);
        Assert.Contains(message, Assert.Throws<NotebookException>(() => RunTableFile.Read(path)).Message);
    }

    [Theory]
    [InlineData("runs: 4\nparameters:\n  price: {distribution: normal, mean: 3, standard deviation: -1}",
        "spec.yaml: The parameter price: The standard deviation")]
    [InlineData("runs: 4\nparameters:\n  prize: {distribution: uniform, lowest: 1, highest: 2}", "has no parameter prize")]
    [InlineData("runs: 4\nparameters: [price]", "has no parameters")]
    [InlineData("runs: 4\nparameters:\n  price: {", "spec.yaml, line")]
    [InlineData("- price", "describes no sample")]
    public void A_sample_that_cannot_be_is_refused_before_the_first_run(string specification, string message)
    {
        folder.Notebook("var price = 1.0;", "System.IO.File.WriteAllText(\"ran\", \"\");");
        File.WriteAllText(folder.In("spec.yaml"), specification);
        var (code, said) = folder.Run(Library, "--sample", folder.In("spec.yaml"), "-o", folder.In("out"));
        Assert.Equal(2, code);
        Assert.Contains(message, said);
        Assert.False(File.Exists(folder.In("ran")));
        Assert.False(Directory.Exists(folder.In("out")));
    }

    [Fact]
    public void A_sample_is_run_and_another_seed_draws_another()
    {
        folder.Notebook("var price = 1.0; var by = \"x\"; var seed = 0;", "Record(by, FormattableString.Invariant($\"[{{\\\"value\\\": {price}}}]\"));");
        File.WriteAllText(folder.In("spec.yaml"), """
            method: sobol
            runs: 8
            parameters:
              price: {distribution: uniform, lowest: 10, highest: 20}
              by: {distribution: discrete, values: [quadratic, slacks-based]}
            rank correlations: [[price, by, 0.3]]
            """);
        string[] Runs(string output, string seed)
        {
            var (code, said) = folder.Run(Library, "--sample", folder.In("spec.yaml"), "--seed", seed, "-o", folder.In(output));
            Assert.True(code == 0, said);
            return File.ReadAllLines(folder.In(output, "results.csv"));
        }
        var (first, again, other) = (Runs("a", "1"), Runs("b", "1"), Runs("c", "2"));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(9, first.Length);
        // Eight points of the sequence: one in each eighth of the range; and half of the runs for each text.
        var prices = first.Skip(1).Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture)).Order().ToList();
        Assert.All(Enumerable.Range(0, 8), i => Assert.InRange(prices[i], 10 + i * 1.25, 10 + (i + 1) * 1.25));
        Assert.Equal(4, first.Count(line => line.Contains(",quadratic,", StringComparison.Ordinal)));
        Assert.All(first.Skip(1), line => Assert.Equal(line.Split(',')[1], line.Split(',')[7]));
    }

    [Fact]
    public void Without_the_library_the_command_says_how_to_build_it()
    {
        folder.Notebook("var price = 1.0;", "");
        File.WriteAllText(folder.In("spec.yaml"), "runs: 4");
        Assert.Contains("dotnet build src/CarbonComp.Uncertainty -c Release", folder.Run("--sample", folder.In("spec.yaml")).Said);
    }

    private static Dictionary<string, string> Library => new()
    {
        ["CARBONCOMP_LIB"] = KernelProgram.Above(Path.Combine("artifacts", "lib"))
            ?? throw new InvalidOperationException("The library is not built: dotnet build src/CarbonComp.Uncertainty -c Release."),
    };

    [Fact]
    public void The_seed_of_a_run_depends_on_the_sweeps_seed_and_its_number()
    {
        var seeds = Enumerable.Range(1, 1000).SelectMany(run => new[] { Seeds.Of(0, run), Seeds.Of(1, run), Seeds.Of(-1, run) }).ToList();
        Assert.Equal(seeds.Count, seeds.Distinct().Count());
        Assert.DoesNotContain(seeds, seed => seed < 0);
        // As two of the columns of a sweep that was published must stay.
        Assert.Equal([357333632, 1094956814], [Seeds.Of(0, 1), Seeds.Of(0, 2)]);
    }

    [Fact]
    public async Task Records_are_collected_with_the_parameters_in_csv_and_Parquet()
    {
        folder.Notebook("var price = 1.0; var name = \"x\"; var seed = 0;", """
            Record("money", FormattableString.Invariant(
                $"[{{\"row\": \"北京\", \"value\": {price / 4}, \"unit\": \"yuan\", \"status\": \"paper\"}},{{\"row\": \"b, \\\"c\\\"\", \"value\": \"NaN\"}}]"));
            Record("payer", "[{\"text\": \"" + name + "\"}]");
            """);
        File.WriteAllText(folder.In("runs.csv"), "price,name\n1,a\n2.5,\"b, c\"\n");
        var (code, said) = folder.Run("--table", folder.In("runs.csv"), "--seed", "1", "-j", "1");
        Assert.True(code == 0, said);
        var (one, two) = (Seeds.Of(1, 1), Seeds.Of(1, 2));
        var csv = await File.ReadAllTextAsync(folder.In("study-sweep", "results.csv"), TestContext.Current.CancellationToken);
        Assert.Equal($""""
            run,price,name (parameter),seed,name,row,column,value,text,unit,status
            1,1,a,{one},money,北京,,0.25,,yuan,paper
            1,1,a,{one},money,"b, ""c""",,NaN,,,
            1,1,a,{one},payer,,,,a,,
            2,2.5,"b, c",{two},money,北京,,0.625,,yuan,paper
            2,2.5,"b, c",{two},money,"b, ""c""",,NaN,,,
            2,2.5,"b, c",{two},payer,,,,"b, c",,

            """", csv);
        await using var parquet = await ParquetReader.CreateAsync(folder.In("study-sweep", "results.parquet"));
        using var group = parquet.OpenRowGroupReader(0);
        Assert.Equal(csv.Split('\n')[0].Split(','), parquet.Schema.Fields.Select(field => field.Name));
        var prices = new double[6];
        await group.ReadAsync<double>(parquet.Schema.FindDataField("price"), prices, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([1, 1, 1, 2.5, 2.5, 2.5], prices);
        var values = new double?[6];
        await group.ReadAsync<double>(parquet.Schema.FindDataField("value"), values.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([0.25, double.NaN, null, 0.625, double.NaN, null], values);
        var rows = new string?[6];
        await group.ReadAsync(parquet.Schema.FindDataField("row"), rows.AsMemory()!, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal<IEnumerable<string?>>(["北京", "b, \"c\"", null, "北京", "b, \"c\"", null], rows);
        // The executed notebook has the values too.
        var executed = JsonNode.Parse(await File.ReadAllTextAsync(folder.In("study-sweep", "runs", "000002.ipynb"), TestContext.Current.CancellationToken))!;
        Assert.Equal("price", executed["cells"]![1]!["source"]![1]!.GetValue<string>().Split(' ')[1]);
    }

    [Fact]
    public void Only_what_failed_is_repeated()
    {
        folder.Notebook("var price = 1;", """
            System.IO.File.AppendAllText("ran", price + " ");
            if (price == 2 && !System.IO.File.Exists("mended")) throw new InvalidOperationException("no price of 2");
            Record("p", $"[{{\"value\": {price}}}]");
            """);
        var (code, said) = folder.Run("--grid", "price=1:3:1", "-j", "1");
        Assert.Equal(1, code);
        Assert.Contains("Run 2 failed: System.InvalidOperationException: no price of 2", said);
        Assert.Contains("2,2,System.InvalidOperationException: no price of 2", File.ReadAllText(folder.In("study-sweep", "failures.csv")));
        Assert.Equal(3, File.ReadAllLines(folder.In("study-sweep", "results.csv")).Length);
        File.WriteAllText(folder.In("mended"), "");
        (code, said) = folder.Run("--grid", "price=1:3:1", "-j", "1");
        Assert.True(code == 0, said);
        Assert.Equal("1 2 3 2 ", File.ReadAllText(folder.In("ran")));
        Assert.False(File.Exists(folder.In("study-sweep", "failures.csv")));
        Assert.Equal(["1,1,p,,,1,,,", "2,2,p,,,2,,,", "3,3,p,,,3,,,"], File.ReadAllLines(folder.In("study-sweep", "results.csv"))[1..]);
    }

    [Fact]
    public void A_run_that_ends_its_process_or_records_twice_fails_and_the_others_go_on()
    {
        folder.Notebook("var price = 1;", """
            static class Kept { public static int Runs; }
            if (price == 2) Environment.Exit(3);
            if (price == 3) Record("p", "[{\"value\": 1}]");
            Record("p", $"[{{\"value\": {price + Kept.Runs++}}}]");
            """);
        var (code, said) = folder.Run("--grid", "price=1:4:1", "-j", "1");
        Assert.Equal(1, code);
        Assert.Contains("Run 2 failed: ProcessEnded", said);
        Assert.Contains("records \"p\" twice", said);
        Assert.Equal(["1,1,p,,,1,,,", "4,4,p,,,4,,,"], File.ReadAllLines(folder.In("study-sweep", "results.csv"))[1..]);
    }

    [Fact]
    public void A_folder_of_another_sweep_is_left_alone()
    {
        folder.Notebook("var price = 1;", "Record(\"p\", $\"[{{\\\"value\\\": {price}}}]\");");
        Assert.Equal(0, folder.Run("--grid", "price=1,2").Code);
        var before = File.ReadAllText(folder.In("study-sweep", "results.csv"));
        Assert.Contains("another table of runs", folder.Run("--grid", "price=1,3").Said);
        folder.Notebook("var price = 1;", "Record(\"q\", $\"[{{\\\"value\\\": {price}}}]\");");
        Assert.Contains("another notebook", folder.Run("--grid", "price=1,2").Said);
        Assert.Equal(before, File.ReadAllText(folder.In("study-sweep", "results.csv")));
        Assert.Contains("is not empty and holds no sweep", folder.Run("--grid", "price=1,2", "-o", folder.Path).Said);
    }

    [Fact]
    public async Task Cancelling_keeps_what_is_done()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends a POSIX signal.");
        folder.Notebook("var price = 1;", """
            if (price == 2 && !System.IO.File.Exists("again")) { System.IO.File.WriteAllText("started", ""); while (true) { } }
            Record("p", $"[{{\"value\": {price}}}]");
            """);
        using var process = folder.Start(null, "--grid", "price=1:3:1", "-j", "1");
        var said = process.StandardError.ReadToEndAsync();
        while (!File.Exists(folder.In("started")) && !process.HasExited)
            Thread.Sleep(20);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("1 of 3 runs are kept", await said);
        Assert.Equal(["000001.ipynb"], Directory.GetFiles(folder.In("study-sweep", "runs")).Select(System.IO.Path.GetFileName));
        File.WriteAllText(folder.In("again"), "");
        Assert.Contains("1 of 3 runs are done already", folder.Run("--grid", "price=1:3:1").Said);
    }
}
