using System.Globalization;
using System.Runtime.CompilerServices;

/// <summary>All tests run as on a machine that writes 1,5 for one and a half and ~1 for minus one: no number of ours may depend on it.</summary>
internal static class ForeignCulture
{
    [ModuleInitializer]
    internal static void Adopt()
    {
        // A culture by name is not to be had everywhere.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var numbers = culture.NumberFormat;
        (numbers.NumberDecimalSeparator, numbers.PercentDecimalSeparator, numbers.CurrencyDecimalSeparator) = (",", ",", ",");
        (numbers.NumberGroupSeparator, numbers.PercentGroupSeparator, numbers.CurrencyGroupSeparator, numbers.NegativeSign) = (".", ".", ".", "~");
        culture.TextInfo.ListSeparator = ";";
        (culture.DateTimeFormat.DateSeparator, culture.DateTimeFormat.TimeSeparator) = (".", ".");
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = culture;
    }
}
