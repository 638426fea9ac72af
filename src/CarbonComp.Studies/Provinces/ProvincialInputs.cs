using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Inputs from which each sector of each province with an inventory makes value added.</summary>
/// <remarks>
/// <para>Labour is residents, divided among sectors as the nation's compensation of employees goes with value added. Capital is the nation's
/// consumption of fixed capital per value added of the sector. Energy is what the sector buys of mining and energy supply in the year's
/// table. Statistics of employment, capital and energy by province are not in the package.</para>
/// <para>With the nation's coefficients, capital and energy are proportional to value added within a sector. They tell provinces apart by
/// their mix of sectors only. In a survey table energy differs within a sector too.</para>
/// </remarks>
/// <param name="Labour">Persons.</param>
/// <param name="Capital">Yuan.</param>
/// <param name="Energy">Yuan.</param>
public sealed record ProvincialInputs(LabelledMatrix Labour, LabelledMatrix Capital, LabelledMatrix Energy)
{
    private static readonly string[] Fuels = ["Mining", "Energy"];

    /// <summary>The inputs of a year.</summary>
    /// <param name="accounts">The accounts of the provinces.</param>
    /// <param name="table">The year's table.</param>
    /// <param name="added">Value added by province and sector, yuan, from that table.</param>
    /// <param name="year">The year.</param>
    public static ProvincialInputs Of(ProvincialAccounts accounts, MultiRegionalTable table, LabelledMatrix added, int year)
    {
        var wages = added.ScaleColumns(PerValueAdded(accounts, "labour_compensation", year));
        var residents = accounts.Population(year).For(added.Rows).In(Unit.Person);
        return new(Labelled("labour", added, Matrix<double>.Build.DenseOfDiagonalVector((residents / wages.RowSums()).Values) * wages.Values, Unit.Person),
            Labelled("capital", added, added.ScaleColumns(PerValueAdded(accounts, "depreciation", year)).Values, Unit.Yuan),
            Labelled("energy", added, Fuel(table, added), Unit.Yuan));
    }

    /// <summary>Some of the inputs, by name.</summary>
    /// <param name="names">Some of labour, capital and energy; labour alone if none is named, the only one observed by province.</param>
    /// <exception cref="AxisException">Another input; the message names the three.</exception>
    public IEnumerable<LabelledMatrix> Named(IReadOnlyList<string> names)
    {
        LabelledMatrix[] all = [Labour, Capital, Energy];
        var axis = new CategoryAxis("input", all.Select(i => i.Name));
        return (names.Count == 0 ? ["labour"] : names).Select(name => all[axis.IndexOf(name)]);
    }

    private static LabelledMatrix Labelled(string name, LabelledMatrix added, Matrix<double> values, Unit unit) =>
        new(name, added.Rows, added.Columns, values, unit, ValueStatus.Constructed);

    // Purchases of mining and energy supply, wherever they come from.
    private static Matrix<double> Fuel(MultiRegionalTable table, LabelledMatrix added)
    {
        double Bought(int fuel, int column) => Enumerable.Range(0, table.Regions.Count).Sum(s => table.Intermediate[table.Axis.Position(s, fuel), column]);
        return table.Unit.To(Unit.Yuan) * Matrix<double>.Build.Dense(added.Rows.Count, added.Columns.Count, (r, j) =>
            Fuels.Sum(fuel => Bought(table.Sectors.IndexOf(fuel), table.Axis.Position(table.Regions.IndexOf(added.Rows.Codes[r]), j))));
    }

    // A component of the nation's value added per value added of the sector.
    private static LabelledVector PerValueAdded(ProvincialAccounts accounts, string component, int year)
    {
        var part = accounts.Rows("national-tables", year).Where("block", "V").Where("row", component)
            .Vector("value", accounts.Sectors, "column").In(Unit.Yuan).Values;
        return new(component, accounts.Sectors, part.PointwiseDivide(accounts.National(year).ValueAdded), Unit.One, ValueStatus.Constructed);
    }
}
