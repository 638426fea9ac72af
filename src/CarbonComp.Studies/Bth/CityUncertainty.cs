using CarbonComp.Uncertainty;

namespace CarbonComp.Studies;

/// <summary>Net payments of the thirteen cities, with what notebooks 06 and 30 take as uncertain.</summary>
public static class CityUncertainty
{
    private const string Price = "price (yuan/t CO2)", Decay = "distance decay β", Density = "density factor of ", Engel = "Engel of ";

    /// <summary>Net payments by flow zoning at the payer's standard, with uncertain price, densities, Engel coefficients and distance exponent.</summary>
    /// <remarks>
    /// The distributions are <see cref="UncertaintyDefaults"/>. The densities are factors of those in the paper's Table 1. The exponent changes the
    /// constructed table, so the transfers of its four values are computed here, once; where a table is given, it is certain. Everything else is
    /// computed in every run: storage and service flows from the densities, standards from price and Engel coefficients.
    /// </remarks>
    /// <param name="bth">The case.</param>
    /// <param name="map">Its cities on the map.</param>
    /// <param name="price">The median of the price, yuan/t CO2; the paper's if none is given.</param>
    /// <param name="a">a of the growth curve.</param>
    /// <param name="b">b of the growth curve.</param>
    public static UncertainResult NetPayment(BeijingTianjinHebei bth, RegionMap map, double? price = null, double a = 1, double b = 1)
    {
        var (cities, pools, engel, demand, land, countsAs) = (bth.Cities, bth.Pools, bth.Engel.In(Unit.One), bth.Demand(), bth.LandCover, bth.CountsAs);
        var ability = CompensationCoefficient.AbilityOf(bth.Gdp, bth.Population);
        var inputs = new UncertainInputs([
            UncertaintyDefaults.Price(Price, price ?? bth.Price.PerTonneCO2),
            .. bth.IsConstructed ? [UncertaintyDefaults.DistanceDecay(Decay)] : Array.Empty<UncertainInput>(),
            .. pools.All.Select(pool => UncertaintyDefaults.CarbonDensity(Density + pool.Name)),
            .. cities.Select(city => UncertaintyDefaults.Engel(Engel + city.Name, engel[city.Name]))]);
        var transfers = Transfers(bth);
        return new(inputs, draw => FlowZoningCompensation.Of(transfers(draw), Services(draw), Standard(draw)).Bidirectional.Net.Named("net payment"));

        ServiceFlows Services(Draw draw)
        {
            CarbonPool Scaled(CarbonPool p, double factor) => new(p.LandUseCode, p.Name, p.Above * factor, p.Below * factor, p.Soil * factor, p.Dead * factor);
            var drawn = new CarbonPools(pools.All.Select(p => Scaled(p, draw[Density + p.Name])), ValueStatuses.Weakest(pools.Status, draw.Status));
            return ServiceFlows.Compute(map, CarbonStorage.Of(land, drawn, countsAs).AsPrinted(), demand);
        }

        CompensationStandard Standard(Draw draw)
        {
            var drawn = new LabelledVector("Engel coefficient", cities, draw.For(Engel, cities), Unit.One, ValueStatuses.Weakest(engel.Status, draw.Status));
            return CompensationStandard.Of(new CarbonPrice(draw[Price], Unit.YuanPerTonneCO2, "drawn", draw.Status),
                CompensationCoefficient.GrowthCurve(ability, drawn, a, b));
        }
    }

    private static Func<Draw, TransferMatrix> Transfers(BeijingTianjinHebei bth)
    {
        if (!bth.IsConstructed)
        {
            var given = bth.Model().Transfers().Within(bth.Cities);
            return _ => given;
        }
        var values = ((DiscreteDistribution)UncertaintyDefaults.DistanceDecay().Distribution).Values;
        var byDecay = values.AsParallel().ToDictionary(v => v.Value, v =>
            new EmbodiedCarbonModel(bth.ConstructTable(bth.Options(distanceDecay: v.Value)).Table, bth.TableEmissions).Transfers().Within(bth.Cities));
        return draw => byDecay[draw[Decay]];
    }
}
