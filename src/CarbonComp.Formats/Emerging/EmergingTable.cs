namespace CarbonComp.Formats;

/// <summary>EMERGING (Huo et al. 2022): a multi-regional table of 245 economies × 133 to 135 sectors in a file of MATLAB 7.3 (HDF5), million US dollars at
/// current prices.</summary>
/// <remarks>
/// Variables <c>z</c> (intermediate flows), <c>f</c> (final use), <c>va</c> (value added), <c>X</c> (output) and the lists <c>country_list</c>,
/// <c>sector_list</c>, <c>final_list</c>; in its edition with electricity in detail (E) <c>MRIO_Z_E</c>, <c>MRIO_F_E</c>, <c>MRIO_VA_E</c>,
/// <c>MRIO_X_E</c> without lists, whose axes the concordances then name. MATLAB's first axis is HDF5's last: a row of <c>z</c> in the file is what one
/// sector buys. Where output shows that the file has it the other way round, it is read so, and told.
/// <para>The matrix has a thousand million cells. It is aggregated while it is read, a few rows at a time, so memory is that of the result; without
/// concordances the result is the whole. Emissions, which come in a file of the old form, are not read.</para>
/// </remarks>
public static class EmergingTable
{
    private const int RowsAtATime = 64;

    private static readonly (string Plain, string Electricity) Flows = ("z", "MRIO_Z_E"), FinalUse = ("f", "MRIO_F_E"), Added = ("va", "MRIO_VA_E"),
        Output = ("X", "MRIO_X_E");

    /// <summary>The economies of a file, for a concordance.</summary>
    /// <exception cref="DataException">Not such a file, or one without lists.</exception>
    public static RegionAxis Regions(string path)
    {
        using var file = new MatlabFile(path);
        return new(file.Texts("country_list").Select(c => new Region(c, c)));
    }

    /// <summary>The sectors of a file, for a concordance.</summary>
    /// <exception cref="DataException">Not such a file, or one without lists.</exception>
    public static SectorAxis Sectors(string path)
    {
        using var file = new MatlabFile(path);
        return new(file.Texts("sector_list").Select(s => new Sector(s, s)));
    }

    /// <summary>Reads a year, aggregated as asked.</summary>
    /// <param name="path">The mat file.</param>
    /// <param name="regions">From the file's economies, in their order, to regions; none keeps them.</param>
    /// <param name="sectors">From the file's sectors, in their order, to fewer; none keeps them.</param>
    /// <param name="tolerance">The largest residual of a row or column that is accepted, as a share of its turnover.</param>
    /// <param name="rounding">The largest absolute residual that is accepted beside it, million US dollars.</param>
    /// <param name="status">The status of the numbers, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">The file does not fit: variable, row and column, what is wrong, what to do.</exception>
    /// <exception cref="AxisException">A concordance from other economies or sectors.</exception>
    public static TableReading Read(string path, Concordance? regions = null, Concordance? sectors = null, double tolerance = 0.01, double rounding = 1,
        ValueStatus status = ValueStatus.Statistic, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        using var file = new MatlabFile(path);
        string Name((string Plain, string Electricity) names) => file.Has(names.Electricity) ? names.Electricity : names.Plain;
        var byRegion = regions ?? Concordance.Identity(new RegionAxis(file.Texts("country_list").Select(c => new Region(c, c))));
        var bySector = sectors ?? Concordance.Identity(new SectorAxis(file.Texts("sector_list").Select(s => new Sector(s, s))));
        if (file.Has("country_list")) byRegion.From.Require(new RegionAxis(file.Texts("country_list").Select(c => new Region(c, c))), file.DisplayName);
        if (file.Has("sector_list")) bySector.From.Require(new SectorAxis(file.Texts("sector_list").Select(s => new Sector(s, s))), file.DisplayName);
        var (r, s) = (byRegion.From.Count, bySector.From.Count);
        var n = r * s;
        if (file.Size(Name(Flows)) != (n, n)) throw new DataException(file.DisplayName,
            $"{Name(Flows)} is {file.Size(Name(Flows))} large, expected {n} × {n} for {r} economies and {s} sectors. Take lists and matrices of one release.");
        var final = file.Size(Name(FinalUse));
        var upright = final.Second == n;
        var uses = upright ? final.First : final.Second;
        if (!upright && final.First != n || uses % r != 0) throw new DataException(file.DisplayName,
            $"{Name(FinalUse)} is {final} large, expected {n} sectors and some final uses of {r} economies. Take lists and matrices of one release.");
        var names = file.Has("final_list") ? file.Texts("final_list") : [.. Enumerable.Range(1, uses / r).Select(k => Invariant($"final use {k}").ToString())];
        if (names.Length * r != uses) throw new DataException(file.DisplayName, $"final_list names {names.Length} uses, {Name(FinalUse)} has {uses / r}.");
        var blocks = new TableBlocks(new RegionAxis(byRegion.To.Codes.Select((c, k) => new Region(c, byRegion.To.Labels[k], byRegion.To.LocalNames[k]))),
            new SectorAxis(bySector.To.Codes.Select((c, k) => new Sector(c, bySector.To.Labels[k], bySector.To.LocalNames[k]))),
            CategoryAxis.Of("final use", names.Select(u => (u, u, ""))), file.DisplayName);
        int[] sector = [.. Enumerable.Range(0, n).Select(i => byRegion[i / s] * bySector.To.Count + bySector[i % s])];
        int[] use = [.. Enumerable.Range(0, uses).Select(u => byRegion[u / names.Length] * names.Length + u % names.Length)];
        var sum = new Sums(file, new Faults(file.DisplayName), cancellation);
        sum.Matrix(Name(Flows), n, n, sector, sector, blocks.Z, blocks.Axis.Count, transposed: true, share => progress?.Report(0.95 * share));
        sum.Matrix(Name(FinalUse), final.First, final.Second, upright ? use : sector, upright ? sector : use, blocks.Y, blocks.Axis.Count, upright, _ => { });
        (blocks.ValueAdded, blocks.Output) = (sum.Vector(Name(Added), sector, blocks.Axis.Count), sum.Vector(Name(Output), sector, blocks.Axis.Count));
        sum.Faults.ThrowIfAny();
        Turn(blocks);
        if (regions is not null || sectors is not null) blocks.Notes.Add(
            $"Aggregated while it was read, from {r} economies and {s} sectors to {byRegion.To.Count} and {bySector.To.Count}.");
        blocks.Description = new() { Year = YearFile.OfName(path), Prices = "current prices" };
        progress?.Report(1);
        return blocks.Finish(Unit.Parse("million US$"), status, tolerance, rounding, residualsAsError: false);
    }

    /// <summary>Exchanges rows and columns of the flows where only that way rows add up to output.</summary>
    private static void Turn(TableBlocks blocks)
    {
        var (n, z) = (blocks.Axis.Count, blocks.Z);
        var (asRead, turned, used) = (new double[n], new double[n], new double[n]);
        for (var j = 0; j < n; j++)
            for (var i = 0; i < n; i++) (asRead[i], turned[j]) = (asRead[i] + z[j * n + i], turned[j] + z[j * n + i]);
        for (var k = 0; k < blocks.Y.Length; k++) used[k % n] += blocks.Y[k];
        double Miss(double[] sold) => Enumerable.Range(0, n).Sum(i => Math.Abs(blocks.Output![i] - sold[i] - used[i]));
        if (!(Miss(turned) < Miss(asRead) / 100)) return;
        for (var j = 0; j < n; j++)
            for (var i = 0; i < j; i++) (z[j * n + i], z[i * n + j]) = (z[i * n + j], z[j * n + i]);
        blocks.Notes.Add("The file has rows and columns of the flows exchanged: only so do they add up to its output.");
    }

    /// <summary>Adds up numbers of a file to fewer places.</summary>
    private sealed record Sums(MatlabFile File, Faults Faults, CancellationToken Cancellation)
    {
        private const int MostFaults = 100;

        /// <summary>Rows of the file to places in columns of the result where it is transposed, to rows otherwise.</summary>
        public void Matrix(string name, int rows, int width, int[] rowTo, int[] columnTo, double[] into, int height, bool transposed, Action<double> progress)
        {
            for (var first = 0; first < rows; first += RowsAtATime)
            {
                Cancellation.ThrowIfStopped();
                var count = Math.Min(RowsAtATime, rows - first);
                var read = File.Read(name, first, count, width);
                for (var k = 0; k < count; k++)
                {
                    var row = read.AsSpan(k * width, width);
                    var (step, start) = transposed ? (1, rowTo[first + k] * height) : (height, rowTo[first + k]);
                    for (var c = 0; c < width; c++)
                        if (double.IsFinite(row[c])) into[start + step * columnTo[c]] += row[c];
                        else if (Faults.Count < MostFaults) Fault(name, transposed ? c : first + k, transposed ? first + k : c, row[c]);
                }
                progress((double)(first + count) / rows);
            }
        }

        public double[] Vector(string name, int[] to, int count)
        {
            var (values, into) = (File.Vector(name, to.Length), new double[count]);
            for (var i = 0; i < values.Length; i++)
                if (double.IsFinite(values[i])) into[to[i]] += values[i];
                else if (Faults.Count < MostFaults) Fault(name, i, 0, values[i]);
            return into;
        }

        private void Fault(string name, int row, int column, double value) => Faults.Add($"{File.DisplayName}, {name}({row + 1},{column + 1})",
            Invariant($"{value} is not a number that can flow. Restore the file."));
    }
}
