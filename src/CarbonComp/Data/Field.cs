namespace CarbonComp.Data;

/// <summary>A column of a table as <c>datapackage.json</c> describes it.</summary>
/// <param name="Name">Its name, the heading in the file.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Unit">What its numbers are measured in; null for texts, or where each row names a unit of its own.</param>
/// <param name="Status">Where its numbers come from; null for texts, or where each row has a status of its own.</param>
/// <param name="Title">Its title; the name by default.</param>
/// <param name="Description">What it means.</param>
/// <param name="Source">The publication it is taken from; empty where rows or the resource name it.</param>
/// <param name="Required">Whether an empty cell is an error. It is, unless the schema says <c>"required": false</c>.</param>
public sealed record Field(
    string Name, FieldType Type, Unit? Unit, ValueStatus? Status,
    string Title = "", string Description = "", string Source = "", bool Required = true)
{
    /// <summary>Whether the field holds measured numbers: <see cref="FieldType.Number"/> or <see cref="FieldType.Integer"/>.</summary>
    public bool IsNumeric => Type is FieldType.Number or FieldType.Integer;

    /// <inheritdoc/>
    public override string ToString() => Unit is null ? Name : $"{Name} ({Unit.Symbol})";
}
