using System.Reflection;

namespace CarbonComp.Kernel.Display.Guests;

/// <summary>Objects that draw themselves: plots with <c>GetPngBytes</c>,
/// <c>GetImage(width, height)</c> or <c>GetSvgXml(width, height)</c>, as ScottPlot's have.</summary>
internal static class Pictures
{
    private const int Width = 600;
    private const int Height = 400;

    /// <summary>How values of a type are shown, or <see langword="null"/> where they are not of this kind.</summary>
    public static Func<object, MimeBundle>? For(Type type)
    {
        List<Func<object, MimeBundle?>> ways = [];
        if (Method(type, "GetPngBytes", typeof(byte[])) is { } png)
            ways.Add(value => Images.TryBundle((byte[])Call(png, value)!));
        if (Method(type, "GetImage", null) is { } image && Method(image.ReturnType, "GetImageBytes", typeof(byte[])) is { } bytes)
            ways.Add(value =>
            {
                var drawn = Call(image, value)!;
                using (drawn as IDisposable)
                    return Images.TryBundle((byte[])Call(bytes, drawn)!);
            });
        if (Method(type, "GetSvgXml", typeof(string)) is { } svg)
            ways.Add(value => Notebook.SVG((string)Call(svg, value)!));
        if (ways.Count == 0)
            return null;
        return value => ways.Select(way => way(value)).FirstOrDefault(bundle => bundle is not null) ?? new MimeBundle("text/plain", PlainText.Of(value));
    }

    /// <summary>A method that needs at most a width and a height.</summary>
    private static MethodInfo? Method(Type type, string name, Type? returns) => type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(method => method.Name == name && (returns is null || method.ReturnType == returns) && !method.IsGenericMethodDefinition)
        .Where(method => method.GetParameters() is var parameters
            && (parameters.All(IsOptional)
                || (parameters is [var width, var height, .. var others] && IsSize(width) && IsSize(height) && others.All(IsOptional))))
        .MaxBy(method => method.GetParameters().Count(IsSize));

    private static bool IsSize(ParameterInfo parameter) => parameter.ParameterType == typeof(int) && !parameter.HasDefaultValue;

    private static bool IsOptional(ParameterInfo parameter) => parameter.HasDefaultValue || Png(parameter.ParameterType) is not null;

    private static object? Call(MethodInfo method, object value) => method.Invoke(value, [.. method.GetParameters().Select((parameter, i) =>
        IsSize(parameter) ? i == 0 ? Width : Height : Png(parameter.ParameterType) ?? parameter.DefaultValue)]);

    /// <summary>Of an enumeration of formats the one for PNG.</summary>
    private static object? Png(Type type) => type.IsEnum && Enum.TryParse(type, "Png", ignoreCase: true, out var format) ? format : null;
}
