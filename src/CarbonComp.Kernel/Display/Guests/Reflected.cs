using System.Collections;

namespace CarbonComp.Kernel.Display.Guests;

/// <summary>Public members of objects whose types this kernel does not refer to.</summary>
internal static class Reflected
{
    /// <summary>The type or the base type of that full name, or <see langword="null"/>.</summary>
    public static Type? Named(Type type, string fullName)
    {
        for (var each = type; each is not null; each = each.BaseType)
            if ((each.IsGenericType ? each.GetGenericTypeDefinition() : each).FullName == fullName)
                return each;
        return null;
    }

    /// <summary>The value of a property of a type or interface.</summary>
    /// <exception cref="MissingMemberException">There is no such property.</exception>
    public static object? Get(object owner, Type type, string property) =>
        (type.GetProperty(property) ?? throw new MissingMemberException(type.FullName, property)).GetValue(owner);

    /// <summary>The value of a property of an object's own type.</summary>
    public static object? Get(object owner, string property) => Get(owner, owner.GetType(), property);

    /// <summary>The first elements of a property that is a sequence.</summary>
    public static List<object?> First(object owner, Type type, string property, int most) =>
        [.. ((IEnumerable)Get(owner, type, property)!).Cast<object?>().Take(most)];
}
