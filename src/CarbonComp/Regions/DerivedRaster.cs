using System.Buffers;

namespace CarbonComp.Regions;

// A raster that is computed from others of the same cells while it is read.
internal sealed class DerivedRaster : IRaster
{
    private readonly IRaster[] sources;
    private readonly Action<RasterWindow, double[][], double[]> formula;

    // The formula gets a window, the sources' values in it, and writes the result's.
    public DerivedRaster(string name, Action<RasterWindow, double[][], double[]> formula, params IRaster[] sources)
    {
        (this.sources, this.formula) = (sources, formula);
        foreach (var other in sources[1..]) sources[0].Frame.RequireCellsOf(other.Frame);
        Frame = sources[0].Frame.Named(name);
        var isOneLayout = sources.All(s => (s.BlockRows, s.BlockColumns) == (sources[0].BlockRows, sources[0].BlockColumns));
        BlockRows = isOneLayout ? sources[0].BlockRows : Math.Min(sources.Max(s => s.BlockRows), Frame.Rows);
        BlockColumns = isOneLayout ? sources[0].BlockColumns : Frame.Columns;
    }

    public RasterFrame Frame { get; }

    public int BlockRows { get; }

    public int BlockColumns { get; }

    public void Read(RasterWindow window, Span<double> values)
    {
        window.Require(Frame, values.Length);
        var inputs = Array.ConvertAll(sources, _ => ArrayPool<double>.Shared.Rent(window.Cells));
        var result = ArrayPool<double>.Shared.Rent(window.Cells);
        try
        {
            for (var i = 0; i < sources.Length; i++) sources[i].Read(window, inputs[i]);
            formula(window, inputs, result);
            result.AsSpan(0, window.Cells).CopyTo(values);
        }
        finally
        {
            foreach (var input in inputs) ArrayPool<double>.Shared.Return(input);
            ArrayPool<double>.Shared.Return(result);
        }
    }
}
