using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Tests;

public class UnitTests
{
    [Theory]
    [InlineData("Mt CO2", "t CO2", 1e6)]
    [InlineData("MtCO2", "t CO2", 1e6)]
    [InlineData("t CO₂", "t CO2", 1)]
    [InlineData("10^4 t CO2", "t CO2", 1e4)]
    [InlineData("10 thousand t CO2", "t CO2", 1e4)]
    [InlineData("万吨二氧化碳", "t CO2", 1e4)]
    [InlineData("kg C", "t C", 1e-3)]
    [InlineData("100 million yuan", "yuan", 1e8)]
    [InlineData("100 Million CNY", "yuan", 1e8)]
    [InlineData("亿元", "yuan", 1e8)]
    [InlineData("万元", "yuan", 1e4)]
    [InlineData("万人", "persons", 1e4)]
    [InlineData("万吨标准煤", "tce", 1e4)]
    [InlineData("万吨标煤", "tce", 1e4)]
    [InlineData("29.3076", null, 0)]
    [InlineData("GJ", "tce", 1 / 29.3076)]
    [InlineData("hm²", "km2", 0.01)]
    [InlineData("公顷", "ha", 1)]
    [InlineData("万公顷", "km2", 100)]
    [InlineData("t C/ha", "t C/km2", 100)]
    [InlineData("kg CO2/person", "t CO2/person", 1e-3)]
    [InlineData("100 million yuan/万人", "yuan/person", 1e4)]
    [InlineData(" %  ", "1", 0.01)]
    [InlineData("10^4 t fuel", "t fuel", 1e4)]
    [InlineData("kg crops/ha", "t crops/km2", 0.1)]
    [InlineData("kt CH4", "t CH4", 1e3)]
    [InlineData("t CH₄", "t CH4", 1)]
    [InlineData("Gg N2O", "t N2O", 1e3)]
    [InlineData("Mt CO2e", "t CO2e", 1e6)]
    [InlineData("亿立方米", "m3", 1e8)]
    [InlineData("10^4 m³", "m3", 1e4)]
    public void Units_of_files_are_read(string text, string? canonical, double factor)
    {
        if (canonical is null) Assert.Throws<UnitException>(() => Unit.Parse(text));
        else Assert.Equal(1, Unit.Parse(text).To(Unit.Parse(canonical)) / factor, 12);
    }

    [Theory]
    [InlineData("t")]
    [InlineData("Mt")]
    [InlineData("10^4 t")]
    [InlineData("kg")]
    [InlineData("吨")]
    [InlineData("万吨")]
    [InlineData("t/km2")]
    [InlineData("yuan/t")]
    public void A_bare_tonne_is_refused_and_told_what_to_write(string text) =>
        Assert.Contains("t CO2, t C, tce, t fuel", Assert.Throws<UnitException>(() => Unit.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_missing_unit_is_refused(string text) =>
        Assert.Contains("missing", Assert.Throws<UnitException>(() => Unit.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("bananas")]
    [InlineData("mt co2")] // milli- and mega- differ by case
    [InlineData("yuan/")]
    [InlineData("/km2")]
    public void An_unknown_unit_is_named(string text) =>
        Assert.Contains($"\"{text}\"", Assert.Throws<UnitException>(() => Unit.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Carbon_is_not_CO2()
    {
        Assert.Contains("44/12", Assert.Throws<UnitException>(() => Unit.Parse("t C").To(Unit.TonneCO2)).Message, StringComparison.Ordinal);
        Assert.Contains("44/12", Assert.Throws<UnitException>(() => Unit.Parse("t CO2/ha").To(Unit.TonneCarbonPerHectare)).Message, StringComparison.Ordinal);
        Assert.Equal(44, CarbonDioxide.FromCarbon(12), 12);
        Assert.Equal(12, CarbonDioxide.ToCarbon(44), 12);
    }

    [Theory]
    [InlineData("yuan", "US$")]
    [InlineData("km", "km2")]
    [InlineData("persons", "1")]
    [InlineData("yuan", "yuan/t CO2")]
    [InlineData("tce", "t C")]
    public void Kinds_do_not_mix(string from, string to) => Assert.Throws<UnitException>(() => Unit.Parse(from).To(Unit.Parse(to)));

    [Fact]
    public void Conversion_there_and_back_is_the_identity_and_a_quotient_converts_by_its_parts()
    {
        var masses = Gen.Elements("t CO2", "kt CO2", "Mt CO2", "10^4 t CO2", "万吨二氧化碳").Select(Unit.Parse);
        var areas = Gen.Elements("km2", "ha", "m2", "万公顷").Select(Unit.Parse);
        Prop.ForAll(masses.ToArbitrary(), masses.ToArbitrary(), areas.ToArbitrary(), (a, b, area) =>
            Math.Abs(a.To(b) * b.To(a) - 1) < 1e-12
            && Math.Abs((a / area).To(b / area) - a.To(b)) < 1e-12 * a.To(b)
            && (a / area).Dimension == a.Dimension / area.Dimension).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("t CO2", 1.2e8, "Mt CO2")]
    [InlineData("t CO2", 999, "t CO2")]
    [InlineData("Mt CO2", 0.0002, "t CO2")]
    [InlineData("yuan", 3.1e9, "billion yuan")]
    [InlineData("100 million yuan", 0.5, "million yuan")]
    [InlineData("km2", 1e9, "km2")]
    [InlineData("t CO2", 0, "t CO2")]
    public void Numbers_are_shown_in_the_multiple_that_is_read_most_easily(string unit, double magnitude, string expected) =>
        Assert.Equal(expected, Unit.Parse(unit).Readable(magnitude).Symbol);

    [Fact]
    public void The_machines_culture_changes_nothing()
    {
        Assert.Equal("0,5", 0.5.ToString(CultureInfo.CurrentCulture));
        Assert.Equal(1 / 29.3076, Unit.Parse("GJ").To(Unit.TonneStandardCoal), 15);
        Assert.Equal("1\u202f234.5", NumberFormat.Format(1234.5, 1));
        var table = new Table("t", new Columns(new Column("x", new[] { 0.5, 1.25 }), new Column("y", new[] { 1.5m, 2m })));
        Assert.DoesNotContain(",", table.ToString().Split('\n', 2)[1], StringComparison.Ordinal);
    }
}
