using CarbonComp.Prepare;

// Writes again what data/ holds and code has made. Files that are there are replaced; git shows what changed.
var data = args.Length == 2 ? args[1] : "data";
switch (args.FirstOrDefault())
{
    case "samples":
        SampleFiles.Write(data);
        return 0;
    default:
        Console.Error.WriteLine("Usage, from the root of the project: dotnet run --project data/prepare -- samples [folder of the data]");
        return 2;
}
