namespace CarbonComp.Studies;

/// <summary>A printed statement that a construction did not use, beside what the construction gives.</summary>
/// <param name="Printed">The statement.</param>
/// <param name="Ours">What the construction gives, in words.</param>
/// <param name="Agrees">Whether both say the same, numbers to their printed digits and the rounding of the facts that were used.</param>
public sealed record HoldOutTest(PublishedNumber Printed, string Ours, bool Agrees)
{
    /// <summary>The region that is spoken of: the one of the statement, or the one it names, such as the city with the highest emissions.</summary>
    public string Region { get; init; } = Printed.Region;
}
