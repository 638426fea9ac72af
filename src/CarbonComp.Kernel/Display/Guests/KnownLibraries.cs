using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace CarbonComp.Kernel.Display.Guests;

/// <summary>Objects of libraries that notebooks use and that this kernel does not refer to: known by their names and public members.</summary>
internal static class KnownLibraries
{
    private static readonly Func<Type, Func<object, MimeBundle>?>[] Kinds = 
        [HtmlContents.For, DeedleFrames.For, DeedleSeries.For, DataFrames.For, DataTables.For, XPlotCharts.For, Pictures.For];

    private static readonly ConcurrentDictionary<Type, Func<object, MimeBundle>?> Shown = new();

    /// <summary>Whether values of a type have a way of their own to be shown.</summary>
    public static bool Has(Type type) => For(type) is not null;

    /// <summary>The representations of a value, or <see langword="null"/> where it is of no known kind.</summary>
    public static MimeBundle? Show(object value)
    {
        if (For(value.GetType()) is not { } show)
            return null;
        try
        {
            return show(value);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static Func<object, MimeBundle>? For(Type type) => Shown.GetOrAdd(type, static type =>
        Kinds.Select(kind => kind(type)).FirstOrDefault(show => show is not null));
}
