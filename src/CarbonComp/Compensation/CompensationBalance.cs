using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>What each region owes for: net embodied imports plus net service imports (BTH Table 2).</summary>
/// <remarks>
/// <c>L = N + W</c> with the signs of METHODS 0: N &gt; 0, others emit for the region; W &gt; 0, others sequester for it.
/// The benchmarks that BTH Table 2 prints with magnitudes (NF + V, NF − V, V − NF) are the magnitude of this one signed sum.
/// </remarks>
public sealed record CompensationBalance : Tabular
{
    private CompensationBalance(RegionAxis regions, Vector<double> embodied, Vector<double> service, double neutralBand, ValueStatus status)
    {
        (Regions, NeutralBand, Status) = (regions, neutralBand, status);
        NetEmbodiedImports = new("net embodied imports", regions, embodied, Unit.TonneCO2, status);
        NetServiceImports = new("net service imports", regions, service, Unit.TonneCO2, status);
        Owed = new("balance owed for", regions, embodied + service, Unit.TonneCO2, status);
        Cases = [.. embodied.Zip(service, (n, w) => Case(Sign(n), Sign(w)))];
        Roles = [.. Owed.Values.Select(l => Sign(l) switch { > 0 => CompensationRole.Payer, < 0 => CompensationRole.Recipient, _ =>
            CompensationRole.Neutral })];
    }

    /// <summary>Adds the two net flows of each region.</summary>
    /// <param name="netEmbodiedImports">N, a mass of CO2 along regions.</param>
    /// <param name="netServiceImports">W, a mass of CO2 along the same regions.</param>
    /// <param name="neutralBand">A flow of at most this size, t CO2, counts as none for case and role; not negative.</param>
    /// <exception cref="AxisException">Not along regions, or not along the same ones.</exception>
    /// <exception cref="UnitException">Not a mass of CO2.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A neutral band that is negative or no number.</exception>
    public static CompensationBalance Of(LabelledVector netEmbodiedImports, LabelledVector netServiceImports, double neutralBand = 0)
    {
        if (!(neutralBand >= 0)) throw new ArgumentOutOfRangeException(nameof(neutralBand), neutralBand, "The neutral band is a mass that is not negative.");
        var regions = netEmbodiedImports.RegionsOf();
        regions.Require(netServiceImports.Axis, netServiceImports.Name);
        return new(regions, netEmbodiedImports.In(Unit.TonneCO2).Values, netServiceImports.In(Unit.TonneCO2).Values, neutralBand,
            ValueStatuses.Weakest(netEmbodiedImports.Status, netServiceImports.Status));
    }

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

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

    /// <summary>The role of each region.</summary>
    public IReadOnlyList<CompensationRole> Roles { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => $"What regions owe for: {Roles.Count(r => r == CompensationRole.Payer)} payers, "
        + $"{Roles.Count(r => r == CompensationRole.Recipient)} recipients, {Roles.Count(r => r == CompensationRole.Neutral)} neutral";

    /// <summary>The case of a region.</summary>
    /// <param name="region">Code, name or local name.</param>
    public BalanceCase CaseOf(string region) => Cases[Regions.IndexOf(region)];

    /// <summary>The role of a region.</summary>
    /// <param name="region">Code, name or local name.</param>
    public CompensationRole RoleOf(string region) => Roles[Regions.IndexOf(region)];

    /// <summary>A row a region: both flows, their sum, case and role.</summary>
    public override Columns ToColumns() => Columns.Of(NetEmbodiedImports.Named("net embodied imports N"),
        NetServiceImports.Named("net service imports W"), Owed.Named("balance L = N + W")).With("case", Cases.Select(Words))
        .With("role", Roles.Select(r => r.ToString()));

    private int Sign(double flow) => Math.Abs(flow) <= NeutralBand ? 0 : Math.Sign(flow);

    private static BalanceCase Case(int embodied, int service) => (embodied, service) switch
    {
        (> 0, > 0) => BalanceCase.DoubleHigh,
        (< 0, < 0) => BalanceCase.DoubleLow,
        (> 0, < 0) => BalanceCase.SourceDeficitSinkSurplus,
        (< 0, > 0) => BalanceCase.SourceSurplusSinkDeficit,
        (> 0, 0) => BalanceCase.EmbodiedImportOnly,
        (< 0, 0) => BalanceCase.EmbodiedExportOnly,
        (0, > 0) => BalanceCase.ServiceImportOnly,
        (0, < 0) => BalanceCase.ServiceExportOnly,
        _ => BalanceCase.Neutral,
    };

    private static string Words(BalanceCase flows) => flows switch
    {
        BalanceCase.DoubleHigh => "double-high",
        BalanceCase.DoubleLow => "double-low",
        BalanceCase.SourceDeficitSinkSurplus => "source deficit, sink surplus",
        BalanceCase.SourceSurplusSinkDeficit => "source surplus, sink deficit",
        BalanceCase.EmbodiedImportOnly => "embodied import only",
        BalanceCase.EmbodiedExportOnly => "embodied export only",
        BalanceCase.ServiceImportOnly => "service import only",
        BalanceCase.ServiceExportOnly => "service export only",
        _ => "neutral",
    };
}
