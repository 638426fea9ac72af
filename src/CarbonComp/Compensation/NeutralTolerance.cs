namespace CarbonComp;

/// <summary>The difference of gain and loss up to which a region counts as neutral. The source, PEC, does not say.</summary>
public sealed record NeutralTolerance
{
    private readonly string measure;
    private readonly Func<double, double, double, double> of;

    private NeutralTolerance(double value, string measure, Func<double, double, double, double> of) =>
        (Value, this.measure, this.of) = (Guard.NotNegative(value), measure, of);

    /// <summary>A twentieth of gain and loss together: independent of a region's size.</summary>
    public static NeutralTolerance Default { get; } = OfExchange(0.05);

    /// <summary>The share or the tonnes.</summary>
    public double Value { get; }

    /// <summary>A share of gain and loss together; 0.05 is neutral up to 1.05 against 0.95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1: a percentage, for example.</exception>
    public static NeutralTolerance OfExchange(double share) => new(Share(share), "of gain and loss together", (gain, loss, _) => share * (gain + loss));

    /// <summary>A share of the region's emissions; 0.05 is neutral up to a twentieth of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1: a percentage, for example.</exception>
    public static NeutralTolerance OfEmissions(double share) => new(Share(share), "of emissions", (_, _, emissions) => share * emissions);

    private static double Share(double share) => Guard.Share(share, "A tolerance is a share between 0 and 1. Write 0.05 for 5 %.");

    /// <summary>The same mass, t CO2, for every region.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public static NeutralTolerance OfTonnes(double tonnes) => new(tonnes, "t CO2", (_, _, _) => tonnes);

    /// <summary>The type of a balance of gain and loss, t CO2, in a region with these emissions; at the tolerance it is neutral.</summary>
    public CarbonBalanceType TypeOf(double gain, double loss, double emissions) =>
        Math.Abs(gain - loss) <= of(gain, loss, emissions) ? CarbonBalanceType.Neutral
        : gain > loss ? CarbonBalanceType.Surplus : CarbonBalanceType.Deficit;

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Value:0.###} {measure}");
}
