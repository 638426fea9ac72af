using PureHDF;

namespace CarbonComp.Formats.Tests;

/// <summary>Writes files as MATLAB 7.3 does: the last axis first, texts as codes of characters behind references.</summary>
internal static class EmergingSample
{
    public static void Write(string path, MultiRegionalTable t, bool inStructure = false, bool transposed = false, bool electricity = false,
        bool single = false, Func<int, int, double>? z = null)
    {
        var (n, uses) = (t.Axis.Count, t.FinalUseByCategory.ColumnCount);
        z ??= (i, j) => t.Intermediate[i, j];
        var references = new H5Group();
        object Matrix(int rows, int columns, Func<int, int, double> value)
        {
            double[] cells = [.. from j in Enumerable.Range(0, columns) from i in Enumerable.Range(0, rows) select value(i, j)];
            ulong[] size = [(ulong)columns, (ulong)rows];
            return single ? new H5Dataset(Array.ConvertAll(cells, v => (float)v), fileDims: size) : new H5Dataset(cells, fileDims: size);
        }
        H5Dataset List(string name, IEnumerable<string> texts) => new(texts.Select((text, k) =>
        {
            var item = new H5Dataset(text.Select(c => (ushort)c).ToArray(), fileDims: [(ulong)text.Length, 1]);
            references[$"{name}{k}"] = item;
            return new H5ObjectReference(item);
        }).ToArray(), fileDims: [1, (ulong)texts.Count()]);
        var content = new Dictionary<string, object>
        {
            [electricity ? "MRIO_Z_E" : "z"] = Matrix(n, n, (i, j) => transposed ? z(j, i) : z(i, j)),
            [electricity ? "MRIO_F_E" : "f"] = Matrix(n, uses, (i, u) => t.FinalUseByCategory[i, u]),
            [electricity ? "MRIO_VA_E" : "va"] = Matrix(n, 1, (i, _) => t.ValueAdded[i]),
            [electricity ? "MRIO_X_E" : "X"] = Matrix(n, 1, (i, _) => t.Output[i]),
        };
        if (!electricity)
            foreach (var (name, axis) in new (string, Axis)[] { ("country_list", t.Regions), ("sector_list", t.Sectors), ("final_list", t.Categories) })
                content[name] = List(name, axis.Codes);
        var file = new H5File { ["#refs#"] = references };
        IDictionary<string, object> into = file;
        if (inStructure) file["emerging"] = into = new H5Group();
        foreach (var (name, data) in content) into[name] = data;
        file.Write(path);
    }
}
