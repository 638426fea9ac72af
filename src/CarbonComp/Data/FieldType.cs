namespace CarbonComp.Data;

/// <summary>The type of a field: those of Frictionless Table Schema that are supported.</summary>
#pragma warning disable CA1720 // The names are those of the standard.
public enum FieldType
{
    /// <summary>Text (<c>string</c>).</summary>
    Text,

    /// <summary>A finite decimal number with a unit (<c>number</c>).</summary>
    Number,

    /// <summary>A whole number with a unit (<c>integer</c>); 1 for counts and codes.</summary>
    Integer,

    /// <summary>A calendar year (<c>year</c>); needs no unit.</summary>
    Year,

    /// <summary><c>true</c> or <c>false</c> (<c>boolean</c>).</summary>
    Boolean,
}
