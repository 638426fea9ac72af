using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Transfers as BTH eq. 7 prints them: intermediate deliveries and final use added, which counts twice (<c>docs/methods.md#bth-7</c>).</summary>
/// <param name="Intermediate"><c>Ĉ(I−A)⁻¹X</c>: emissions along the chains of the intermediate deliveries.</param>
/// <param name="Final"><c>Ĉ(I−A)⁻¹Y</c>: emissions along the chains of final use, which are all there are.</param>
public sealed record PrintedTransfers(TransferMatrix Intermediate, TransferMatrix Final) : Tabular
{
    /// <summary>The formula as it is printed: <c>CT = Ĉ(I−A)⁻¹X + Ĉ(I−A)⁻¹Y</c>, intermediate deliveries and final use both.</summary>
    /// <remarks>
    /// X is read as the intermediate deliveries by region of use. The formula counts twice: <c>(I−A)⁻¹Y</c> already
    /// contains every intermediate delivery, so each tonne is counted again in every later stage of its chain, and the
    /// sum exceeds the emissions (<see cref="DoubleCounted"/>). For comparison with the paper only.
    /// </remarks>
    /// <param name="table">A table without competitive imports.</param>
    /// <param name="intensity">f, of the same table.</param>
    /// <param name="tolerance">The largest residual of a row that is accepted, as a share of its output.</param>
    /// <exception cref="InputOutputException">A row that does not balance, an unproductive table, or imports among the deliveries.</exception>
    public static PrintedTransfers Of(MultiRegionalTable table, Intensity intensity, double tolerance = TableReport.DefaultTolerance)
    {
        var system = LeontiefSystem.Of(table);
        var final = EmbodiedCarbon.Transfers(table, intensity, system, tolerance);
        var (regions, sectors) = (table.Regions, table.Sectors.Count);
        var delivered = Matrix<double>.Build.Dense(table.Axis.Count, regions.Count, (i, r) => SumOf(sectors, j => table.Intermediate[i, r * sectors + j]));
        var outputs = system.RequiredOutput(delivered);
        var emitted = Matrix<double>.Build.Dense(regions.Count, regions.Count, (r, to) =>
            SumOf(sectors, j => intensity.Values[r * sectors + j] * outputs[r * sectors + j, to]));
        return new(new(regions, emitted, new(Vector<double>.Build.Dense(regions.Count)), final.Status), final);
    }

    /// <summary>CT of eq. 7: the sum of both, with the exports of the final part.</summary>
    public TransferMatrix Total => Final with { Amounts = Intermediate.Amounts + Final.Amounts };

    /// <summary>t CO2 that the formula counts beyond the regions' emissions: all of the intermediate part.</summary>
    public LabelledVector DoubleCounted =>
        new("counted twice", Final.Regions, Intermediate.Amounts.RowSums(), Unit.TonneCO2, Status);

    /// <inheritdoc/>
    public override string Caption
    {
        get
        {
            var (counted, emitted) = (Total.Amounts.RowSums().Sum() + Final.Ends.Exported.Sum(), Final.Emissions.Total);
            var unit = Unit.TonneCO2.Readable(counted);
            string Shown(double tonnes) => NumberFormat.Format(tonnes / unit.Factor, NumberFormat.Decimals([emitted / unit.Factor]));
            return $"Carbon transfer as BTH eq. 7 prints it: {Shown(counted)} {unit} where {Shown(emitted)} are emitted (counts intermediate deliveries twice)";
        }
    }

    /// <inheritdoc/>
    public override ValueStatus Status => Final.Status;

    /// <summary>One row a region: emissions, outflow and inflow as printed and by final use alone, and what is counted twice.</summary>
    public override Columns ToColumns()
    {
        static Column Named(string name, Vector<double> values) => new(name, values.ToArray(), Unit.TonneCO2);
        return new(new Column("region", Final.Regions.Labels.ToArray()), Named("emissions", Final.Emissions.Values),
            Named("outflow as printed", Total.Outflow.Values), Named("inflow as printed", Total.Inflow.Values),
                Named("net as printed", Total.NetEmbodiedImports.Values),
            Named("net by final use", Final.NetEmbodiedImports.Values), Named("counted twice", DoubleCounted.Values));
    }

    private static double SumOf(int count, Func<int, double> value)
    {
        var sum = 0.0;
        for (var j = 0; j < count; j++) sum += value(j);
        return sum;
    }
}
