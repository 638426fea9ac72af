using System.Globalization;
using CarbonComp.Kernel.Notebooks;
using Parquet;
using Parquet.Schema;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>Collects what the runs recorded into one table, as Parquet and as csv: a row a value, in the order of runs and records.</summary>
/// <remarks>Columns: run, the parameters, name, row, column, value, text, unit, status. A parameter whose name is one of these is followed by
/// <c> (parameter)</c>.</remarks>
internal sealed class SweepResults
{
    private const int RowsOfGroup = 100_000;

    private static readonly string[] Own = ["run", "name", "row", "column", "value", "text", "unit", "status"];

    private readonly SweepPlan plan;
    private readonly IReadOnlyList<ParameterColumn> parameters;
    private readonly DataField<int> run = new("run");
    private readonly DataField<double?> value = new("value");
    private readonly DataField[] texts = 
        [.. ((string[])["name", "row", "column", "text", "unit", "status"]).Select(name => new DataField(name, typeof(string), true))];

    public SweepResults(SweepPlan plan)
    {
        this.plan = plan;
        parameters = [.. plan.Runs.Names.Select((name, i) =>
            new ParameterColumn(Own.Contains(name) ? name + " (parameter)" : name, plan.Runs.Rows.Select(row => row[i])))];
    }

    public string CsvPath => Path.Combine(plan.Folder, "results.csv");

    public string ParquetPath => Path.Combine(plan.Folder, "results.parquet");

    public string FailuresPath => Path.Combine(plan.Folder, "failures.csv");

    /// <summary>Writes the files: each whole or not at all.</summary>
    /// <returns>The number of values.</returns>
    public long Write()
    {
        long count = 0;
        WholeFile.Write(ParquetPath, parquet => WholeFile.Write(CsvPath, stream =>
        {
            using var csv = new CsvLines(stream);
            count = Write(parquet, csv).GetAwaiter().GetResult();
        }));
        return count;
    }

    /// <summary>Writes the failed runs with their errors, or removes such a file when there is none.</summary>
    /// <returns>The failed runs with their errors.</returns>
    public IReadOnlyList<(int Run, string Error)> WriteFailures()
    {
        var failed = Enumerable.Range(1, plan.Count).Where(each => !plan.IsDone(each) && plan.IsFailed(each))
            .Select(each => (Run: each, Error: SweepFailure.Of(NotebookFile.Read(plan.FailedPath(each))))).ToList();
        if (failed.Count == 0)
            File.Delete(FailuresPath);
        else
            WholeFile.Write(FailuresPath, stream =>
            {
                using var csv = new CsvLines(stream);
                csv.Add(["run", .. parameters.Select(each => each.Field.Name), "error"]);
                foreach (var (each, error) in failed)
                    csv.Add([each.ToString(CultureInfo.InvariantCulture), .. parameters.Select(column => column[each]), error]);
            });
        return failed;
    }

    private async Task<long> Write(Stream stream, CsvLines csv)
    {
        var schema = new ParquetSchema([run, .. parameters.Select(each => each.Field), texts[0], texts[1], texts[2], value, .. texts[3..]]);
        csv.Add(schema.Fields.Select(field => field.Name));
        await using var parquet = await ParquetWriter.CreateAsync(schema, stream);
        var rows = new List<(int Run, RecordedValue Value)>();
        long count = 0;
        for (var each = 1; each <= plan.Count; each++)
        {
            if (!plan.IsDone(each))
                continue;
            rows.AddRange(Records.Of(NotebookFile.Read(plan.DonePath(each))).Select(record => (each, record)));
            if (rows.Count >= RowsOfGroup)
                await Flush();
        }
        if (rows.Count > 0 || count == 0)
            await Flush();
        return count;

        async Task Flush()
        {
            foreach (var (number, record) in rows)
                csv.Add([number.ToString(CultureInfo.InvariantCulture), .. parameters.Select(column => column[number]), record.Name, record.Row,
                    record.Column, record.Number?.ToString("R", CultureInfo.InvariantCulture), record.Text, record.Unit, record.Status]);
            using var group = parquet.CreateRowGroup();
            int[] runs = [.. rows.Select(row => row.Run)];
            await group.WriteAsync<int>(run, runs);
            foreach (var column in parameters)
                await column.Write(group, runs);
            await Texts(group, 0, record => record.Name);
            await Texts(group, 1, record => record.Row);
            await Texts(group, 2, record => record.Column);
            await group.WriteAsync<double>(value, rows.Select(row => row.Value.Number).ToArray());
            await Texts(group, 3, record => record.Text);
            await Texts(group, 4, record => record.Unit);
            await Texts(group, 5, record => record.Status);
            count += rows.Count;
            rows.Clear();
        }

        Task Texts(ParquetRowGroupWriter group, int column, Func<RecordedValue, string?> text) =>
            group.WriteAsync(texts[column], (IReadOnlyCollection<string?>)[.. rows.Select(row => text(row.Value))]);
    }
}
