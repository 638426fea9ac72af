namespace CarbonComp.Data;

// Properties of the standard that stand where nobody reads them, and properties of no standard that change numbers. Either would be ignored silently.
internal static class MisplacedProperties
{
    private static readonly string[] OfDialect =
        ["delimiter", "lineTerminator", "quoteChar", "doubleQuote", "escapeChar", "nullSequence", "skipInitialSpace", "header", "headerRows", "headerJoin",
            "commentChar", "commentRows", "caseSensitiveHeader"];

    private static readonly string[] OfSchema = ["missingValues", "primaryKey", "foreignKeys", "uniqueKeys", "fieldsMatch", "fields"];

    private static readonly string[] OfField = ["decimalChar", "groupChar", "bareNumber", "trueValues", "falseValues", "constraints", "unit"];

    private static readonly string[] OfResource = ["dialect", "encoding", "compression", "schema"];

    private static readonly string[] Factors = ["scale", "scaleFactor", "scale_factor", "factor", "multiplier", "unitMultiplier", "unit_multiplier",
        "offset", "addOffset", "add_offset"];

    public static void RefuseInPackage(DescriptorObject package)
    {
        Refuse(package, OfResource, "a resource");
        Refuse(package, OfSchema, "the schema of a resource");
        Refuse(package, OfDialect, "the dialect of a resource");
        Refuse(package, OfField, "a field");
    }

    public static void RefuseInResource(DescriptorObject resource)
    {
        Refuse(resource, OfSchema, "its schema");
        Refuse(resource, OfDialect, "its dialect");
        Refuse(resource, OfField, "a field");
    }

    public static void RefuseInSchema(DescriptorObject schema)
    {
        Refuse(schema, OfDialect, "the dialect of the resource");
        Refuse(schema, OfField, "a field");
        Refuse(schema, OfResource, "the resource");
    }

    public static void RefuseInField(DescriptorObject field)
    {
        Refuse(field, OfDialect, "the dialect of the resource");
        if (Factors.FirstOrDefault(field.Has) is { } factor)
            throw field.Unread(factor, "Say it in the unit of the field: 10^4 yuan, million yuan, kt CO2.");
    }

    private static void Refuse(DescriptorObject place, string[] properties, string owner)
    {
        if (properties.FirstOrDefault(place.Has) is { } property) throw place.Unread(property, $"It belongs to {owner}. Move it there.");
    }
}
