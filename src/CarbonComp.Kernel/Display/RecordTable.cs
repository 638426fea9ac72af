namespace CarbonComp.Kernel.Display;

/// <summary>Objects as rows of a table whose columns are the members that any of them has.</summary>
/// <param name="Names">The columns.</param>
/// <param name="Left">How many further columns there is no room for; not positive where there is room for all.</param>
/// <param name="Rows">The values, <see cref="Absent"/> where an object has no such member.</param>
internal sealed record RecordTable(IReadOnlyList<string> Names, int Left, IReadOnlyList<object?[]> Rows)
{
    /// <summary>In the place of a member that a record has not.</summary>
    public static readonly object Absent = new();

    public static RecordTable Of(IReadOnlyList<object> items, int mostColumns)
    {
        var names = items.Select(item => item.GetType()).Distinct().SelectMany(ValueShape.Members).Select(member => member.Name).Distinct().ToList();
        var shown = names.Take(mostColumns).ToList();
        return new RecordTable(shown, names.Count - mostColumns, [.. items.Select(item =>
        {
            var members = ValueShape.Members(item.GetType());
            return shown.Select(name => members.FirstOrDefault(member => member.Name == name) is { } member ? member.Value(item) : Absent).ToArray();
        })]);
    }
}
