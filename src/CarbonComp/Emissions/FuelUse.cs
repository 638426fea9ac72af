namespace CarbonComp;

/// <summary>Fuel used in a region by branch, in the physical units of energy statistics: tonnes, and cubic metres of gas.</summary>
public sealed record FuelUse : Tabular
{
    private const string PartOf = "part of ";

    /// <summary>Creates the record from one vector a fuel, named after it, along the branches; not negative; each in a unit of its own.</summary>
    /// <exception cref="EmissionsException">No fuel, a fuel twice, or a negative amount; the message names fuel and branch.</exception>
    /// <exception cref="AxisException">Other branches.</exception>
    public FuelUse(string region, params IEnumerable<LabelledVector> byFuel)
    {
        (Region, ByFuel) = (region, [.. byFuel]);
        if (ByFuel.Count == 0) throw new EmissionsException($"{region} uses no fuel. Give at least one.");
        foreach (var fuel in ByFuel)
        {
            Branches.Require(fuel.Axis, fuel.Name);
            fuel.RequireNotNegative("It cannot be negative; leave out what is transformed into another fuel.", message => new EmissionsException(message));
        }
        Fuels = new("fuel", ByFuel.Select(f => f.Name));
    }

    /// <summary>Reads a region's fuel use from a data package such as <c>data/energy-2007</c>.</summary>
    /// <remarks>Its tables: <c>branches</c>, <c>fuels</c> and <c>energy-use</c>, with a field a fuel. Branches of the kind <c>emits</c> are read. One
    /// of the kind <c>part of industry</c> is raw material: it is taken off that branch, down to zero where the balance gives more of it.</remarks>
    /// <exception cref="DataException">A damaged package, or a region that it lacks.</exception>
    public static FuelUse Load(string folder, string region)
    {
        var package = DataPackage.Load(folder);
        var listed = package["branches"].Where("kind", "emits");
        var branches = CategoryAxis.Of("branch", listed.Texts("code").Zip(listed.Texts("name"), (code, name) => (code, name, "")));
        var material = package["branches"].Texts("kind").Zip(package["branches"].Texts("code"))
            .Where(b => b.First.StartsWith(PartOf, StringComparison.Ordinal)).Select(b => (Of: branches.IndexOf(b.First[PartOf.Length..]), Code: b.Second))
            .ToArray();
        var parts = new CategoryAxis("raw material", material.Select(m => m.Code));
        var rows = package["energy-use"].Where("region", region);
        var (fields, names) = (package["fuels"].Texts("code"), package["fuels"].Texts("name"));
        return new(region, fields.Zip(names, (field, name) =>
        {
            var used = rows.Where("branch", branches).Vector(field, branches, "branch");
            var burnt = used.Values.Clone();
            var taken = rows.Where("branch", parts).Vector(field, parts, "branch").In(used.Unit).Values;
            for (var k = 0; k < material.Length; k++) burnt[material[k].Of] = Math.Max(0, burnt[material[k].Of] - taken[k]);
            return new LabelledVector(name, branches, burnt, used.Unit, used.Status);
        }));
    }

    /// <summary>The region.</summary>
    public string Region { get; }

    /// <summary>The amounts, one vector a fuel.</summary>
    public IReadOnlyList<LabelledVector> ByFuel { get; }

    /// <summary>The branches.</summary>
    public Axis Branches => ByFuel[0].Axis;

    /// <summary>The fuels.</summary>
    public CategoryAxis Fuels { get; }

    /// <inheritdoc/>
    public override string Caption => $"Fuel used in {Region}";

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(ByFuel.Select(f => f.Status));

    /// <summary>The amount of a fuel by branch.</summary>
    /// <exception cref="AxisException">No such fuel.</exception>
    public LabelledVector this[string fuel] => ByFuel[Fuels.IndexOf(fuel)];

    /// <summary>Energy or emissions of each branch and fuel: amount times factor.</summary>
    /// <returns>Branches × fuels, in the canonical unit of what the factors measure: tce, or t CO2.</returns>
    /// <exception cref="EmissionsException">A fuel that is used and has no factor.</exception>
    /// <exception cref="UnitException">A factor for a unit of another kind: cubic metres for a fuel in tonnes.</exception>
    public LabelledMatrix Times(FuelFactors factors)
    {
        LabelledVector[] used = [.. ByFuel.Where(f => f.Total > 0).Select(f => (f * factors[f.Name]).Named(f.Name))];
        var unit = used[0].Unit.Dimension == Unit.TonneCO2.Dimension ? Unit.TonneCO2 : Unit.TonneStandardCoal;
        var product = LabelledMatrix.OfColumns(unit == Unit.TonneCO2 ? "emissions" : "energy use", "fuel", used.Select(f => f.In(unit).Named(f.Name)));
        return new(product.Name, Branches, Fuels, Matrix<double>.Build.Dense(Branches.Count, Fuels.Count, (i, j) =>
            product.Columns.Contains(Fuels.Labels[j]) ? product.Values[i, product.Columns.IndexOf(Fuels.Labels[j])] : 0), unit, product.Status);
    }

    /// <summary>One row a fuel that is used, one column a branch; the row says the unit.</summary>
    public override Columns ToColumns()
    {
        var rows = Table.OfRows(Caption, ByFuel.Where(f => f.Total > 0)).With("fuel", f => $"{f.Name} ({f.Unit})");
        return Branches.Labels.Index().Aggregate(rows, (table, branch) => table.With(branch.Item, f => f[branch.Index])).With("all", f => f.Total);
    }
}
