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

    /// <summary>A day (<c>date</c>); kept as text in ISO 8601, <c>2020-12-31</c>, however the file writes it.</summary>
    Date,

    /// <summary>A time of day (<c>time</c>); kept as text, <c>15:00:00</c>.</summary>
    Time,

    /// <summary>A day and time (<c>datetime</c>); kept as text, <c>2020-12-31T15:00:00</c>, in UTC where the file gives the zone.</summary>
    DateTime,

    /// <summary>A month of a year (<c>yearmonth</c>); kept as text, <c>2020-12</c>.</summary>
    YearMonth,
}
