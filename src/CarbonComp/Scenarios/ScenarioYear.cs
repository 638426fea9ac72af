using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Scenarios;

/// <summary>A year of a scenario, or its base: emissions, flows, absorption and money.</summary>
public sealed record ScenarioYear : Tabular
{
    private ScenarioYear(int year, EmbodiedCarbonModel model, LabelledMatrix absorption, CompensationStandard standard, PriceRule rule)
    {
        (Year, Model, AbsorptionByClass, Standard) = (year, model, absorption, standard);
        Transfers = model.Transfers().Within(standard.Regions);
        Settlement = Settlement.Bilateral("embodied carbon", Transfers.ToMatrix(), standard, rule);
    }

    internal static ScenarioYear Of(ScenarioBase start) => new(start.Year, start.Model, start.Absorption, start.Standard, start.Rule);

    internal static ScenarioYear Of(Scenario scenario, ScenarioBase start, int year)
    {
        var (table, sectors) = (start.Model.Table, start.Model.Table.Sectors);
        Matrix<double> Factors(ScenarioQuantity quantity, Axis regions, Axis others) => scenario.Factors(quantity, regions, others, start.Year, year);
        var demand = Factors(ScenarioQuantity.FinalDemand, table.Regions, sectors);
        var use = table.FinalUseByProduct();
        var model = start.Model.WhatIf(new LabelledMatrix(use.Name, use.Rows, use.Columns,
            use.Values.MapIndexed((product, user, amount) => amount * demand[user, product % sectors.Count], Zeros.Include), use.Unit,
            ValueStatus.Illustrative));
        var cleaner = Factors(ScenarioQuantity.Intensity, table.Regions, sectors)
            .PointwiseMultiply(Factors(ScenarioQuantity.EnergyMix, table.Regions, sectors));
        var emitted = model.Intensity.Emissions;
        model = model.WhatIf(Intensity.Of(new LabelledVector(model.Intensity.Stressor.Name, table.Axis,
            emitted.MapIndexed((i, amount) => amount * cleaner[i / sectors.Count, i % sectors.Count], Zeros.Include), model.Intensity.Stressor.Unit,
            ValueStatus.Illustrative), model.Table));
        var (land, standard) = (start.Absorption, start.Standard.Prices);
        var prices = Factors(ScenarioQuantity.Price, start.Regions, new CategoryAxis("sector", "all"));
        return new(year, model, new(land.Name, land.Rows, land.Columns,
                land.Values.PointwiseMultiply(Factors(ScenarioQuantity.LandUse, start.Regions, land.Columns)), land.Unit, ValueStatus.Illustrative),
            new CompensationStandard(new LabelledVector(standard.Name, start.Regions, standard.Values.PointwiseMultiply(prices.Column(0)), standard.Unit,
                ValueStatus.Illustrative)), start.Rule);
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>Table and emissions.</summary>
    public EmbodiedCarbonModel Model { get; }

    /// <summary>t CO2 by region and class of land.</summary>
    public LabelledMatrix AbsorptionByClass { get; }

    /// <summary>Money for a tonne of CO2 by region.</summary>
    public CompensationStandard Standard { get; }

    /// <summary>Who emits for whom.</summary>
    public TransferMatrix Transfers { get; }

    /// <summary>Payments for embodied carbon.</summary>
    public Settlement Settlement { get; }

    /// <summary>Emissions by region, t CO2.</summary>
    public LabelledVector Emissions => Transfers.Emissions.Named("emissions");

    /// <summary>Net embodied imports, t CO2: positive owes.</summary>
    public LabelledVector NetEmbodiedImports => Transfers.NetEmbodiedImports;

    /// <summary>Absorption by region, t CO2.</summary>
    public LabelledVector Absorption => AbsorptionByClass.RowSums().Named("absorption");

    /// <summary>Emissions less absorption, t CO2.</summary>
    public LabelledVector Budget => (Emissions - Absorption).Named("carbon budget");

    /// <summary>Net payment for embodied carbon: positive pays.</summary>
    public LabelledVector NetPayment => Settlement.Net;

    /// <summary>The budget at the region's standard: what it would pay into a fund.</summary>
    public LabelledVector BudgetPayment => (Budget * Standard.Prices).Named("budget payment");

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Transfers.Status, AbsorptionByClass.Status, Standard.Status);

    /// <inheritdoc/>
    public override string Caption => Invariant($"Emissions, absorption and payments, {Year}");

    /// <summary>A row a region.</summary>
    public override Columns ToColumns() => Columns.Of(Emissions, NetEmbodiedImports, Absorption, Budget, NetPayment, BudgetPayment);
}
