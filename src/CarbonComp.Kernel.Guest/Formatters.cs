using Microsoft.DotNet.Interactive.Formatting;

namespace CarbonComp.Kernel.Guest;

/// <summary>The formatters that cells and packages registered with .NET Interactive's <see cref="Formatter"/>.</summary>
/// <remarks>The kernel calls these methods through delegates: they speak in types of the framework alone.</remarks>
public static class Formatters
{
    private static readonly HashSet<ITypeFormatter> FromPackages = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether somebody registered a formatter for values of a type.</summary>
    /// <param name="type">The type of the values.</param>
    /// <param name="fromPackages">Whether those that packages registered are meant, or all others.</param>
    public static bool Any(Type type, bool fromPackages) => Registered(type, fromPackages).Any();

    /// <summary>The representations of a value by the formatters that somebody registered; empty where there are none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="fromPackages">Whether those that packages registered are meant, or all others.</param>
    public static IReadOnlyList<(string MimeType, string Text)> Format(object value, bool fromPackages)
    {
        ArgumentNullException.ThrowIfNull(value);
        var type = value.GetType();
        var has = Registered(type, fromPackages).Select(formatter => formatter.MimeType).Distinct(StringComparer.Ordinal).ToList();
        if (has.Count == 0)
            return [];
        var preferred = Formatter.GetPreferredMimeTypesFor(type);
        // The library's preference is HTML where nobody stated one; plain text then still goes beside it.
        var wanted = has.Where(each => preferred.Contains(each)
            || (each == PlainTextFormatter.MimeType && preferred.Contains(HtmlFormatter.MimeType))).ToList();
        return [.. (wanted.Count > 0 ? wanted : has).Select(each => (each, value.ToDisplayString(each)))];
    }

    /// <summary>Marks what is registered while an action runs as a package's.</summary>
    internal static void MarkPackages(Action register)
    {
        var before = new HashSet<ITypeFormatter>(Formatter.RegisteredFormatters(includeDefaults: false), ReferenceEqualityComparer.Instance);
        register();
        FromPackages.UnionWith(Formatter.RegisteredFormatters(includeDefaults: false).Where(formatter => !before.Contains(formatter)));
    }

    private static IEnumerable<ITypeFormatter> Registered(Type type, bool fromPackages) =>
        Formatter.RegisteredFormatters(includeDefaults: false)
            .Where(formatter => FromPackages.Contains(formatter) == fromPackages && Fits(formatter.Type, type));

    private static bool Fits(Type registered, Type type)
    {
        if (!registered.IsGenericTypeDefinition)
            return registered.IsAssignableFrom(type);
        for (var each = type; each is not null; each = each.BaseType)
            if (each.IsGenericType && each.GetGenericTypeDefinition() == registered)
                return true;
        return type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == registered);
    }
}
