namespace CarbonComp.Kernel.Engine;

/// <summary>A package asked for: <c>#r "nuget: Id, version"</c>. The version may be exact, floating (<c>1.*</c>), a range, or left out.</summary>
internal sealed record PackageReference(string Id, string? Version)
{
    /// <exception cref="DirectiveException">The text does not have that form.</exception>
    public static PackageReference Parse(string text)
    {
        var body = text["nuget:".Length..].Trim();
        var comma = body.IndexOf(',', StringComparison.Ordinal);
        var id = (comma < 0 ? body : body[..comma]).Trim();
        var version = comma < 0 ? null : body[(comma + 1)..].Trim();
        if (id.Length == 0 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            throw new DirectiveException($"#r \"{text}\": a package is named as \"nuget: Id, version\" or \"nuget: Id\".");
        return new PackageReference(id, string.IsNullOrEmpty(version) || version is "*" or "latest" ? null : version);
    }

    /// <summary>Whether one version is meant, and not the best of several.</summary>
    public bool IsExact => Version is { } version && version.IndexOfAny(['*', '[', '(', ',']) < 0;

    /// <summary>Whether two versions are one: 1.0, 1.0.0 and 1.0.0.0 are.</summary>
    public static bool AreSame(string a, string b) => string.Equals(Normalized(a), Normalized(b), StringComparison.OrdinalIgnoreCase);

    private static string Normalized(string version)
    {
        version = version.Split('+')[0];
        var dash = version.IndexOf('-', StringComparison.Ordinal);
        var (numbers, label) = dash < 0 ? (version, "") : (version[..dash], version[dash..]);
        var parts = numbers.Split('.').Select(part => part.TrimStart('0')).ToList();
        while (parts.Count > 1 && parts[^1].Length == 0)
            parts.RemoveAt(parts.Count - 1);
        return string.Join('.', parts) + label;
    }

    public override string ToString() => Version is null ? Id : $"{Id} {Version}";
}
