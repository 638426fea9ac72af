using System.Text.Json;

namespace CarbonComp.Data;

// How a file of separated values is written, as "dialect" in datapackage.json says: Table Dialect of Data Package 2, CSV Dialect of 1.
// Null for spaces: those around a cell are not part of it. No header rows: the columns are the fields in their order.
internal sealed record TableDialect
{
    private static readonly string[] Known = ["$schema", "name", "title", "description", "csvddfVersion", "delimiter", "lineTerminator", "quoteChar",
        "doubleQuote",
        "escapeChar", "nullSequence", "skipInitialSpace", "header", "headerRows", "headerJoin", "commentRows", "commentChar", "caseSensitiveHeader"];

    public static TableDialect Common { get; } = new();

    public string Delimiter { get; private init; } = ",";

    // Null: any of the usual ends of a line.
    public string? LineTerminator { get; private init; }

    public char? Quote { get; private init; } = '"';

    public bool QuoteDeclared { get; private init; }

    public bool DoubleQuote { get; private init; } = true;

    public char? Escape { get; private init; }

    public string? NullSequence { get; private init; }

    public bool? SkipInitialSpace { get; private init; }

    public int[] HeaderRows { get; private init; } = [1];

    public string HeaderJoin { get; private init; } = " ";

    public int[] CommentRows { get; private init; } = [];

    public string? CommentChar { get; private init; }

    public bool CaseSensitiveHeader { get; private init; } = true;

    // What the library of the other formats reads as well, and faster.
    public bool IsCommon => Delimiter.Length == 1 && char.IsAscii(Delimiter[0]) && LineTerminator is null && Quote == '"' && DoubleQuote && Escape is null
        && SkipInitialSpace is null && CommentRows.Length == 0 && CommentChar is null;

    public static TableDialect Read(DescriptorObject resource)
    {
        var format = resource.OptionalText("format")?.ToUpperInvariant() ?? "CSV";
        if (format is not ("CSV" or "TSV")) throw resource.Unread("format", "Tables are read from csv and tsv; save the file as one of them.");
        var tabs = format == "TSV" || resource.OptionalText("mediatype") == "text/tab-separated-values";
        var plain = new TableDialect { Delimiter = tabs ? "\t" : "," };
        if (!resource.Has("dialect")) return plain;
        var dialect = resource.Object("dialect");
        if (dialect.Properties.FirstOrDefault(p => !Known.Contains(p)) is { } unknown)
            throw dialect.Unread(unknown, $"A dialect of separated values has {string.Join(", ", Known.Skip(5))}.");
        var read = plain with
        {
            Delimiter = Some(dialect, "delimiter") ?? plain.Delimiter,
            LineTerminator = Some(dialect, "lineTerminator") is { } end && end is not ("\n" or "\r\n") ? end : null,
            Quote = dialect.OptionalCharacters("quoteChar") is "" ? null : One(dialect, "quoteChar") ?? '"',
            QuoteDeclared = dialect.Has("quoteChar"),
            DoubleQuote = dialect.OptionalTruth("doubleQuote") ?? true,
            Escape = One(dialect, "escapeChar"),
            NullSequence = dialect.OptionalCharacters("nullSequence"),
            SkipInitialSpace = dialect.OptionalTruth("skipInitialSpace"),
            HeaderRows = dialect.OptionalTruth("header") == false ? [] : Rows(dialect, "headerRows") ?? [1],
            HeaderJoin = dialect.OptionalCharacters("headerJoin") ?? " ",
            CommentRows = Rows(dialect, "commentRows") ?? [],
            CommentChar = Some(dialect, "commentChar"),
            CaseSensitiveHeader = dialect.OptionalTruth("caseSensitiveHeader") ?? true,
        };
        if (read.Quote is { } quote && read.Delimiter.Contains(quote) || read.Escape is { } escape && (read.Delimiter.Contains(escape) || escape == read.Quote))
            throw new DataException(dialect.Place, "delimiter, quoteChar and escapeChar must be different characters. Correct datapackage.json there.");
        if (read.HeaderRows.Intersect(read.CommentRows).Any())
            throw new DataException(dialect.Place, "headerRows and commentRows name the same row. Correct datapackage.json there.");
        return read;
    }

    private static string? Some(DescriptorObject dialect, string property) => dialect.OptionalCharacters(property) is { } text && text.Length == 0
        ? throw new DataException(dialect.Place, $"\"{property}\" is empty. Give it a value, or take it out.") : dialect.OptionalCharacters(property);

    private static char? One(DescriptorObject dialect, string property) => Some(dialect, property) is not { } text ? null
        : text.Length == 1 ? text[0] : throw new DataException(dialect.Place, $"\"{property}\" must be one character. Correct datapackage.json there.");

    private static int[]? Rows(DescriptorObject dialect, string property) => dialect.OptionalList(property) is not { } list ? null
        : [.. list.Select(v => v.ValueKind == JsonValueKind.Number && v.TryGetInt32(out var row) && row > 0 ? row
            : throw new DataException(dialect.Place, $"\"{property}\" must list rows, counted from 1. Correct datapackage.json there.")).Distinct().Order()];
}
