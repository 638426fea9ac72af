namespace CarbonComp;

/// <summary>Up to which difference of gain and loss a region counts as neutral. PEC's abstract does not say.</summary>
public sealed record NeutralTolerance
{
    private readonly string measure;
    private readonly Func<double, double, double, double> of;

    private NeutralTolerance(double value, string measure, Func<double, double, double, double> of)
    {
        Guard.NotNegative(value, "A tolerance is a number from 0 on.");
        (Value, this.measure, this.of) = (value, measure, of);
    }

    /// <summary>A twentieth of gain and loss together: independent of a region's size.</summary>
    public static NeutralTolerance Default { get; } = OfExchange(0.05);

    /// <summary>The share or the tonnes.</summary>
    public double Value { get; }

    /// <summary>A share of what is exchanged, gain and loss together.</summary>
    /// <param name="share">0.05: neutral up to 1.05 against 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or no number.</exception>
    public static NeutralTolerance OfExchange(double share) => new(share, "of gain and loss together", (gain, loss, _) => share * (gain + loss));

    /// <summary>A share of what the region emits.</summary>
    /// <param name="share">0.05: neutral up to a twentieth of its emissions.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or no number.</exception>
    public static NeutralTolerance OfEmissions(double share) => new(share, "of emissions", (_, _, emissions) => share * emissions);

    /// <summary>The same mass for every region.</summary>
    /// <param name="tonnes">t CO2.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or no number.</exception>
    public static NeutralTolerance OfTonnes(double tonnes) => new(tonnes, "t CO2", (_, _, _) => tonnes);

    /// <summary>What the balance of gain and loss is; on the tolerance it is neutral.</summary>
    /// <param name="gain">t CO2, not negative.</param>
    /// <param name="loss">t CO2, not negative.</param>
    /// <param name="emissions">The region's emissions, t CO2.</param>
    public CarbonBalanceType TypeOf(double gain, double loss, double emissions) =>
        Math.Abs(gain - loss) <= of(gain, loss, emissions) ? CarbonBalanceType.Neutral
        : gain > loss ? CarbonBalanceType.Surplus : CarbonBalanceType.Deficit;

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Value:0.###} {measure}");
}
