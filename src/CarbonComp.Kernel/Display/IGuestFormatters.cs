namespace CarbonComp.Kernel.Display;

/// <summary>The formatters that were registered with .NET Interactive's libraries in a session.</summary>
internal interface IGuestFormatters
{
    /// <summary>Whether somebody registered a formatter for values of a type.</summary>
    bool HasFormatter(Type type, bool fromPackages);

    /// <summary>The representations of a value by the formatters that cells and libraries, or packages, registered.</summary>
    /// <returns><see langword="null"/> where there are none.</returns>
    MimeBundle? Format(object value, bool fromPackages);
}
