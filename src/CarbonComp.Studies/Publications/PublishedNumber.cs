namespace CarbonComp.Studies;

/// <summary>One number or statement of a source as its case lists it.</summary>
/// <param name="Id">A stable name: <c>t3-chengde-tianjin-range</c>.</param>
/// <param name="Section">Where it is printed.</param>
/// <param name="Item">What it is.</param>
/// <param name="Region">Of which region; may be empty.</param>
/// <param name="Counterpart">Towards which region; may be empty.</param>
/// <param name="Printed">As printed.</param>
/// <param name="Relation">=, about, &gt;, &lt;, &gt;= or &lt;=: what the source says of it.</param>
/// <param name="Unit">The unit it is to be read in; empty for statements.</param>
/// <param name="Kind">input, result or descriptive.</param>
public sealed record PublishedNumber(string Id, string Section, string Item, string Region, string Counterpart, string Printed, string Relation, string Unit,
    string Kind)
{
    /// <summary>The printed digits; null where the row is a statement.</summary>
    public PrintedNumber? Number { get; init; }

    /// <summary>The year that the row speaks of; null where it speaks of none.</summary>
    public int? Year { get; init; }

    /// <summary>The row that this one copies, restates or completes (the upper end of a class whose lower end is a row); empty where it stands alone.</summary>
    public string Restates { get; init; } = "";

    /// <summary>Whether a recomputed number is what the source says.</summary>
    /// <param name="recomputed">In the row's unit.</param>
    /// <param name="inputUncertainty">How far it can move because its printed inputs are rounded.</param>
    public bool Agrees(double recomputed, double inputUncertainty = 0) => Number is { } number && Relation switch
    {
        "=" or "about" => number.Agrees(recomputed, inputUncertainty),
        ">" => recomputed > number.Value - inputUncertainty,
        ">=" => recomputed >= number.Value - inputUncertainty,
        "<" => recomputed < number.Value + inputUncertainty,
        "<=" => recomputed <= number.Value + inputUncertainty,
        _ => throw new CarbonCompException($"{Id}: relation \"{Relation}\" is not known. It is =, about, >, >=, < or <=."),
    };
}
