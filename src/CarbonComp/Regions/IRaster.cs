namespace CarbonComp.Regions;

/// <summary>A raster that is read by bands of rows, so that it need not fit into memory.</summary>
public interface IRaster
{
    /// <summary>Where its cells lie.</summary>
    RasterFrame Frame { get; }

    /// <summary>The number of rows that are read together at least cost: one row of tiles or strips.</summary>
    int BandRows { get; }

    /// <summary>Reads a band that begins at a multiple of <see cref="BandRows"/>; the last one may be shorter.</summary>
    /// <param name="firstRow">The first row.</param>
    /// <param name="values">Receives the values row by row, <see cref="double.NaN"/> where there is none; at least BandRows × Columns long.</param>
    void ReadBand(int firstRow, double[] values);
}
