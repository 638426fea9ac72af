namespace CarbonComp;

/// <summary>The difference of gain and loss up to which a region counts as neutral. The source, PEC, does not say.</summary>
public sealed record NeutralTolerance
{
    private readonly string measure;
    private readonly Func<double, double, double, double> of;

    private NeutralTolerance(double value, string measure, Func<double, double, double, double> of)
    {
        Guard.NotNegative(value);
        (Value, this.measure, this.of) = (value, measure, of);
    }

    /// <summary>A twentieth of gain and loss together: independent of a region's size.</summary>
    public static NeutralTolerance Default { get; } = OfExchange(0.05);

    /// <summary>The share or the tonnes.</summary>
    public double Value { get; }

    /// <summary>A share of gain and loss together.</summary>
    /// <param name="share">0.05: neutral up to 1.05 against 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public static NeutralTolerance OfExchange(double share) => new(share, "of gain and loss together", (gain, loss, _) => share * (gain + loss));

    /// <summary>A share of the region's emissions.</summary>
    /// <param name="share">0.05: neutral up to a twentieth of its emissions.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public static NeutralTolerance OfEmissions(double share) => new(share, "of emissions", (_, _, emissions) => share * emissions);

    /// <summary>The same mass for every region.</summary>
    /// <param name="tonnes">t CO2.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public static NeutralTolerance OfTonnes(double tonnes) => new(tonnes, "t CO2", (_, _, _) => tonnes);

    /// <summary>The type of a balance of gain and loss; at the tolerance it is neutral.</summary>
    /// <param name="gain">t CO2, not negative.</param>
    /// <param name="loss">t CO2, not negative.</param>
    /// <param name="emissions">The region's emissions, t CO2.</param>
    public CarbonBalanceType TypeOf(double gain, double loss, double emissions) =>
        Math.Abs(gain - loss) <= of(gain, loss, emissions) ? CarbonBalanceType.Neutral
        : gain > loss ? CarbonBalanceType.Surplus : CarbonBalanceType.Deficit;

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Value:0.###} {measure}");
}
