using CarbonComp.Prepare;

// Writes again what data/ holds and code has made. Files that are there are replaced; git shows what changed.
switch (args)
{
    case ["samples"]:
        SampleFiles.Write("data");
        return 0;
    case ["inventories", var workbooks]:
        Inventories.Write("data", workbooks);
        return 0;
    case ["national-tables", var tables]:
        NationalTables.Write("data", tables);
        return 0;
    case ["energy-2007", var balances]:
        EnergyBalances.Write("data", balances);
        return 0;
    case ["provincial-statistics", var statistics]:
        ProvincialStatistics.Write("data", statistics);
        return 0;
    case ["bth-2020"]:
        BthEmissions.Write("data");
        return 0;
    case ["crops", var harvests]:
        Crops.Write("data", harvests);
        return 0;
    case ["seal", var package]:
        CarbonComp.DataPackage.Seal(package);
        return 0;
    default:
        Console.Error.WriteLine("""
            Usage, from the root of the project: dotnet run --project data/prepare -- COMMAND
              seal FOLDER             renews sizes and hashes of a package after files were changed on purpose
              samples                 writes data/samples from data/bth-2020
              inventories FOLDER      writes data/inventories from the workbooks of CEADs' emission inventories in FOLDER
              national-tables FOLDER  writes data/national-tables from the Bureau's input-output tables in FOLDER
              energy-2007 FILE        writes data/energy-2007 from the provincial energy balances of 2007, a tidy csv.gz
              bth-2020                writes the constructed emissions of data/bth-2020 from its other tables and data/inventories
              crops FILE              writes data/crops/harvests.csv from output and sown area by province and crop, a tidy csv.gz
              provincial-statistics FOLDER  writes data/provincial-statistics from tidy files, csv.gz, in FOLDER
            """);
        return 2;
}
