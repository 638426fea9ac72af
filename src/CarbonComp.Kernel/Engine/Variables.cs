using System.Reflection;
using CarbonComp.Kernel.Display;
using Microsoft.CodeAnalysis;

namespace CarbonComp.Kernel.Engine;

/// <summary>The variables that the cells of a session declared, and their values.</summary>
internal static class Variables
{
    /// <summary>The variables by name; of those that share a name the latest.</summary>
    public static IReadOnlyList<(string Name, string Type, object? Value)> Of(CSharpSession session)
    {
        var found = new SortedDictionary<string, (string, string, object?)>(StringComparer.OrdinalIgnoreCase);
        foreach (var cell in session.Chain.Reverse())
            foreach (var field in cell.Compilation.ScriptClass?.GetMembers().OfType<IFieldSymbol>() ?? [])
                if (field.CanBeReferencedByName && !found.ContainsKey(field.Name) && TryRead(session, field, out var value))
                    found[field.Name] = (field.Name, field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), value);
        return [.. found.Values];
    }

    /// <summary>The value of a variable; <see langword="false"/> when its cell did not get as far.</summary>
    public static bool TryRead(CSharpSession session, IFieldSymbol variable, out object? value)
    {
        value = null;
        if (session.State(variable.ContainingType.MetadataName) is not { } state)
            return false;
        var info = state.GetType().GetField(variable.Name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static);
        value = info?.GetValue(state);
        return info is not null;
    }

    /// <summary>The names, or a table with types and values.</summary>
    public static MimeBundle Bundle(CSharpSession session, bool full)
    {
        var all = Of(session);
        if (all.Count == 0)
            return new MimeBundle("text/plain", "There are no variables yet.");
        return full ? Formatter.Format(all.Select(each => new { each.Name, each.Type, Value = PlainText.Brief(each.Value) }).ToList())
            : new MimeBundle("text/plain", string.Join('\t', all.Select(each => each.Name)));
    }
}
