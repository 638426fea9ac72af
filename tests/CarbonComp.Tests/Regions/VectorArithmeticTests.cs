using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Tests;

public class VectorArithmeticTests
{
    private static readonly RegionAxis Cities = RegionAxis.Of("Beijing", "Tianjin", "Tangshan");

    private static readonly LabelledVector Emissions = Of("emissions", "Mt CO2", 80, 60, 60);

    private static readonly LabelledVector Price = Of("price", "yuan/t CO2", 50, 20, 10);

    private static readonly Gen<double> Numbers = Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 128.0);

    private static Arbitrary<LabelledVector> Masses => (
        from values in Numbers.ArrayOf(Cities.Count)
        from unit in Gen.Elements("t CO2", "kt CO2", "Mt CO2", "10^4 t CO2")
        from status in Gen.Elements(Enum.GetValues<ValueStatus>())
        select new LabelledVector("mass", Cities, values, Unit.Parse(unit), status)).ToArbitrary();

    [Fact]
    public void Sums_commute_and_associate_within_rounding_and_differences_undo_them()
    {
        Prop.ForAll(Masses, Masses, Masses, (a, b, c) =>
            Close(a + b, b + a) && Close(a + b + c, a + (b + c)) && Close(a + b - b, a, Size(a) + Size(b)) && Close(a - b, -(b - a))
            && (a + b).Unit == a.Unit).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Products_distribute_and_quotients_undo_them()
    {
        Prop.ForAll(Masses, Masses, (a, b) => Close(Price * (a + b), Price * a + Price * b, (Size(a) + Size(b)) * 50)
            && Close(Price * a / Price, a) && Close(a * 4 / 2, a + a)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_result_has_the_weakest_status_of_its_operands()
    {
        Prop.ForAll(Masses, Masses, (a, b) =>
        {
            var weakest = a.Status > b.Status ? a.Status : b.Status;
            return new[] { (a + b).Status, (a - b).Status, (a * b).Status, (a / Positive(b)).Status, a.Dot(b).Status, (a + b.Max()).Status, (a * b.Sum())
                .Status }
                .All(s => s == weakest) && (2 * a).Status == a.Status && (-a).Status == a.Status;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Units_combine()
    {
        var value = Price * Emissions;
        Assert.Equal("yuan", value.Unit.Symbol);
        Assert.Equal([4e9, 1.2e9, 0.6e9], value.Values);
        Assert.Equal("yuan/Mt CO2", (value / Emissions).Unit.Symbol);
        Assert.Equal(50, (value / Emissions).In("yuan/t CO2")["Beijing"], 9);
        Assert.Equal(("t CO2", 80e6), ((value / Price).Unit.Symbol, (value / Price)["Beijing"]));
        Assert.Equal((Unit.One, 1e6), ((Emissions / Emissions.In("t CO2").Named("own")).Unit, Math.Round((Emissions / (Emissions.In("t CO2") * 1e-6))[0])));
        Assert.Equal("Mt CO2/million persons", (Emissions / Of("people", "million persons", 20, 10, 8)).Unit.Symbol);
        Assert.Equal(("Mt CO2", 40.0), (((Emissions * Of("share", "%", 50, 1, 1)) is var half ? half.Unit.Symbol : ""), half[0]));
    }

    [Fact]
    public void Carbon_is_not_added_to_CO2()
    {
        var carbon = Of("soil", "t C", 1, 2, 3);
        Assert.Contains("44/12", Assert.Throws<UnitException>(() => Emissions + carbon).Message, StringComparison.Ordinal);
        Assert.Contains("44/12", Assert.Throws<UnitException>(() => Emissions - carbon).Message, StringComparison.Ordinal);
        Assert.Throws<UnitException>(() => Emissions + 1);
        Assert.Equal([50.0, 80, 99], (1 - Of("share", "%", 50, 20, 1)).Values);
    }

    [Fact]
    public void Results_are_named_as_they_were_made()
    {
        Assert.Equal("emissions − absorption", (Emissions - Emissions.Named("absorption")).Name);
        Assert.Equal("emissions − (a + b)", (Emissions - (Emissions.Named("a") + Emissions.Named("b"))).Name);
        Assert.Equal("(a − b) ÷ (c × d)", ((Emissions.Named("a") - Emissions.Named("b")) / (Price.Named("c") * Price.Named("d"))).Name);
        Assert.Equal("emissions × 60 yuan/t CO2", (Emissions * new Quantity(60, Unit.YuanPerTonneCO2)).Name);
    }

    [Fact]
    public void The_first_label_that_differs_is_named_with_the_operand_that_lacks_it()
    {
        var fewer = new LabelledVector("sinks", RegionAxis.Of("Beijing", "Tianjin"), [1, 2], Unit.MegatonneCO2, ValueStatus.Paper);
        Assert.StartsWith("sinks has no region \"Tangshan\", which emissions has.", Assert.Throws<AxisException>(() => Emissions + fewer).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("sinks has no region \"Tangshan\", which emissions has.", Assert.Throws<AxisException>(() => fewer - Emissions).Message,
            StringComparison.Ordinal);
        var turned = Emissions.For(RegionAxis.Of("Tianjin", "Beijing", "Tangshan")).Named("turned");
        Assert.StartsWith("The regions are in another order: position 1 is \"Beijing\" in emissions and \"Tianjin\" in turned.",
            Assert.Throws<AxisException>(() => Emissions * turned).Message, StringComparison.Ordinal);
        var fuels = new LabelledVector("energy", new CategoryAxis("fuel", "coal"), [1], Unit.TonneStandardCoal, ValueStatus.Paper);
        Assert.Contains("along regions, energy along fuels", Assert.Throws<AxisException>(() => Emissions / fuels).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_division_by_zero_is_refused_with_its_label()
    {
        Assert.StartsWith("GDP of Tianjin is 0, so emissions ÷ GDP is not defined there.",
            Assert.Throws<CarbonCompException>(() => Emissions / Of("GDP", "yuan", 1, 0, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<CarbonCompException>(() => Emissions / 0);
        Assert.Throws<CarbonCompException>(() => (Emissions - Emissions).Share());
    }

    [Fact]
    public void Measures_carry_unit_and_status()
    {
        Assert.Equal(new Quantity(200, Unit.MegatonneCO2, ValueStatus.Constructed), Emissions.Sum());
        Assert.Equal("200 Mt CO2", Emissions.In("t CO2").Sum().ToString());
        Assert.Equal((80.0, 60.0, "Beijing", "Tianjin"), (Emissions.Max().Value, Emissions.Min().Value, Emissions.ArgMax(), Emissions.ArgMin()));
        Assert.Equal(200.0 / 3, Emissions.Mean().Value, 12);
        Assert.Equal(new Quantity(5.8e9, Unit.Yuan, ValueStatus.Constructed), Price.Dot(Emissions));
        Assert.Equal("80 Mt CO2", Emissions.At("Beijing").ToString());
        var share = Emissions.Share();
        Assert.Equal((Unit.Percent, 40.0, 100.0, "share of emissions"), (share.Unit, share["Beijing"], Math.Round(share.Total, 12), share.Name));
        Assert.Equal([80.0, 60, 60], (-Emissions).Abs().Values);
    }

    [Fact]
    public void A_selection_keeps_the_regions_themselves()
    {
        var large = Emissions.Where(v => v > 70);
        Assert.Equal("Beijing", Assert.Single(Assert.IsType<RegionAxis>(large.Axis)).Name);
        Assert.Contains("No region is left", Assert.Throws<CarbonCompException>(() => Emissions.Where(v => v < 0)).Message, StringComparison.Ordinal);
        Assert.Equal("fuels", new LabelledVector("e", new CategoryAxis("fuel", "coal", "oil"), [1, 2], Unit.One, ValueStatus.Paper).Where(v => v > 1)
            .Axis.Kinds);
    }

    [Fact]
    public void Matrices_compute_as_vectors_do()
    {
        var uses = new CategoryAxis("use", "homes", "works");
        LabelledMatrix Matrix(string name, string unit, ValueStatus status, params double[] rowByRow) => new(name, Cities, uses,
            MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(2, 3, rowByRow).Transpose(), Unit.Parse(unit), status);
        var (a, b) = (Matrix("a", "kt CO2", ValueStatus.Paper, 1, 2, 3, 4, 5, 6),
            Matrix("b", "t CO2", ValueStatus.Illustrative, 1000, 0, 3000, 2000, 1000, 1000));
        Assert.Equal(Matrix("a + b", "kt CO2", ValueStatus.Illustrative, 2, 2, 6, 6, 6, 7).Values, (a + b).Values);
        Assert.Equal(("a − b", "kt CO2", ValueStatus.Illustrative), ((a - b).Name, (a - b).Unit.Symbol, (a - b).Status));
        Assert.StartsWith("b of Beijing, works is 0, so a ÷ b is not defined", Assert.Throws<CarbonCompException>(() => a / b).Message,
            StringComparison.Ordinal);
        Assert.Equal((Unit.One, 0.0, 0.5), ((b / a).Unit, (b / a)["Beijing", "works"], (b / a)["Tianjin", "works"]));
        Assert.Equal(("yuan", 50_000.0), (a.ScaleRows(Price).Unit.Symbol, a.ScaleRows(Price)["Beijing", "homes"]));
        var factors = new LabelledVector("factors", uses, [10, 100], Unit.One, ValueStatus.Statistic);
        Assert.Equal(("kt CO2", 200.0), (a.ScaleColumns(factors).Unit.Symbol, a.ScaleColumns(factors)["Beijing", "works"]));
        Assert.Contains("a is along uses, price along regions", Assert.Throws<AxisException>(() => a.ScaleColumns(Price)).Message, StringComparison.Ordinal);
        Assert.Equal([1.0, 1, 1], (a / a).Column("homes").Values);
        Assert.Equal((100.0, 21.0, 42.0), (Math.Round(a.Share().Total, 9), a.Sum().Value, (2 * a).Total));
    }

    private static LabelledVector Of(string name, string unit, params double[] values) => new(name, Cities, values, Unit.Parse(unit), ValueStatus.Constructed);

    private static LabelledVector Positive(LabelledVector v) => new(v.Name, v.Axis, v.Values.Map(x => 1 + Math.Abs(x)), v.Unit, v.Status);

    private static double Size(LabelledVector v) => v.In(new Unit[] { Unit.TonneCO2, Unit.Yuan }.First(u => u.Dimension == v.Unit.Dimension))
        .Values.AbsoluteMaximum();

    private static bool Close(LabelledVector a, LabelledVector b, double size = 0) =>
        (a - b).In(new[] { Unit.TonneCO2, Unit.Yuan }.First(u => u.Dimension == a.Unit.Dimension)).Values.AbsoluteMaximum() <= 1e-12
            * Math.Max(1, Math.Max(size, Size(a) + Size(b)));

    [Fact]
    public void Flows_of_a_pair_are_set_off()
    {
        var regions = RegionAxis.Of("a", "b", "c");
        var flows = new LabelledMatrix("flows", regions, regions,
            MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(new double[,] { { 9, 5, 1 }, { 2, 7, 4 }, { 1, 6, 3 } }),
            Unit.TonneCO2, ValueStatus.Constructed);
        Assert.Equal(MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 3, 0 }, { 0, 0, 0 }, { 0, 2, 0 } }),
            flows.Netted().Values);
        Assert.Equal((flows.RowSums() - flows.ColumnSums()).Values, (flows.Netted().RowSums() - flows.Netted().ColumnSums()).Values);
    }
}
