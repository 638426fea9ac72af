namespace CarbonComp.Regions;

/// <summary>A raster that is read by windows, so that it need not fit into memory.</summary>
/// <remarks>Several threads may read at once.</remarks>
public interface IRaster
{
    /// <summary>Where its cells lie.</summary>
    RasterFrame Frame { get; }

    /// <summary>The rows of a block: what is read together at least cost.</summary>
    int BlockRows { get; }

    /// <summary>The columns of a block.</summary>
    int BlockColumns { get; }

    /// <summary>Reads the cells of a window, <see cref="double.NaN"/> where there is no value.</summary>
    /// <param name="window">A part of the raster.</param>
    /// <param name="values">Receives the values row by row; at least as many as the window has cells.</param>
    /// <exception cref="ArgumentOutOfRangeException">A window that reaches over the raster's edge.</exception>
    void Read(RasterWindow window, Span<double> values);
}
