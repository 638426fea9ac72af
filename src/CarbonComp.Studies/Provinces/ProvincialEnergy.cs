using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Energy that China's provinces burn, by fuel, and the emissions that follow from it.</summary>
/// <remarks>Of 2007 the energy balances are at hand. Of other years energy is read backwards from emission inventories by fuel, so it is constructed.</remarks>
public sealed record ProvincialEnergy : Tabular
{
    private const int BalanceYear = 2007;

    private readonly Concordance groups;

    private ProvincialEnergy(int year, LabelledMatrix energy, LabelledMatrix inventory, Concordance groups) =>
        (Year, ByFuel, Inventory, this.groups) = (year, energy, inventory, groups);

    /// <summary>Reads the energy of a year.</summary>
    /// <param name="data">The folder <c>data</c>, with <c>energy-2007</c> and <c>inventories</c>.</param>
    /// <param name="year">2007, or another year with inventories; 2019 stands for later ones.</param>
    /// <exception cref="DataException">A package or a year is missing.</exception>
    public static ProvincialEnergy Load(string data, int year)
    {
        var folder = Path.Combine(data, "energy-2007");
        var package = DataPackage.Load(folder);
        var inventories = InventoryPackage.Load(Path.Combine(data, "inventories"), ProvincialAccounts.InventoryYear(year));
        RegionAxis provinces = new(inventories.Regions.Where(r => r.Name != "China"));
        var fuels = package["fuels"];
        CategoryAxis names = new("fuel", fuels.Texts("name"));
        var groups = Concordance.Of(names, fuels.CategoryAxis("fuel group", "group"), fuels.Texts("name").Zip(fuels.Texts("group")));
        var contents = FuelFactors.From(package["energy-contents"]);
        var inventory = MatrixOf("emissions in the inventory", provinces,
            [.. provinces.Select(p => inventories[p.Name, ProvincialAccounts.InventoryYear(year)].ByFuel.For(names))]);
        var energy = year != BalanceYear ? EnergyEmissions.EnergyOf(inventory, EmissionFactors.Ipcc2006)
            : MatrixOf("energy", provinces, [.. provinces.Select(p => FuelUse.Load(folder, p.Name).Times(contents).ColumnSums().For(names))]);
        return new(year, energy.Named("energy burnt"), TableAggregation.Aggregate(inventory, null, groups), groups);
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>Whether the energy is from balances; otherwise it is read backwards from emissions.</summary>
    public bool IsObserved => Year == BalanceYear;

    /// <summary>Energy by province and fuel, tce.</summary>
    public LabelledMatrix ByFuel { get; }

    /// <summary>Energy by province and group of fuels, tce.</summary>
    public LabelledMatrix ByGroup => TableAggregation.Aggregate(ByFuel, null, groups);

    /// <summary>Emissions of the same provinces by group of fuels as the published inventories have them, t CO2.</summary>
    public LabelledMatrix Inventory { get; }

    /// <summary>Where the energy comes from, for the line under a figure.</summary>
    public string Source => IsObserved ? "China Energy Statistical Yearbook 2008, provincial balances; energy contents from its appendix"
        : "read backwards from CEADs inventories with the factors of IPCC (2006)";

    /// <summary>Emissions by province and group of fuels, t CO2 (<c>docs/methods.md#bth-1</c>).</summary>
    /// <param name="factors">Carbon in each fuel; <see cref="EmissionFactors.Ipcc2006"/> if none are given.</param>
    /// <exception cref="EmissionsException">A fuel without factor.</exception>
    public LabelledMatrix Emissions(EmissionFactors? factors = null) =>
        TableAggregation.Aggregate(EnergyEmissions.ByFuel(ByFuel, factors ?? EmissionFactors.Ipcc2006), null, groups);

    /// <inheritdoc/>
    public override ValueStatus Status => ByFuel.Status;

    /// <inheritdoc/>
    public override string Caption => Invariant($"Energy burnt in {ByFuel.Rows.Count} provinces, {Year}, ")
        + (IsObserved ? "from their energy balances" : "read backwards from emission inventories");

    /// <summary>A row a province, a column a group of fuels.</summary>
    public override Columns ToColumns() => ByGroup.ToColumns();

    private static LabelledMatrix MatrixOf(string name, RegionAxis provinces, LabelledVector[] rows) => new(name, provinces, rows[0].Axis,
        Matrix<double>.Build.DenseOfRowVectors(rows.Select(r => r.Values)), rows[0].Unit, ValueStatuses.Weakest(rows.Select(r => r.Status)));
}
