namespace CarbonComp.Formats;

/// <summary>The columns of a tidy table, as a data package describes them.</summary>
internal static class TidyFields
{
    public static IReadOnlyList<Field> Of(MultiRegionalTable table) =>
    [
        Text(TidyFlow.Heading[0], "Code of the region that delivers; empty for imported inputs and value added.", required: false),
        Text(TidyFlow.Heading[1], "Code of the sector that delivers; \"imported inputs\" or \"value added\" of the using sector.", required: true),
        Text(TidyFlow.Heading[2], "Code of the region that uses; empty for exports, competitive imports, error and output.", required: false),
        Text(TidyFlow.Heading[3], "Code of the sector that uses, or use: and the category of final use; "
            + "\"exports\", \"competitive imports\", \"error\" or \"output\" of the delivering sector.", required: true),
        new(TidyFlow.Heading[4], FieldType.Number, table.Unit, table.Status, Description: "What flows. Flows that are zero may be missing. "
            + "Output is the sum of a row: deliveries, final use, exports and error, less competitive imports."),
        .. NameKind.Needed(table).Select(kind => Text(TidyFlow.NameHeading(kind), Meaning(kind), required: false)),
    ];

    private static string Meaning(NameKind kind) => $"{(kind.IsLocal ? "Name in the local script" : "Name")} of " + (kind.Of switch
    {
        NameKind.Bearer.Region => "from_region, in rows of output.",
        NameKind.Bearer.Sector => "from_sector, in rows of output.",
        _ => "the category of final use, once for each region.",
    });

    private static Field Text(string name, string description, bool required) =>
        new(name, FieldType.Text, null, null, Description: description, Required: required);
}
