namespace CarbonComp;

/// <summary>What the cells of a field hold: the types of Frictionless Table Schema that are read.</summary>
public enum FieldType
{
    /// <summary>Text (<c>string</c>).</summary>
    Text,

    /// <summary>A finite decimal number with a unit (<c>number</c>).</summary>
    Number,

    /// <summary>A whole number with a unit (<c>integer</c>); 1 for counts and codes.</summary>
    Whole,

    /// <summary>A calendar year (<c>year</c>); needs no unit.</summary>
    Year,

    /// <summary><c>true</c> or <c>false</c> (<c>boolean</c>).</summary>
    Truth,
}
