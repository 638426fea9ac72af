using System.Collections;
using System.Reflection;
using CarbonComp.Kernel.Weaving;

namespace CarbonComp.Kernel.Display;

/// <summary>The kind of a value, for showing it.</summary>
internal static class ValueShape
{
    /// <summary>A value that is best shown as one piece of text.</summary>
    public static bool IsScalar(object? value) => value is null or string or char or bool or Enum or DateTime or DateTimeOffset or DateOnly
        or TimeOnly or TimeSpan or Guid or Uri or Version or Type or Delegate or System.Numerics.Complex or Index or Range
        or System.Text.StringBuilder or System.Globalization.CultureInfo or System.Text.Encoding or Assembly or MemberInfo
        or System.Text.RegularExpressions.Regex or System.Text.RegularExpressions.Capture or CancellationToken or Stream or TextReader or TextWriter
        or System.Text.Rune or nint or nuint
        || Numbers.IsNumber(value);

    /// <summary>Whether values of a declared type can be nothing but pieces of text.</summary>
    private static bool IsScalarType(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var bare
        && (bare.IsPrimitive || bare.IsEnum || bare == typeof(string) || bare == typeof(decimal) || bare == typeof(DateTime)
            || bare == typeof(DateTimeOffset) || bare == typeof(DateOnly) || bare == typeof(TimeOnly) || bare == typeof(TimeSpan) || bare == typeof(Guid)
            || bare == typeof(System.Numerics.Complex) || bare == typeof(System.Numerics.BigInteger) || bare == typeof(Half) || bare == typeof(Int128));

    /// <summary>Whether an element is a row of a table: pieces of text, a record of such, or a name with one.</summary>
    public static bool IsRow(object? item) => IsScalar(item)
        || (item is IEnumerable inner ? inner is not IEnumerable<object> and not IDictionary
            : !HasOwnText(item!) && Members(item!.GetType()).All(member => IsScalarType(member.Type)));

    /// <summary>Whether the value's type means to be shown by a text of its own; that of a tuple or a pair only joins those of its parts.</summary>
    public static bool HasOwnText(object value) => value is not System.Runtime.CompilerServices.ITuple and not DictionaryEntry
        && value.GetType() is { Name: not "KeyValuePair`2" } && PlainText.OwnText(value) is not null;

    /// <summary>Whether a value is shown by its elements. One that consists of its own kind, as a JSON object or a collection of geometries does, is a
    /// tree rather than a list, and its own text shows it.</summary>
    public static bool IsSequence(object value) => value is IEnumerable && !(IsTree(value.GetType()) && PlainText.OwnText(value) is not null);

    private static bool IsTree(Type type) => PlainText.IsXml(type) || type.GetInterfaces().Any(each => each.IsGenericType
        && each.GetGenericTypeDefinition() == typeof(IEnumerable<>) && each.GetGenericArguments()[0] is { IsClass: true } element
        && element != typeof(object) && element.IsAssignableFrom(type));

    /// <summary>Public properties and fields in the order of declaration, base types first.</summary>
    public static IReadOnlyList<Member> Members(Type type)
    {
        lock (Cache)
        {
            if (!Cache.TryGetValue(type, out var members))
                Cache[type] = members = Find(type);
            return members;
        }
    }

    private static readonly Dictionary<Type, IReadOnlyList<Member>> Cache = [];

    private static List<Member> Find(Type type)
    {
        var found = new List<Member>();
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true
            || type.FullName?.StartsWith("System.Tuple`", StringComparison.Ordinal) == true)
        {
            var tuple = typeof(System.Runtime.CompilerServices.ITuple);
            for (var i = 0; i < type.GetGenericArguments().Length; i++)
            {
                var index = i;
                found.Add(new Member("Item" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), type.GetGenericArguments()[i],
                    value => ((System.Runtime.CompilerServices.ITuple)value)[index]));
            }
            return found;
        }
        var levels = new Stack<Type>();
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
            levels.Push(level);
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var level in levels)
        {
            foreach (var property in level.GetProperties(Own))
                if (property.CanRead && property.GetMethod!.IsPublic && property.GetIndexParameters().Length == 0
                    && !property.PropertyType.IsByRefLike && !property.PropertyType.IsPointer)
                {
                    found.RemoveAll(earlier => earlier.Name == property.Name);
                    found.Add(new Member(property.Name, property.PropertyType, property.PropertyType.IsByRef ? _ => "ref" : property.GetValue));
                }
            foreach (var field in level.GetFields(Own))
                if (!field.FieldType.IsPointer)
                    found.Add(new Member(field.Name, field.FieldType, field.GetValue));
        }
        return found;
    }

    /// <summary>Rows and columns of a two-dimensional array or of a matrix of MathNet, which is recognized by name.</summary>
    public static bool TryGrid(object value, out int rows, out int columns, out Func<int, int, object?> at)
    {
        if (value is Array { Rank: 2 } array)
        {
            (rows, columns) = (array.GetLength(0), array.GetLength(1));
            at = (r, c) => array.GetValue(r + array.GetLowerBound(0), c + array.GetLowerBound(1));
            return true;
        }
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (type is not { IsGenericType: true, Name: "Matrix`1", Namespace: "MathNet.Numerics.LinearAlgebra" })
                continue;
            rows = (int)type.GetProperty("RowCount")!.GetValue(value)!;
            columns = (int)type.GetProperty("ColumnCount")!.GetValue(value)!;
            var indexer = type.GetMethod("At", [typeof(int), typeof(int)])!;
            at = (r, c) => indexer.Invoke(value, [r, c]);
            return true;
        }
        (rows, columns, at) = (0, 0, static (_, _) => null);
        return false;
    }

    /// <summary>The elements of a sequence up to a limit; and how many were left out, or -1 where counting would not end.</summary>
    public static (List<object?> Items, int LeftOut) Take(IEnumerable sequence, int limit)
    {
        var items = new List<object?>();
        var enumerator = sequence.GetEnumerator();
        try
        {
            while (items.Count < limit && enumerator.MoveNext())
                items.Add(enumerator.Current);
            if (items.Count < limit)
                return (items, 0);
            if (Count(sequence) is { } count)
                return (items, count - items.Count);
            return (items, enumerator.MoveNext() ? -1 : 0);
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }
    }

    private static int? Count(IEnumerable sequence)
    {
        if (sequence is ICollection collection)
            return collection.Count;
        var counted = sequence.GetType().GetInterfaces().FirstOrDefault(each => each.IsGenericType
            && (each.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>) || each.GetGenericTypeDefinition() == typeof(ICollection<>)));
        return counted?.GetProperty("Count")?.GetValue(sequence) as int?;
    }

    /// <summary>The words for what was left out.</summary>
    public static string LeftOut(int count) => count < 0 ? "… more" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"… {count:N0} more");

    /// <summary>A member of a value that can be read.</summary>
    internal sealed record Member(string Name, Type Type, Func<object, object?> Read)
    {
        /// <summary>The value, or the exception that reading it threw.</summary>
        public object? Value(object owner)
        {
            try
            {
                return Read(owner);
            }
            catch (Exception e) when (!Interruption.Requested)
            {
                return new Unreadable((e as TargetInvocationException)?.InnerException ?? e);
            }
        }
    }

    /// <summary>Stands for a value that could not be read.</summary>
    internal sealed record Unreadable(Exception Reason)
    {
        public override string ToString() => $"⚠ {Reason.GetType().Name}: {ExceptionText.Message(Reason)}";
    }
}
