namespace CarbonComp.InputOutput;

// The outputs that final use, exports and the rest of a table require. They depend on no intensity, so models of one table share them: thousands of
// intensities, as in a sample, cost one set of solves.
internal sealed class RequiredOutputs
{
    private readonly Lock turn = new();
    private (Matrix<double> Outputs, double Tolerance)? kept;

    public Matrix<double> Of(MultiRegionalTable table, ILeontiefInverse system, double tolerance)
    {
        lock (turn)
        {
            // What passed a stricter look passes a wider one.
            if (kept is { } known && known.Tolerance <= tolerance && tolerance < 1) return known.Outputs;
            var outputs = EmbodiedCarbon.OutputsByAbsorber(table, system, tolerance);
            kept = (outputs, tolerance);
            return outputs;
        }
    }
}
