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
    /// <param name="tables">The year's table.</param>
    /// <param name="added">Value added by province and sector, yuan, from that table, in the sectors wanted.</param>
    /// <param name="shown">The classification of these sectors.</param>
    /// <param name="year">The year.</param>
    public static ProvincialInputs Of(ProvincialAccounts accounts, ProvincialTables tables, LabelledMatrix added, string shown, int year)
    {
        var wages = added.ScaleColumns(PerValueAdded(accounts, "compensation_of_employees", shown, year));
        var residents = accounts.Population(year).For(added.Rows).In(Unit.Person);
        return new(Labelled("labour", added, Matrix<double>.Build.DenseOfDiagonalVector((residents / wages.RowSums()).Values) * wages.Values, Unit.Person),
            Labelled("capital", added, added.ScaleColumns(PerValueAdded(accounts, "depreciation", shown, year)).Values, Unit.Yuan),
            Labelled("energy", added, Fuel(accounts.NationalTables.Concordances, tables[year], tables.Classification(year),
                shown).ForRows(added.Rows).Values, Unit.Yuan));
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

    // Purchases of mining and energy supply, wherever they come from, by region and sector.
    private static LabelledMatrix Fuel(SectorConcordances concordances, MultiRegionalTable table, string classification, string shown)
    {
        var kinds = concordances.Between(classification, "7");
        int[] fuels = [.. Enumerable.Range(0, table.Sectors.Count).Where(i => Fuels.Contains(kinds.To.Codes[kinds[i]]))];
        double Bought(int column) => Enumerable.Range(0, table.Regions.Count).Sum(r => fuels.Sum(i => table.Intermediate[table.Axis.Position(r, i), column]));
        var bought = new LabelledMatrix("energy", table.Regions, table.Sectors, Matrix<double>.Build.Dense(table.Regions.Count, table.Sectors.Count,
            (r, j) => Bought(table.Axis.Position(r, j))), table.Unit, table.Status);
        return TableAggregation.Aggregate(bought, sectors: concordances.Between(classification, shown)).In(Unit.Yuan);
    }

    // A component of the nation's value added per value added of the sector.
    private static LabelledVector PerValueAdded(ProvincialAccounts accounts, string component, string shown, int year)
    {
        var national = accounts.NationalTables;
        var to = national.Concordances.Between(national.Classification(year), shown);
        LabelledVector Shown(LabelledVector values) =>
            TableAggregation.Aggregate(LabelledMatrix.OfColumns(values.Name, "part", values), to).RowSums();
        var added = new LabelledVector("value added", to.From, accounts.National(year).ValueAdded, Unit.Yuan, ValueStatus.Statistic);
        var ratio = Shown(national.Component(component, year)) / Shown(added);
        return new(component, ratio.Axis, ratio.Values, Unit.One, ValueStatus.Constructed);
    }
}
