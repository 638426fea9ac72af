using System.Globalization;

namespace CarbonComp.Studies;

/// <summary>The numbers that a source prints, by their names, with how exactly their digits give them.</summary>
public sealed class PublishedNumbers
{
    private static readonly Dictionary<string, double> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["thirteen"] = 13,
    };

    private readonly Dictionary<string, PublishedNumber> rows;

    private PublishedNumbers(IReadOnlyList<PublishedNumber> all) => (All, rows) = (all, all.ToDictionary(r => r.Id));

    /// <summary>Reads the table <c>published</c> of a case.</summary>
    /// <param name="table">Fields id, section, item, region, printed, relation, unit, kind; counterpart, year and restates where there are any.</param>
    /// <exception cref="DataException">A field is missing.</exception>
    public static PublishedNumbers From(DataTable table)
    {
        string[] fields = ["id", "section", "item", "region", "counterpart", "printed", "relation", "unit", "kind", "year", "restates"];
        var columns = fields.Select(field => field is "counterpart" or "year" or "restates" && !table.Has(field) ? [.. new string[table.RowCount].Select(_ =>
            "")]
            : table.Texts(field)).ToArray();
        return new([.. Enumerable.Range(0, table.RowCount).Select(i => columns.Select(c => c[i]).ToArray() is var row
            ? new PublishedNumber(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8])
            {
                Number = Digits(row[5]), Year = row[9].Length == 0 ? null : int.Parse(row[9], CultureInfo.InvariantCulture), Restates = row[10],
            } : null!)]);
    }

    /// <summary>All of them, in the order of the source.</summary>
    public IReadOnlyList<PublishedNumber> All { get; }

    /// <summary>One of them.</summary>
    /// <param name="id">Its name.</param>
    /// <exception cref="CarbonCompException">There is none of this name.</exception>
    public PublishedNumber this[string id] => rows.TryGetValue(id, out var row) ? row
        : throw new CarbonCompException($"There is no published number \"{id}\". Names are those of published.csv.");

    /// <summary>Its value in another unit.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="unit">The unit to read it in.</param>
    public double Value(string id, string unit) => Number(id).Value * Unit.Parse(this[id].Unit).To(Unit.Parse(unit));

    /// <summary>A number with its unit, printed in the paper.</summary>
    /// <param name="id">Its id.</param>
    public Quantity At(string id) => new(Number(id).Value, Unit.Parse(this[id].Unit), ValueStatus.Paper);

    /// <summary>The same item of several regions, as a vector.</summary>
    /// <param name="name">What the numbers are.</param>
    /// <param name="axis">The regions.</param>
    /// <param name="ids">Names with * in the place of the region's name in small letters: <c>s411-emissions-*</c>.</param>
    /// <param name="unit">The unit to read them in.</param>
    /// <param name="sign">1, or −1 where the source prints the opposite direction.</param>
    /// <exception cref="CarbonCompException">A region for which none is printed.</exception>
    public LabelledVector Vector(string name, Axis axis, string ids, string unit, double sign = 1) => new(name, axis,
        axis.Labels.Select(label => sign * Value(ids.Replace("*", label.ToLowerInvariant(), StringComparison.Ordinal), unit)), Unit.Parse(unit),
            ValueStatus.Paper);

    /// <summary>Half of its last digit, in another unit: how far its true value can be from it.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="unit">The unit to read it in.</param>
    public double HalfUnit(string id, string unit) => Number(id).HalfUnit * Unit.Parse(this[id].Unit).To(Unit.Parse(unit));

    /// <summary>Whether there is a number of this name.</summary>
    /// <param name="id">Its name.</param>
    public bool Has(string id) => rows.TryGetValue(id, out var row) && row.Number is not null;

    private PrintedNumber Number(string id) => this[id].Number ?? throw new CarbonCompException($"{id} is a statement, not a number.");

    private static PrintedNumber? Digits(string printed)
    {
        if (Words.TryGetValue(printed, out var word)) return new(printed, word, 0);
        var digits = printed.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace('−', '-');
        return double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? PrintedNumber.Parse(printed) : null;
    }
}
