using CarbonComp.Uncertainty;

namespace CarbonComp.Charts;

internal static class RankFigures
{
    public static CarbonFigure Heatmap(RankAcceptability ranks)
    {
        var (shares, mean) = (ranks.Shares.In(Unit.Percent), ranks.MeanRank());
        int[] order = [.. Enumerable.Range(0, mean.Axis.Count).OrderBy(i => mean[i])];
        var sorted = new LabelledMatrix("share of the runs", FigureParts.Picked(shares.Rows, order), shares.Columns,
            MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(order.Length, order.Length, (i, j) => shares.Values[order[i], j]),
            shares.Unit, shares.Status);
        var figure = HeatmapFigures.Heatmap(sorted, HeatmapScale.Automatic, diagonal: true);
        return figure with
        {
            Layout = figure.Layout with
            {
                Title = new($"Ranks of {ranks.Name}: how often each"),
                // Ranks that never occur are left blank; whole per cent are enough.
                Annotations =
                [
                    .. figure.Layout.Annotations.Where(a => sorted.Values[(int)a.Y, (int)a.X] >= 0.5)
                        .Select(a => a with { Text = NumberFormat.Format(sorted.Values[(int)a.Y, (int)a.X], 0) }),
                ],
            },
            Caption = FigureCaption.Of([figure.Caption, new(ranks.Status, "Rank 1 has the largest number; the order from above is that of the mean rank. "
                + "Shares below 0.5 % are left blank")]),
        };
    }
}
