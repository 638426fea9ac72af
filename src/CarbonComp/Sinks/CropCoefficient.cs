namespace CarbonComp.Sinks;

/// <summary>What makes a crop's output the carbon that the whole plant has fixed.</summary>
/// <param name="Crop">The crop.</param>
/// <param name="CarbonContent">Carbon in dry matter, t C/t, above 0 and below 1.</param>
/// <param name="WaterContent">Water in what is harvested, as a share, from 0 to below 1.</param>
/// <param name="HarvestIndex">What is harvested as a share of the plant, above 0 and at most 1; also called economic coefficient.</param>
/// <param name="Status">The origin of the numbers.</param>
public sealed record CropCoefficient(string Crop, double CarbonContent, double WaterContent, double HarvestIndex, ValueStatus Status = ValueStatus.Statistic)
{
    /// <summary>Carbon that the plant has fixed for a tonne of output, t C: <c>(1 − water) · carbon / harvest index</c>.</summary>
    public double FixedPerTonne => (1 - WaterContent) * CarbonContent / HarvestIndex;
}
