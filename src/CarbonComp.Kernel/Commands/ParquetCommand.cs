using System.CommandLine;
using CarbonComp.Kernel.Notebooks;
using CarbonComp.Kernel.Sweeps;

namespace CarbonComp.Kernel.Commands;

/// <summary><c>carboncomp parquet table.csv…</c>: tables of text as tables that know their types, for R, Python and DuckDB.</summary>
internal static class ParquetCommand
{
    public static Command Create()
    {
        var tables = new Argument<string[]>("tables") { Arity = ArgumentArity.OneOrMore, Description =
            "Csv files in UTF-8 whose first row names the columns." };
        var command = new Command("parquet", "Writes each csv file as Parquet beside it.") { tables };
        command.SetAction(parsed => Run(parsed.GetValue(tables)!));
        return command;
    }

    private static int Run(string[] tables)
    {
        try
        {
            foreach (var table in tables)
                Console.WriteLine(CsvParquet.Convert(table));
            return 0;
        }
        catch (NotebookException e)
        {
            Console.Error.WriteLine($"carboncomp: {e.Message}");
            return 2;
        }
    }
}
