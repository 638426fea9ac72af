using CarbonComp.Studies;

namespace CarbonComp.Prepare;

/// <summary>Writes <c>data/samples</c>: one small constructed table in the layouts in which tables are published.</summary>
internal static class SampleFiles
{
    public static void Write(string data)
    {
        var folder = Path.Combine(data, "samples");
        Directory.CreateDirectory(folder);
        var four = SampleTable.Read(data);
        CeadsLayout.Write(folder, four);
        OwnLayout.Write(folder, four);
        var world = four.Closed();
        OecdLayout.Write(folder, world);
        OecdLayout.WriteZip(folder, world);
        ExiobaseLayout.Write(folder, world);
        ExiobaseLayout.WriteRelease(folder, world);
        EoraLayout.Write(folder, world);
        WiodLayout.WriteCsv(folder, world);
        WiodLayout.WriteXlsx(folder, world);
        WiodLayout.WriteXlsb(folder, world);
        WiodLayout.WriteAdb(folder, world);
        FigaroLayout.Write(folder, world);
        GloriaLayout.Write(folder, world);
        EmergingLayout.Write(folder, world);
    }
}
