using PureHDF;
using PureHDF.Selections;
using PureHDF.VOL.Native;

namespace CarbonComp.Formats;

/// <summary>Numbers and lists of texts in a file of MATLAB 7.3, which is HDF5: a matrix of MATLAB appears with its axes exchanged.</summary>
internal sealed class MatlabFile : IDisposable
{
    private readonly NativeFile file;
    private readonly IH5Group group;

    /// <summary>Opens a file whose variables lie at its top or in its only structure.</summary>
    public MatlabFile(string path)
    {
        DisplayName = Path.GetFileName(path);
        try
        {
            using (var head = new StreamReader(path, System.Text.Encoding.Latin1))
                if (new char[64] is var start && head.ReadBlock(start) > 0 && new string(start).StartsWith("MATLAB 5", StringComparison.Ordinal))
                    throw new DataException(DisplayName, "it is a MAT-file of the old form (version 5), which cannot hold matrices of this size. "
                        + "Take the file in MATLAB's version 7.3, or save it so (-v7.3).");
            file = H5File.OpenRead(path);
            var children = file.Children().Where(c => !c.Name.StartsWith('#')).ToArray();
            group = children is [IH5Group only] ? only : file;
        }
        catch (Exception wrong) when (wrong is not DataException)
        {
            file?.Dispose();
            throw Wrong("it cannot be opened as HDF5", wrong);
        }
    }

    public string DisplayName { get; }

    public bool Has(string name) => group.LinkExists(name);

    /// <summary>The sizes of a matrix as HDF5 has them: the last axis of MATLAB first.</summary>
    public (int First, int Second) Size(string name) => Of(name).Space.Dimensions is { Length: 2 } d && d[0] <= int.MaxValue && d[1] <= int.MaxValue
        ? ((int)d[0], (int)d[1]) : throw new DataException(DisplayName, $"{name} is not a matrix. Take the file as it was published.");

    /// <summary>A vector, whichever way it stands.</summary>
    public double[] Vector(string name, int count) => Size(name) is var (a, b) && Math.Min(a, b) == 1 && Math.Max(a, b) == count ? Read(name, 0, a, b)
        : throw new DataException(DisplayName, $"{name} is {Size(name)} large, expected {count} numbers. Take all of one release.");

    /// <summary>Rows of HDF5, one after the other; these are columns of MATLAB.</summary>
    public double[] Read(string name, int first, int rows, int width)
    {
        var data = Of(name);
        var selection = new HyperslabSelection(2, [(ulong)first, 0], [(ulong)rows, (ulong)width]);
        try
        {
            return data.Type.Class != H5DataTypeClass.FloatingPoint ? throw new DataException(DisplayName, $"{name} holds no real numbers ({data.Type.Class}).")
                : data.Type.Size == 4 ? Array.ConvertAll(data.Read<float[]>(selection), v => (double)v) : data.Read<double[]>(selection);
        }
        catch (Exception wrong) when (wrong is not DataException) { throw Wrong($"{name} cannot be read", wrong); }
    }

    /// <summary>A list of texts (a cell array).</summary>
    public string[] Texts(string name)
    {
        try
        {
            return [.. Of(name).Read<NativeObjectReference1[]>().Select(r => file.Get(r) is IH5Dataset text
                ? new string(Array.ConvertAll(text.Read<ushort[]>(), c => (char)c)).Trim() : "")];
        }
        catch (Exception wrong) when (wrong is not DataException) { throw Wrong($"{name} is no list of texts", wrong); }
    }

    private IH5Dataset Of(string name) => !Has(name) ? throw new DataException(DisplayName,
            $"there is no {name}. There are: {Listing.Of(group.Children().Select(c => c.Name), 12)}. Take the file as it was published.")
        : group.Get(name) as IH5Dataset ?? throw new DataException(DisplayName, $"{name} is a structure or a sparse matrix, not numbers. Save it full.");

    private DataException Wrong(string what, Exception wrong) =>
        new(DisplayName, $"{what} ({OneLine.Of(wrong.Message)}). It is missing, damaged, or of another format; restore it.", wrong);

    public void Dispose() => file.Dispose();
}
