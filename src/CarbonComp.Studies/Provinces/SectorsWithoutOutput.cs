using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Emissions of sectors for which the table of a province has no output, such as a mine that a statistic of output does not count.</summary>
internal static class SectorsWithoutOutput
{
    /// <summary>The same emissions, where those of a sector without output have gone to the province's sectors of the same kind, in proportion to
    /// output.</summary>
    /// <remarks>Where the province has none of the kind, to all its sectors. Every province keeps its total.</remarks>
    /// <param name="emissions">Emissions by region and sector of the table.</param>
    /// <param name="table">The table.</param>
    /// <param name="kinds">From its sectors to kinds.</param>
    public static LabelledMatrix Moved(LabelledMatrix emissions, MultiRegionalTable table, Concordance kinds)
    {
        var output = table.OutputByRegion().Values;
        var moved = emissions.Values.Clone();
        for (var r = 0; r < moved.RowCount; r++)
            for (var i = 0; i < moved.ColumnCount; i++)
            {
                if (output[r, i] > 0 || moved[r, i] == 0 || output.Row(r).Sum() == 0) continue;
                var to = output.Row(r).MapIndexed((j, x) => kinds[j] == kinds[i] ? x : 0, Zeros.Include);
                if (to.Sum() == 0) to = output.Row(r);
                var left = moved[r, i];
                moved[r, i] = 0;
                moved.SetRow(r, moved.Row(r) + to * (left / to.Sum()));
            }
        return new(emissions.Name, emissions.Rows, emissions.Columns, moved, emissions.Unit, emissions.Status);
    }
}
