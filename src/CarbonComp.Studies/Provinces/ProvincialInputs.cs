using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>What China's provinces make value added from: labour, capital and energy by sector, and the provinces as units of production.</summary>
/// <param name="china">The case.</param>
internal sealed class ProvincialInputs(ChinaProvinces china)
{
    private static readonly string[] Fuels = ["Mining", "Energy"];

    /// <summary>Inputs by province with an inventory and sector; see <see cref="ChinaProvinces.Inputs"/>.</summary>
    public (LabelledMatrix Labour, LabelledMatrix Capital, LabelledMatrix Energy) Of(int year)
    {
        var (provinces, added) = (china.Emitters(year), china.SectorValueAdded(year).Values);
        LabelledMatrix Labelled(string name, Matrix<double> values, Unit unit) => new(name, provinces, china.Sectors, values, unit, ValueStatus.Constructed);
        return (Labelled("labour", Labour(year, provinces, added), Unit.Person),
            Labelled("capital", added * Matrix<double>.Build.DenseOfDiagonalVector(PerValueAdded("depreciation", year)), Unit.Yuan),
            Labelled("energy", Energy(year, provinces), Unit.Yuan));
    }

    /// <summary>The provinces with an inventory as units of production; see <see cref="ChinaProvinces.Units"/>.</summary>
    public ProductionUnits Units(int year, IReadOnlyList<string> inputs)
    {
        var (labour, capital, energy) = Of(year);
        LabelledMatrix[] all = [labour, capital, energy];
        var names = new CategoryAxis("input", all.Select(i => i.Name));
        return ProductionUnits.Of(china.SectorValueAdded(year).RowSums(), china.Emissions(year).ForRows(china.Emitters(year)).RowSums(),
            (inputs.Count == 0 ? ["labour"] : inputs).Select(i => all[names.IndexOf(i)].RowSums()));
    }

    // A province's residents, divided among its sectors as wages are.
    private Matrix<double> Labour(int year, RegionAxis provinces, Matrix<double> added)
    {
        var wages = added * Matrix<double>.Build.DenseOfDiagonalVector(PerValueAdded("labour_compensation", year));
        var residents = china.Population(year).For(provinces).In(Unit.Person).Values;
        return Matrix<double>.Build.DenseOfDiagonalVector(residents.PointwiseDivide(wages.RowSums())) * wages;
    }

    // What a sector buys of mining and energy supply, wherever it comes from.
    private Matrix<double> Energy(int year, RegionAxis provinces)
    {
        var (table, sectors) = (china.Table(year), china.Sectors);
        var bought = Matrix<double>.Build.Dense(provinces.Count, sectors.Count, (r, j) =>
        {
            var column = table.Axis.Position(table.Regions.IndexOf(provinces.Codes[r]), j);
            return Fuels.Sum(fuel => Enumerable.Range(0, table.Regions.Count).Sum(s => table.Intermediate[table.Axis.Position(s, sectors.IndexOf(fuel)), column]));
        });
        return bought * table.Unit.To(Unit.Yuan);
    }

    // A component of the nation's value added per value added of the sector.
    private Vector<double> PerValueAdded(string component, int year)
    {
        var table = china.Rows("national-tables", year).Where("block", "V");
        var part = table.Where("row", component).Vector("value", china.Sectors, "column").In(Unit.Yuan).Values;
        return part.PointwiseDivide(china.National(year).ValueAdded);
    }
}
