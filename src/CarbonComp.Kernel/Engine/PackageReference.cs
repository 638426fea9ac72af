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

    public override string ToString() => Version is null ? Id : $"{Id} {Version}";
}
