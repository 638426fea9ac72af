using CarbonComp.Uncertainty;

namespace CarbonComp.Studies;

/// <summary>Net payments by carbon budget, with what notebook 12 takes as uncertain.</summary>
public static class BudgetUncertainty
{
    private const string Price = "price (yuan/t CO2)", Factor = "emission factor", Energy = "energy of ", Land = "absorption of ", Engel = "Engel coefficient";

    /// <summary>Net payments of the last year, with uncertain price, emission factor, energy use, absorption and Engel coefficient.</summary>
    /// <remarks>
    /// The distributions are <see cref="UncertaintyDefaults"/>. All but price and Engel coefficient are factors of the case's values, the same in every
    /// year: a statistical office that misses a part of a city's energy misses it every year. The emission factor is one for all regions.
    /// </remarks>
    /// <param name="study">The case.</param>
    /// <param name="price">The median of the price; that of the case if none is given.</param>
    /// <param name="reading">The reading of open formulas; the defaults if none is given.</param>
    public static UncertainResult NetPayment(BudgetCase study, CarbonPrice? price = null, CompensationReading? reading = null)
    {
        var (read, usual, coefficient) = (reading ?? new(), price ?? study.Price(reading), study.Coefficient(reading));
        var years = study.Years.Select(year => (Name: Invariant($"{year}"), Emitted: study.EmissionsBySource(year), Absorbed: study.AbsorptionByClass(year),
            Gdp: study.Model.Gdp(year).Named(Invariant($"{year}")))).ToArray();
        var (classes, gdp) = (years[^1].Absorbed.Columns, LabelledMatrix.OfColumns("GDP", "year", years.Select(y => y.Gdp)));
        var inputs = new UncertainInputs([
            UncertaintyDefaults.Price(Price, usual.PerTonneCO2), UncertaintyDefaults.EmissionFactor(Factor, 1),
            .. study.Regions.Labels.Select(region => UncertaintyDefaults.ActivityData(Energy + region, 1)),
            .. classes.Labels.Select(landClass => UncertaintyDefaults.CarbonDensity(Land + landClass)),
            UncertaintyDefaults.Engel(Engel, coefficient.Engel[0])]);
        return new(inputs, draw =>
        {
            LabelledVector Factors(string name, Axis axis, double[] values) => new(name, axis, values, Unit.One, draw.Status);
            var energy = Factors("energy", study.Regions, [.. draw.For(Energy, study.Regions).Select(v => v * draw[Factor])]);
            var land = Factors("absorption", classes, draw.For(Land, classes));
            LabelledMatrix ByYear(string name, Func<(string Name, LabelledMatrix Emitted, LabelledMatrix Absorbed, LabelledVector Gdp), LabelledVector> of) =>
                LabelledMatrix.OfColumns(name, "year", years.Select(y => of(y).Named(y.Name)));
            var model = new CarbonBudgetModel(ByYear("emissions", y => y.Emitted.Column("energy") * energy + y.Emitted.Column("respiration")),
                ByYear("absorption", y => y.Absorbed.ScaleColumns(land).RowSums()), gdp);
            var own = CompensationCoefficient.GrowthCurve(coefficient.Ability, Factors("Engel coefficient", study.Regions,
                [.. Enumerable.Repeat(draw[Engel], study.Regions.Count)]), coefficient.A, coefficient.B, coefficient.Stage);
            var drawn = new CarbonPrice(draw[Price], Unit.YuanPerTonneCO2, "drawn", ValueStatuses.Weakest(usual.Status, draw.Status));
            return model.Settlement(drawn, own, read.Compensation(model)).Net.Named("net payment");
        });
    }
}
