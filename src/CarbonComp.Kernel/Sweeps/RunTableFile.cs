using System.Globalization;
using CarbonComp.Kernel.Notebooks;
using CsvHelper;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>A table of runs as a csv file: a heading with the names of parameters, then a line a run.</summary>
internal static class RunTableFile
{
    private static readonly CsvReaderOptions Form = new()
    {
        HasHeader = false,
        TrimWhitespace = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        AllowLineBreaksInQuotes = false,
        TrackLineNumbers = true,
    };

    /// <exception cref="NotebookException">No table of runs; the message names file and line.</exception>
    public static RunTable Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The table in a text that came from a file.</summary>
    /// <exception cref="NotebookException">No table of runs; the message names file and line.</exception>
    public static RunTable Parse(string path, string text)
    {
        try
        {
            return Read(path, text);
        }
        catch (CsvFormatException e)
        {
            throw new NotebookException(string.Create(CultureInfo.InvariantCulture, $"{path}, line {e.LineNumber}: {e.Message}"), e);
        }
    }

    /// <summary>The table as csv, with a first column <c>run</c>.</summary>
    public static byte[] Write(RunTable table)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvLines(bytes))
        {
            csv.Add(["run", .. table.Names]);
            for (var i = 0; i < table.Rows.Count; i++)
                csv.Add([(i + 1).ToString(CultureInfo.InvariantCulture), .. table.Rows[i]]);
        }
        return bytes.ToArray();
    }

    private static RunTable Read(string path, string text)
    {
        using var csv = CsvReader.FromText(text, Form);
        if (!csv.Read())
            throw new NotebookException($"{path} is empty. Its first line names the parameters, and each further line is a run.");
        var names = Fields(csv);
        if (Array.IndexOf(names, "") is var unnamed and >= 0)
            throw new NotebookException(string.Create(CultureInfo.InvariantCulture,
                $"{path}, line 1: column {unnamed + 1} has no name. Each column is a parameter of the notebook."));
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new NotebookException($"{path}, line 1: two columns are named {twice.Key}.");
        var rows = new List<IReadOnlyList<string>>();
        while (csv.Read())
        {
            var row = Fields(csv);
            if (row is [""])
                continue;
            if (row.Length != names.Length)
                throw new NotebookException(string.Create(CultureInfo.InvariantCulture,
                    $"{path}, line {csv.LineNumber}: {row.Length} values for {names.Length} parameters."));
            rows.Add(row);
            if (rows.Count > RunTable.Most)
                throw new NotebookException(string.Create(CultureInfo.InvariantCulture, $"{path} has more than {RunTable.Most:N0} runs."));
        }
        if (rows.Count == 0)
            throw new NotebookException($"{path} has no run: only its heading.");
        return new RunTable(path, names, rows);
    }

    private static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
}
