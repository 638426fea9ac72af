using PureHDF;

namespace CarbonComp.Prepare;

/// <summary>The layout of EMERGING: a file of MATLAB 7.3 (HDF5), the last axis first, texts as codes of characters behind references. Unit: million
/// US dollars.</summary>
internal static class EmergingLayout
{
    public static void Write(string folder, SampleTable world)
    {
        var (table, n) = (world.Table, world.Count);
        var references = new H5Group();
        H5Dataset Matrix(int rows, int columns, Func<int, int, double> value) => new((double[])[.. from j in Enumerable.Range(0, columns)
            from i in Enumerable.Range(0, rows) select value(i, j) / 1e6], fileDims: [(ulong)columns, (ulong)rows]);
        H5Dataset List(string name, IEnumerable<string> texts) => new(texts.Select((text, k) =>
        {
            var item = new H5Dataset(text.Select(c => (ushort)c).ToArray(), fileDims: [(ulong)text.Length, 1]);
            references[$"{name}{k}"] = item;
            return new H5ObjectReference(item);
        }).ToArray(), fileDims: [1, (ulong)texts.Count()]);
        new H5File
        {
            ["#refs#"] = references, ["z"] = Matrix(n, n, (i, j) => table.Intermediate[i, j]), ["f"] = Matrix(n, world.Regions, (i, r) => table.FinalUse[i, r]),
            ["va"] = Matrix(n, 1, (i, _) => table.ValueAdded[i]), ["X"] = Matrix(n, 1, (i, _) => table.Output[i]),
            ["country_list"] = List("country", world.EachRegion(SampleTable.CountryOf)), ["sector_list"] = List("sector", table.Sectors.Labels),
            ["final_list"] = List("final", ["All uses"]),
        }.Write(Path.Combine(folder, "EMERGING_V2_2020.mat"));
    }
}
