using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class StressorTests
{
    private static readonly MultiRegionalTable Table = Leather.Table;

    private static LabelledVector Amounts(string name, string unit, double scale = 1) =>
        new(name, Table.Axis, Enumerable.Range(1, 9).Select(i => scale * i), Unit.Parse(unit), ValueStatus.Illustrative);

    private static EmbodiedCarbonModel Model(string name, string unit) => new(Table, Amounts(name, unit));

    [Theory]
    [InlineData("methane", "kt CH4", "t CH4", 45_000)]
    [InlineData("greenhouse gases", "Mt CO2e", "t CO2e", 45e6)]
    [InlineData("water", "10^4 m3", "10^4 m3", 45)]
    [InlineData("jobs", "万人", "persons", 450_000)]
    [InlineData("energy use", "万吨标准煤", "tce", 450_000)]
    [InlineData("taxes", "million EUR", "EUR", 45e6)]
    public void Any_amount_is_followed_in_the_canonical_unit_of_its_kind(string name, string unit, string canonical, double total)
    {
        var transfers = Model(name, unit).Transfers();
        Assert.Equal(Unit.Parse(canonical), transfers.Stressor.Unit);
        Assert.Equal(Unit.Parse(canonical), transfers.Emissions.Unit);
        Assert.Equal(total, transfers.Emissions.Total, 1e-6 * total);
        Assert.Equal(1, transfers.Amounts[0, 1] / transfers.Emissions.Total / (Leather.Model.Transfers().Amounts[0, 1] / 450), 1e-12);
    }

    [Fact]
    public void Every_result_says_what_it_is_about()
    {
        var model = Model("jobs", "persons");
        foreach (var result in new ITabular[] { model.Intensity, model.Transfers(), model.TransfersBySector(), model.BilateralTrade(),
            model.EmissionMultipliers(),
            model.FootprintByProduct(), model.FootprintByEmitter(), model.FootprintBySector(), model.ProducerResponsibility(), model.ConsumerResponsibility(),
            model.SharedResponsibility(), model.IncomeResponsibility(), model.BenefitResponsibility(), model.SharedResponsibilityFlows(),
            model.ConsumerResponsibilityFlows(), model.BenefitResponsibilityFlows(), model.EmissionsByDestination(), model.EmissionsInExports(),
            model.EmissionsInExports(ExportBasis.Sink), model.Paths("Turkey", 0.01), model.Extract("Turkey · Agriculture"), model.Transfers().ByRegion(),
            model.Transfers().Within(RegionAxis.Of("Turkey", "Germany")), model.TransfersBySector().Within(RegionAxis.Of("Turkey", "Germany")),
            model.SharedResponsibilityFlows().Within(RegionAxis.Of("Turkey", "Germany")).Shares, model.TransfersBySector().Transfers,
            StructuralDecomposition.Of(Table, model.Intensity, Table, model.Intensity) })
        {
            var text = result.ToString()!;
            Assert.DoesNotContain("CO2", text);
            Assert.DoesNotContain("arbon", text);
            Assert.DoesNotContain("emission", text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("jobs", text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("persons", text);
        }
        Assert.Equal("Input–output model of 3 regions × 3 sectors, 45 persons of jobs (illustrative, not observed)", model.ToString());
    }

    [Fact]
    public void Carbon_dioxide_stays_in_tonnes_under_its_usual_captions()
    {
        var transfers = Model("process emissions", "Mt CO2").Transfers();
        Assert.Equal(45e6, transfers.Emissions.Total, 1e-3);
        Assert.Equal(Leather.Model.Transfers().Caption, transfers.Caption);
        Assert.StartsWith("Emission intensity, t CO2 per 10 000 yuan", Model("process emissions", "Mt CO2").Intensity.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_stressors_are_what_each_is_alone() => Prop.ForAll(RandomTable.Rough, sample =>
    {
        var other = Intensity.Of(new LabelledVector("energy use", sample.Table.Axis, sample.Table.Output * 2, Unit.TonneStandardCoal,
            ValueStatus.Illustrative), sample.Table);
        var all = sample.Model.TransfersOf(sample.Intensity, other);
        Assert.Equal(sample.Model.Transfers().Amounts, all[0].Amounts);
        Assert.Equal(sample.Model.WhatIf(other).Transfers().Amounts, all[1].Amounts);
        Assert.Equal(Unit.TonneStandardCoal, all[1].Stressor.Unit);
        var bySector = EmbodiedCarbon.TransfersBySector(sample.Table, [sample.Intensity, other], sample.Model.Leontief);
        Assert.Equal(sample.Model.WhatIf(other).TransfersBySector().Amounts, bySector[1].Amounts);
        var multipliers = LeontiefMultipliers.Emissions(sample.Table, [sample.Intensity, other], sample.Model.Leontief);
        Assert.Equal(sample.Model.WhatIf(other).EmissionMultipliers().Values, multipliers[1].Values);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Six_stressors_take_no_more_solves_of_the_system_than_one()
    {
        var table = RandomTable.Build(30, 40, 1).Table;
        var stressors = Enumerable.Range(1, 6).Select(k => Intensity.Of(
            new LabelledVector($"stressor {k}", table.Axis, table.Output * k, Unit.Person, ValueStatus.Illustrative), table)).ToArray();
        int Solves(Action<ILeontiefInverse> run)
        {
            var counted = new Counted(LeontiefSystem.Of(table));
            run(counted);
            return counted.Solves;
        }
        var one = Solves(system => EmbodiedCarbon.Transfers(table, stressors[0], system));
        Assert.Equal(one, Solves(system => EmbodiedCarbon.Transfers(table, stressors, system)));
        Assert.InRange(one, 1, 2);
    }

    [Fact]
    public void Value_added_as_a_stressor_is_the_decomposition_of_value_added()
    {
        var model = new EmbodiedCarbonModel(Table, Table.ValueAddedByRegion());
        Assert.Equal(model.ValueAddedByDestination().ToString(), model.EmissionsByDestination().ToString());
        Assert.Equal(model.ValueAddedInExports().ToString(), model.EmissionsInExports().ToString());
        Assert.Equal(Table.ValueAdded.Sum(), model.Transfers().Emissions.Total, 1e-9);
    }

    [Fact]
    public void Money_may_be_negative_and_nothing_else_may()
    {
        LabelledVector Negative(string unit) => new("profits", Table.Axis, Enumerable.Range(-1, 9).Select(i => (double)i), Unit.Parse(unit),
            ValueStatus.Illustrative);
        var model = new EmbodiedCarbonModel(Table, Negative("yuan"));
        Assert.Equal(27, model.Transfers().Emissions.Total, 1e-9);
        Assert.Contains("only money", Assert.Throws<InputOutputException>(() => Intensity.Of(Negative("persons"), Table)).Message);
        Assert.Contains("sinks", Assert.Throws<InputOutputException>(() => Intensity.Of(Negative("t CO2"), Table)).Message);

        // Chains are cut off by the size of what lies beyond, not by its balance: the loss of the first branch is found.
        var paths = model.Paths(threshold: 1e-4);
        Assert.Contains(paths.Paths, p => p.Amount < 0);
        var (f, y) = (model.Intensity.Values, Table.FinalUse.RowSums());
        Assert.Equal(f[0] * y[0], paths.Paths.Single(p => p.Stages == 0 && p.Sectors[0] == 0).Amount, 1e-12);
    }

    [Fact]
    public void Ratios_are_refused()
    {
        Assert.Contains("ratio", Assert.Throws<UnitException>(() => Model("share", "%")).Message);
        Assert.Contains("ratio", Assert.Throws<UnitException>(() => Model("intensity", "t CO2/yuan")).Message);
        Assert.Contains("has no output", Assert.Throws<InputOutputException>(() => Idle(ValueStatus.Illustrative)).Message);

        static Intensity Idle(ValueStatus status)
        {
            var (z, none) = (Matrix<double>.Build.Dense(1, 1), Vector<double>.Build.Dense(1));
            var table = new MultiRegionalTable(RegionAxis.Of("A"), SectorAxis.Of("all"), z, z, none, none, none, none, status);
            return Intensity.Of(new LabelledVector("jobs", table.Axis, [3.0], Unit.Person, status), table);
        }
    }

    [Fact]
    public void Two_years_are_compared_in_one_stressor() => Assert.Contains("jobs", Assert.Throws<UnitException>(() =>
        StructuralDecomposition.Of(Table, Leather.Intensity, Table, Model("jobs", "persons").Intensity)).Message);

    [Fact]
    public void Compensation_refuses_what_is_not_carbon()
    {
        var model = Model("value added", "yuan");
        LabelledVector regional(string unit) => new("x", Leather.Countries, [1.0, 2, 3], Unit.Parse(unit), ValueStatus.Illustrative);
        var costs = new LabelledMatrix("cost", Leather.Countries, Leather.Sectors, Matrix<double>.Build.Dense(3, 3, 1), Unit.YuanPerTonneCO2,
            ValueStatus.Illustrative);
        foreach (var run in new Action[]
        {
            () => CarbonGainsAndLosses.Of(model.Transfers(), regional("t CO2")),
            () => EcologicalCompensation.Of(model.TransfersBySector(), regional("t CO2"), costs),
            () => Settlement.AtProduction("x", model.TransfersBySector(), costs),
            () => ResponsibilityCompensation.Of(model.SharedResponsibilityFlows(), [regional("yuan/t CO2")]),
            () => Settlement.Bilateral("x", model.Transfers().ToMatrix(), new CompensationStandard(regional("yuan/t CO2"))),
        })
            Assert.Contains("yuan", Assert.Throws<UnitException>(run).Message);
    }

    [Theory]
    [InlineData("million EUR", "EUR")]
    [InlineData("JPY", "JPY")]
    [InlineData("100 million yuan", "yuan")]
    public void A_table_may_be_in_any_currency(string unit, string currency)
    {
        var t = Table;
        var table = new MultiRegionalTable(t.Regions, t.Sectors, t.Intermediate, t.FinalUse, t.Exports, t.ImportedInputs, t.ValueAdded, t.Output, t.Status,
            unit: Unit.Parse(unit));
        Assert.Equal($"t CO2/{unit}", new EmbodiedCarbonModel(table, Amounts("emissions", "t CO2")).EmissionMultipliers().Unit.Symbol);
        Assert.Equal(Unit.Parse(currency), new EmbodiedCarbonModel(table, table.ValueAddedByRegion()).Transfers().Emissions.Unit);
    }

    [Fact]
    public void Currencies_are_kinds_of_their_own()
    {
        var (euro, pound) = (Unit.Parse("EUR"), Unit.Parse("GBP"));
        Assert.Throws<UnitException>(() => euro.To(Unit.Yuan));
        Assert.Throws<UnitException>(() => euro.To(pound));
        Assert.Equal(1e6, Unit.Parse("million EUR").To(euro));
        Assert.Equal("EUR/GBP", (euro / pound).Symbol);
        Assert.Equal(UnitDimension.None, euro.Dimension / euro.Dimension);
        Assert.Equal(euro.Dimension, (euro.Dimension / pound.Dimension) * pound.Dimension);
        Assert.Equal("3.2 billion EUR", NumberFormat.Quantity(3.2e9, euro).Replace("3.20", "3.2"));
        Assert.True(euro.Dimension.IsMoney && !(euro / pound).Dimension.IsMoney && !Unit.Person.Dimension.IsMoney);
        Assert.Equal(Unit.Parse("EUR/t CO2"), new CarbonPrice(2, Unit.Parse("EUR/t CO2"), "a price", ValueStatus.Illustrative).Quantity.Unit);
    }

    private sealed class Counted(ILeontiefInverse system) : ILeontiefInverse
    {
        public int Solves { get; private set; }

        public int Order => system.Order;

        public Matrix<double> RequiredOutput(Matrix<double> finalUse) => Count(system.RequiredOutput(finalUse));

        public Vector<double> Multipliers(Vector<double> coefficients) => Count(system.Multipliers(coefficients));

        public Matrix<double> Multipliers(Matrix<double> coefficients) => Count(system.Multipliers(coefficients));

        public Matrix<double> Inverse(IProgress<double>? progress, CancellationToken cancellation) => Count(system.Inverse(progress, cancellation));

        private T Count<T>(T result)
        {
            Solves++;
            return result;
        }
    }
}
