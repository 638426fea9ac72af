using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

/// <summary>The thirteen cities and the rest of China, constructed from the case's package as a notebook would.</summary>
internal static class BthStudy
{
    public static DataPackage Package { get; } = DataPackage.Load(Data.CaseFolder.Path("bth-2020"));

    public static RegionAxis Cities { get; } = Package["regions"].RegionAxis();

    public static NationalTable National { get; } = NationalTable.From(Package["national-table"], Package["sectors"].SectorAxis());

    public static RegionalControls Controls { get; } = MakeControls();

    public static LabelledMatrix Distances { get; } = MakeDistances();

    public static (MultiRegionalTable Table, ConstructionReport Report) Construct(ConstructionOptions? options = null) =>
        SubnationalTable.Construct(National, Controls, Distances, options);

    private static RegionalControls MakeControls()
    {
        var economy = Package["economy"];
        string[] industries = ["value_added_primary", "value_added_secondary", "value_added_tertiary"];
        var axis = new CategoryAxis("industry", industries);
        var values = Matrix<double>.Build.Dense(Cities.Count, 3, (r, k) => economy.Vector(industries[k], Cities).In(Unit.Yuan)[r]);
        var industry = new LabelledMatrix("value added", Cities, axis, values, Unit.Yuan, ValueStatus.Statistic);
        string[] industryOf = [.. National.Sectors.Codes.Select(code => code switch
        {
            "Agriculture" => industries[0],
            "TradeAccommodationCatering" or "OtherServices" => industries[2],
            _ => industries[1],
        })];
        var gdp = economy.Vector("gdp", Cities);
        return new(SectorSplit.ByNationalShares(industry, industryOf, National),
            [.. National.Categories.Labels.Select(category => new FinalUseProxy(category, "gross domestic product", gdp, National.ValueAdded.Sum(), Unit.Yuan))]);
    }

    private static LabelledMatrix MakeDistances()
    {
        var (longitude, latitude) = (Package["regions"].Vector("seat_longitude", Cities), Package["regions"].Vector("seat_latitude", Cities));
        var provinces = Package["provinces"];
        var (farLongitude, farLatitude, weights) = (provinces.Numbers("capital_longitude"), provinces.Numbers("capital_latitude"), provinces.Numbers("gdp"));
        var regions = Cities.With(new ConstructionOptions().Rest!);
        return new("distances", regions, regions, Matrix<double>.Build.Dense(regions.Count, regions.Count, (r, s) =>
        {
            if (r == s) return 0;
            if (Math.Max(r, s) < Cities.Count) return Kilometres(longitude[r], latitude[r], longitude[s], latitude[s]);
            var city = Math.Min(r, s);
            return GravityTrade.EffectiveDistance([.. farLongitude.Select((l, p) => Kilometres(longitude[city], latitude[city], l, farLatitude[p]))], [.. weights], 1);
        }), Unit.Kilometre, ValueStatus.Constructed);
    }

    private static double Kilometres(double longitude, double latitude, double toLongitude, double toLatitude) =>
        new GeoPoint(longitude, latitude).GreatCircleTo(new GeoPoint(toLongitude, toLatitude));
}
