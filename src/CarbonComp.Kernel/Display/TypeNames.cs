namespace CarbonComp.Kernel.Display;

/// <summary>Types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char",
        [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint",
        [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(nint)] = "nint", [typeof(nuint)] = "nuint",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
        [typeof(string)] = "string", [typeof(object)] = "object", [typeof(void)] = "void",
    };

    public static string Of(Type type, bool withNamespace = false)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsByRef)
            return "ref " + Of(type.GetElementType()!, withNamespace);
        if (type.IsArray)
            return Of(type.GetElementType()!, withNamespace) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying, withNamespace) + "?";
        if (type.IsGenericParameter)
            return type.Name;
        if (IsAnonymous(type))
            return "anonymous";
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true && !type.IsGenericTypeDefinition)
            return "(" + string.Join(", ", type.GetGenericArguments().Select(each => Of(each, withNamespace))) + ")";
        var name = type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        var arguments = type.GetGenericArguments();
        if (tick >= 0)
        {
            name = name[..tick];
            var outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
            name += "<" + string.Join(", ", arguments.Skip(outer).Select(each => Of(each, withNamespace))) + ">";
        }
        if (type.DeclaringType is { } declaring)
            return declaring.Name.StartsWith("Submission#", StringComparison.Ordinal) ? name : Of(declaring, withNamespace) + "." + name;
        return withNamespace && type.Namespace is { } space ? space + "." + name : name;
    }

    public static bool IsAnonymous(Type type) => type.Name.Contains("AnonymousType", StringComparison.Ordinal) && type.Name.StartsWith('<');
}
