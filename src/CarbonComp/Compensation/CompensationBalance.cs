namespace CarbonComp;

/// <summary>The balance of each region: net embodied imports plus net service imports, <c>L = N + W</c> (<c>docs/methods.md#balance</c>).</summary>
/// <remarks>Others emit for a region with N &gt; 0 and sequester for a region with W &gt; 0. A positive L pays, a negative one receives.</remarks>
public sealed record CompensationBalance : Tabular
{
    private static readonly Dictionary<(int Embodied, int Service), (BalanceCase Case, string Words)> Known = new()
    {
        [(1, 1)] = (BalanceCase.DoubleHigh, "double-high"), [(-1, -1)] = (BalanceCase.DoubleLow, "double-low"),
        [(1, -1)] = (BalanceCase.SourceDeficitSinkSurplus, "source deficit, sink surplus"),
        [(-1, 1)] = (BalanceCase.SourceSurplusSinkDeficit, "source surplus, sink deficit"),
        [(1, 0)] = (BalanceCase.EmbodiedImportOnly, "embodied import only"), [(-1, 0)] = (BalanceCase.EmbodiedExportOnly, "embodied export only"),
        [(0, 1)] = (BalanceCase.ServiceImportOnly, "service import only"), [(0, -1)] = (BalanceCase.ServiceExportOnly, "service export only"),
        [(0, 0)] = (BalanceCase.Neutral, "neutral"),
    };

    private CompensationBalance(LabelledVector embodied, LabelledVector service, double neutralBand)
    {
        (NetEmbodiedImports, NetServiceImports, NeutralBand) = (embodied.Named("net embodied imports"), service.Named("net service imports"), neutralBand);
        Owed = (embodied + service).Named("balance owed for");
        Cases = [.. Regions.Select((_, i) => Known[(Sign(embodied[i]), Sign(service[i]))].Case)];
        Roles = [.. Owed.Values.Select(l => Sign(l) switch { 1 => CompensationRole.Payer, -1 => CompensationRole.Recipient, _ => CompensationRole.Neutral })];
    }

    /// <summary>Adds the two net flows of each region.</summary>
    /// <remarks>N and W are masses of CO2. A flow within the neutral band, t CO2, counts as none for case and role.</remarks>
    /// <exception cref="AxisException">Not along regions, or not along the same ones.</exception>
    /// <exception cref="UnitException">Not a mass of CO2.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A neutral band that is negative or not finite.</exception>
    public static CompensationBalance Of(LabelledVector netEmbodiedImports, LabelledVector netServiceImports, double neutralBand = 0)
    {
        Guard.NotNegative(neutralBand);
        netEmbodiedImports.RegionsOf().Require(netServiceImports.Axis, netServiceImports.Name);
        return new(netEmbodiedImports.In(Unit.TonneCO2), netServiceImports.In(Unit.TonneCO2), neutralBand);
    }

    /// <summary>The regions.</summary>
    public RegionAxis Regions => (RegionAxis)NetEmbodiedImports.Axis;

    /// <summary>N, t CO2: positive, others emit for the region.</summary>
    public LabelledVector NetEmbodiedImports { get; }

    /// <summary>W, t CO2: positive, others sequester for the region.</summary>
    public LabelledVector NetServiceImports { get; }

    /// <summary>L = N + W, t CO2: positive pays, negative receives.</summary>
    public LabelledVector Owed { get; }

    /// <summary>The flow up to which a region counts as neutral, t CO2.</summary>
    public double NeutralBand { get; }

    /// <summary>The case of each region.</summary>
    public IReadOnlyList<BalanceCase> Cases { get; }

    /// <summary>The case of each region in words, such as "source deficit, sink surplus".</summary>
    public IReadOnlyList<string> CaseNames => [.. Cases.Select(c => Known.Values.First(known => known.Case == c).Words)];

    /// <summary>The role of each region.</summary>
    public IReadOnlyList<CompensationRole> Roles { get; }

    /// <inheritdoc/>
    public override ValueStatus Status => Owed.Status;

    /// <inheritdoc/>
    public override string Caption => $"What regions owe for: {Roles.Count(r => r == CompensationRole.Payer)} payers, "
        + $"{Roles.Count(r => r == CompensationRole.Recipient)} recipients, {Roles.Count(r => r == CompensationRole.Neutral)} neutral";

    /// <summary>A row a region: both flows, their sum, case and role.</summary>
    public override Columns ToColumns() => Columns.Of(NetEmbodiedImports.Named("net embodied imports N"),
            NetServiceImports.Named("net service imports W"), Owed.Named("balance L = N + W"))
        .With("case", CaseNames).With("role", Roles.Select(r => r.ToString()));

    private int Sign(double flow) => Math.Abs(flow) <= NeutralBand ? 0 : Math.Sign(flow);
}
