using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

/// <summary>The regions of a constructed table add up to the nation that it was made from.</summary>
internal static class SameNation
{
    public static void Require(NationalTable national, MultiRegionalTable table, double tolerance)
    {
        var (regions, s) = (table.Regions.Count, national.Sectors.Count);
        var z = Matrix<double>.Build.Dense(s, s);
        var y = Vector<double>.Build.Dense(s);
        for (var r = 0; r < regions; r++)
        {
            y += table.FinalUse.RowSums().SubVector(r * s, s);
            for (var t = 0; t < regions; t++) z += table.Intermediate.SubMatrix(r * s, s, t * s, s);
        }
        Assert.True(Largest(z - national.Intermediate) <= tolerance * Largest(national.Intermediate), "intermediate use");
        Assert.True((y - national.FinalUse.RowSums()).AbsoluteMaximum() <= tolerance * national.Output.Maximum(), "final use");
        Assert.Equal(national.Exports.Sum(), table.Exports.Sum(), tolerance * national.Output.Sum());
    }

    private static double Largest(Matrix<double> m) => m.Enumerate().Select(Math.Abs).Max();
}
