using System.Globalization;

namespace CarbonComp.Sinks;

/// <summary>The carbon pools of every land class, t C/ha: InVEST's biophysical table.</summary>
public sealed record CarbonPools : Tabular
{
    private static readonly string[] PoolFields = ["c_above", "c_below", "c_soil", "c_dead"];
    private static readonly string[] NameFields = ["lulc_name", "name", "land_class", "class", "lulc_desc", "lulc", "description"];

    private readonly Dictionary<int, CarbonPool> byCode = [];
    private readonly Dictionary<string, CarbonPool> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates the table of at least one class, each code and name once.</summary>
    /// <exception cref="CarbonCompException">No class, a duplicate, or a density that is negative or not finite; the message names the class.</exception>
    public CarbonPools(IEnumerable<CarbonPool> pools, ValueStatus status)
    {
        (All, Status) = ([.. pools], status);
        if (All.Count == 0) throw new CarbonCompException("There is no land class. A table of carbon pools needs at least one.");
        foreach (var pool in All)
        {
            if (new[] { pool.Above, pool.Below, pool.Soil, pool.Dead }.Any(density => !(density >= 0 && double.IsFinite(density))))
                throw new CarbonCompException($"A carbon pool of {pool.Name} ({pool.LandUseCode}) must be zero or positive. Give t C/ha.");
            if (!byCode.TryAdd(pool.LandUseCode, pool) || !byName.TryAdd(pool.Name.Trim(), pool))
                throw new CarbonCompException($"Duplicate land class {pool.LandUseCode} ({pool.Name}) among the carbon pools. List each class once.");
        }
    }

    /// <summary>Reads InVEST's table: <c>lucode, c_above, c_below, c_soil, c_dead</c> in t C/ha, any order and case, extra columns allowed.</summary>
    /// <exception cref="DataException">No such file, a missing column, or a cell that is not a number; the message names line and column.</exception>
    /// <exception cref="CarbonCompException">A duplicate class or a negative density.</exception>
    public static CarbonPools Read(string path, ValueStatus status)
    {
        var file = Path.GetFileName(path);
        var records = TableReader.Records(PackageFile.Text(PackageFile.Bytes(path, file), file), file);
        if (records.Count == 0) throw new DataException(file, "it is empty. A table of carbon pools begins with its column names.");
        var headings = records[0].Cells;
        int Find(string field) => Array.FindIndex(headings, h => h.Equals(field, StringComparison.OrdinalIgnoreCase));
        int Column(string field) => Find(field) is var position and >= 0 ? position
            : throw new DataException(file, $"there is no column {field}. InVEST's table has lucode, {string.Join(", ", PoolFields)}; here are "
            + $"{string.Join(", ", headings)}.");
        var (codes, densities) = (Column("lucode"), Array.ConvertAll(PoolFields, Column));
        var names = NameFields.Select(Find).FirstOrDefault(position => position >= 0, -1);
        return new(records.Skip(1).Where(r => r.Cells.Any(c => c.Length > 0)).Select(record =>
        {
            var (line, cells) = record;
            string Cell(int position) => position < cells.Length ? cells[position]
                : throw new DataException($"{file}, line {line}", $"the line has {cells.Length} cells, the heading {headings.Length}. Check its commas.");
            double Number(int position) => double.TryParse(Cell(position), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number) ? number
                : throw new DataException($"{file}, line {line}, column {headings[position]}",
                $"\"{Cell(position)}\" is not a number. Give t C/ha, 0 where the pool is empty.");
            if (!int.TryParse(Cell(codes), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code))
                throw new DataException($"{file}, line {line}, column {headings[codes]}", $"\"{Cell(codes)}\" is not a whole number.");
            var name = names >= 0 && Cell(names).Length > 0 ? Cell(names) : code.ToString(CultureInfo.InvariantCulture);
            return new CarbonPool(code, name, Number(densities[0]), Number(densities[1]), Number(densities[2]), Number(densities[3]));
        }), status);
    }

    /// <summary>Takes the pools from a data package's table with InVEST's fields; units and status are the package's.</summary>
    /// <exception cref="DataException">A missing field or an empty cell.</exception>
    /// <exception cref="UnitException">A pool that is not a mass of carbon on an area.</exception>
    public static CarbonPools From(DataTable table)
    {
        var pools = PoolFields.Select(field => table.Numbers(field) * table.UnitOf(field).To(Unit.TonneCarbonPerHectare)).ToArray();
        var codes = table.Numbers("lucode");
        var names = table.Texts(NameFields.Append("LULC_name").FirstOrDefault(table.Has) ?? "lucode");
        return new(names.Select((name, i) => new CarbonPool((int)codes[i], name, pools[0][i], pools[1][i], pools[2][i], pools[3][i])),
            ValueStatuses.Weakest(PoolFields.Select(table.StatusOf)));
    }

    /// <summary>Every class, in order.</summary>
    public IReadOnlyList<CarbonPool> All { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => "Carbon pools of land classes";

    /// <summary>The pools of a class by its number in a raster.</summary>
    /// <exception cref="CarbonCompException">No such class.</exception>
    public CarbonPool this[int landUseCode] => byCode.TryGetValue(landUseCode, out var pool) ? pool
        : throw new CarbonCompException($"Land class {landUseCode} has no carbon pools. There are: {Known()}. Add a row for it.");

    /// <summary>The pools of a class by its name, in any case, or its number as text.</summary>
    /// <exception cref="CarbonCompException">No such class.</exception>
    public CarbonPool this[string name] =>
        byName.TryGetValue(name.Trim(), out var pool) || int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)
            && byCode.TryGetValue(code, out pool) ? pool
        : throw new CarbonCompException($"Land class \"{name}\" has no carbon pools. There are: {Known()}. Add a row for it, or say which class it counts as.");

    // The pools of a class of a raster: its own number, or the pool that it counts as; null where there is none.
    internal CarbonPool? Find(int code, IReadOnlyDictionary<string, string>? countsAs) =>
        countsAs?.GetValueOrDefault(code.ToString(CultureInfo.InvariantCulture)) is { } other ? this[other] : byCode.GetValueOrDefault(code);

    internal CarbonCompException Unknown(double value, string place) => new($"{place}: "
        + (value == Math.Floor(value) ? Invariant($"land class {value} has no carbon pools. There are: {Known()}. Add a row for it, or say what it counts as.")
            : Invariant($"{value} is not a land class; classes are whole numbers. Is this a land cover raster?")));

    /// <inheritdoc/>
    public override Columns ToColumns()
    {
        var perHectare = Unit.TonneCarbonPerHectare;
        return Table.OfRows(Caption, All).With("land class", p => p.Name).With("code", p => p.LandUseCode)
            .With("above ground", p => p.Above, perHectare).With("below ground", p => p.Below, perHectare).With("soil", p => p.Soil, perHectare)
            .With("dead matter", p => p.Dead, perHectare).With("all", p => p.Total, perHectare);
    }

    private string Known() => string.Join(", ", All.Select(p => $"{p.Name} ({p.LandUseCode})"));
}
