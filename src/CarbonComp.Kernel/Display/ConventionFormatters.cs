using System.Collections.Concurrent;
using System.Reflection;

namespace CarbonComp.Kernel.Display;

/// <summary>Formatters that a type brings along by convention: an attribute class named <c>TypeFormatterSourceAttribute</c>, from any assembly, names
/// a source of them.</summary>
internal static class ConventionFormatters
{
    private const string Contract = "Microsoft.DotNet.Interactive.Formatting.ITypeFormatter";

    private static readonly ConcurrentDictionary<Type, Source?> Sources = new();

    public static Source? For(Type type) => Sources.GetOrAdd(type, Find);

    private static Source? Find(Type type)
    {
        foreach (var attribute in type.GetCustomAttributes(inherit: true))
        {
            var kind = attribute.GetType();
            if (kind.Name != "TypeFormatterSourceAttribute")
                continue;
            if (kind.GetProperty("FormatterSourceType")?.GetValue(attribute) is not Type sourceType)
                continue;
            var preferred = kind.GetProperty("PreferredMimeTypes")?.GetValue(attribute) as string[] ?? [];
            var source = Activator.CreateInstance(sourceType);
            if (sourceType.GetMethod("CreateTypeFormatters", Type.EmptyTypes)?.Invoke(source, null) is not IEnumerable<object> formatters)
                continue;
            return new Source([.. formatters.Select(One.Create).OfType<One>()], preferred);
        }
        return null;
    }

    /// <summary>The formatters of a type and the representations it prefers.</summary>
    internal sealed record Source(IReadOnlyList<One> Formatters, IReadOnlyList<string> Preferred);

    /// <summary>One formatter.</summary>
    internal sealed record One(string MimeType, Func<object, TextWriter, bool> Format)
    {
        public static One? Create(object formatter)
        {
            var type = formatter.GetType();
            var format = type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method => method.Name == "Format").ToList();
            // .NET Interactive's own contract writes to a context that holds the writer.
            if (type.GetInterface(Contract)?.GetMethod("Format") is { } own)
                format = [own];
            if (type.GetProperty("MimeType")?.GetValue(formatter) is not string mimeType || format is not [var only]
                || only.GetParameters() is not [_, var target])
                return null;
            var wrapped = !target.ParameterType.IsAssignableFrom(typeof(TextWriter));
            return new One(mimeType, (value, writer) =>
            {
                try
                {
                    return only.Invoke(formatter, [value, wrapped ? Activator.CreateInstance(target.ParameterType, writer) : writer]) is true;
                }
                catch (TargetInvocationException e) when (e.InnerException is not null)
                {
                    System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException);
                    throw;
                }
            });
        }
    }
}
