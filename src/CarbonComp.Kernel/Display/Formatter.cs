using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CarbonComp.Kernel.Display.Guests;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Display;

/// <summary>How values are shown; cells may register their own ways.</summary>
public static class Formatter
{
    private const string Plain = "text/plain";
    private const string Html = "text/html";

    private static readonly Lock Gate = new();
    private static readonly List<(Type Type, string MimeType, Action<object, TextWriter> Write)> Registered = [];
    private static readonly Dictionary<Type, string[]> Preferred = [];
    private static int listExpansionLimit = 50;

    /// <summary>The largest number of elements of a sequence that are shown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public static int ListExpansionLimit
    {
        get => listExpansionLimit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            listExpansionLimit = value;
        }
    }

    /// <summary>Shows values of a type, and of types derived from it, by a function that writes the representation.</summary>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = Plain)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(typeof(T), (value, writer) => formatter((T)value, writer), mimeType);
    }

    /// <summary>Shows values of a type, and of types derived from it, by a function that returns the representation.</summary>
    public static void Register<T>(Func<T, string> formatter, string mimeType = Plain)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(typeof(T), (value, writer) => writer.Write(formatter((T)value)), mimeType);
    }

    /// <summary>Shows values of a type, and of types derived from it; an open generic type includes all its constructions.</summary>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = Plain)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(formatter);
        lock (Gate)
        {
            Registered.RemoveAll(earlier => earlier.Type == type && earlier.MimeType == mimeType);
            Registered.Add((type, mimeType, formatter));
        }
    }

    /// <summary>Which representations of a type are sent, by preference.</summary>
    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes)
    {
        ArgumentNullException.ThrowIfNull(type);
        lock (Gate)
            Preferred[type] = preferredMimeTypes;
    }

    /// <summary>Forgets everything registered.</summary>
    public static void ResetToDefault()
    {
        lock (Gate)
        {
            Registered.Clear();
            Preferred.Clear();
            listExpansionLimit = 50;
        }
    }

    /// <summary>The representations of a value.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">Those wanted; all that are usual for the value when none is named.</param>
    public static MimeBundle Format(object? value, params string[] mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(mimeTypes);
        if (value is null)
            return new MimeBundle(Plain, "<null>");
        if (value is MimeBundle ready)
            return ready;
        // What a cell or an assembly it names registers comes before what the type itself brings along.
        var bundle = ByRegistration(value) ?? OfGuest(value, fromPackages: false) ?? ByConvention(value)
            ?? KnownLibraries.Show(value) ?? OfGuest(value, fromPackages: true) ?? BuiltIn(value);
        if (mimeTypes.Length == 0)
            return bundle;
        var wanted = new MimeBundle();
        foreach (var mimeType in mimeTypes)
        {
            if (bundle[mimeType] is { } has)
                wanted.Add(mimeType, has.DeepClone());
            else if (mimeType == Plain)
                wanted.Add(Plain, PlainText.Of(value));
            else if (mimeType == Html)
                wanted.Add(Html, HtmlText.Of(value) ?? "<pre>" + HtmlString.Encode(PlainText.Of(value)) + "</pre>");
            else if (mimeType == "application/json")
                wanted.Add(mimeType, JsonSerializer.SerializeToNode(value) ?? (JsonNode)"null");
            else if (value is string text)
                wanted.Add(mimeType, text);
            else
                throw new ArgumentException($"{TypeNames.Of(value.GetType())} has no representation as {mimeType}.", nameof(mimeTypes));
        }
        return wanted;
    }

    /// <summary>Whether a person or the type itself says how it is shown.</summary>
    internal static bool IsCustom(object value)
    {
        if (value is HtmlString or MimeBundle || ConventionFormatters.For(value.GetType()) is not null || KnownLibraries.Has(value.GetType()))
            return true;
        lock (Gate)
            if (Registered.Any(each => Fits(each.Type, value.GetType())))
                return true;
        return CellContext.Current?.Guest is { } guest
            && (guest.HasFormatter(value.GetType(), fromPackages: false) || guest.HasFormatter(value.GetType(), fromPackages: true));
    }

    /// <summary>By a formatter that was registered with .NET Interactive's libraries; plain text stands beside it.</summary>
    private static MimeBundle? OfGuest(object value, bool fromPackages)
    {
        if (CellContext.Current?.Guest.Format(value, fromPackages) is not { } bundle)
            return null;
        return bundle.Contains(Plain) ? bundle : bundle.Add(Plain, PlainText.Of(value));
    }

    /// <summary>By formatters that a person registered with the kernel.</summary>
    private static MimeBundle? ByRegistration(object value)
    {
        var type = value.GetType();
        List<(Type Type, string MimeType, Action<object, TextWriter> Write)> fitting;
        lock (Gate)
            // The registration for the nearest type wins; between equals the later one.
            fitting = [.. Registered.Where(each => Fits(each.Type, type)).OrderByDescending(each => Distance(each.Type, type))];
        var bundle = new MimeBundle();
        foreach (var (_, mimeType, write) in fitting)
            bundle.Add(mimeType, Written(writer => write(value, writer)));
        return WithPlain(bundle, value, PreferredFor(type));
    }

    /// <summary>By formatters that the type brings along.</summary>
    private static MimeBundle? ByConvention(object value)
    {
        var type = value.GetType();
        if (ConventionFormatters.For(type) is not { } source)
            return null;
        var preferred = PreferredFor(type) ?? (source.Preferred.Count > 0 ? [.. source.Preferred] : null);
        var bundle = new MimeBundle();
        foreach (var formatter in source.Formatters.Where(each => preferred is null || preferred.Contains(each.MimeType)))
        {
            var handled = false;
            var text = Written(writer => handled = formatter.Format(value, writer));
            if (handled)
                bundle.Add(formatter.MimeType, text);
        }
        return WithPlain(bundle, value, preferred);
    }

    private static string[]? PreferredFor(Type type)
    {
        lock (Gate)
            return Preferred.GetValueOrDefault(type);
    }

    /// <summary>The bundle with plain text beside it where that is wanted; <see langword="null"/> where nothing was written.</summary>
    private static MimeBundle? WithPlain(MimeBundle bundle, object value, string[]? preferred)
    {
        if (bundle.MimeTypes.Count == 0)
            return null;
        if (!bundle.Contains(Plain) && (preferred is null || preferred.Contains(Plain)))
            bundle.Add(Plain, PlainText.Of(value));
        return bundle;
    }

    private static MimeBundle BuiltIn(object value)
    {
        switch (value)
        {
            case HtmlString html:
                return new MimeBundle(Html, html.Html);
            case JsonNode json:
                return new MimeBundle().Add("application/json", json.DeepClone()).Add(Plain, json.ToJsonString());
            case JsonDocument document:
                return Notebook.JSON(document.RootElement.GetRawText());
            case JsonElement { ValueKind: not JsonValueKind.Undefined } element:
                return Notebook.JSON(element.GetRawText());
            case byte[] bytes when Images.TryBundle(bytes) is { } image:
                return image;
            case Exception e:
                return new MimeBundle(Plain, PlainText.Screen(ExceptionText.Plain(e)));
        }
        var bundle = new MimeBundle();
        if (HtmlText.Of(value) is { } table)
            bundle.Add(Html, table);
        return bundle.Add(Plain, PlainText.Of(value));
    }

    private static string Written(Action<TextWriter> write)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        write(writer);
        return writer.ToString();
    }

    private static bool Fits(Type registered, Type type)
    {
        if (registered.IsAssignableFrom(type))
            return true;
        if (!registered.IsGenericTypeDefinition)
            return false;
        for (var each = type; each is not null; each = each.BaseType)
            if (each.IsGenericType && each.GetGenericTypeDefinition() == registered)
                return true;
        return registered.IsInterface && type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == registered);
    }

    private static int Distance(Type registered, Type type)
    {
        var steps = 0;
        for (var each = type; each is not null; each = each.BaseType, steps++)
            if (each == registered || (each.IsGenericType && each.GetGenericTypeDefinition() == registered))
                return steps;
        return registered == typeof(object) ? 1000 : 500;
    }
}
