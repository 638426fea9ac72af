namespace CarbonComp.Data;

/// <summary>A column of a table as <c>datapackage.json</c> describes it; its name is the heading in the file.</summary>
/// <remarks>Unit and status are null for texts, and where each row has its own. The source is the publication; it is empty where rows or the resource
/// name it. An empty cell is an error unless the schema says <c>"required": false</c>
/// or lists what stands for a missing value.</remarks>
public sealed record Field(
    string Name, FieldType Type, Unit? Unit, ValueStatus? Status,
    string Title = "", string Description = "", string Source = "", bool Required = true)
{
    /// <summary>Whether the field holds measured numbers: <see cref="FieldType.Number"/> or <see cref="FieldType.Integer"/>.</summary>
    public bool IsNumeric => Type is FieldType.Number or FieldType.Integer;

    /// <inheritdoc/>
    public override string ToString() => Unit is null ? Name : $"{Name} ({Unit.Symbol})";
}
