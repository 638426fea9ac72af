using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;

namespace CarbonComp.Formats;

/// <summary>The rows of a file of separated values, plain or compressed with gzip.</summary>
internal sealed class CsvRows : RowSource
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly Stream stream;
    private readonly long length;
    private readonly Stream? position;
    private readonly CsvReader reader;

    private readonly string encoding;

    private CsvRows(string shown, Stream content, Stream? position, char separator, string encoding = TextEncoding.Default) : base(shown)
    {
        (this.encoding, this.position, length) = (encoding, position, Math.Max(1, position?.Length ?? 1));
        var named = TextEncoding.Named(encoding, shown);
        stream = named is UTF8Encoding ? content : Encoding.CreateTranscodingStream(content, named, Strict);
        reader = CsvReader.Create(stream, CsvRules.For(separator), leaveOpen: true);
    }

    public static CsvRows Open(string path, char separator = ',', string encoding = TextEncoding.Default)
    {
        var shown = Path.GetFileName(path);
        return Guard(shown, () =>
        {
            var file = File.OpenRead(path);
            var zipped = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
            try
            {
                return new CsvRows(shown, zipped ? new GZipStream(file, CompressionMode.Decompress) : file, file, separator, encoding);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        });
    }

    public static CsvRows Of(string shown, Stream stream, char separator) => new(shown, stream, null, separator);

    public override int Count => reader.FieldCount;

    public override double Share => position is null ? 0 : (double)position.Position / length;

    public override bool Read() => Guard(Place(Row + 1), () =>
    {
        try { if (!reader.Read()) return false; }
        catch (DecoderFallbackException wrong)
        {
            throw new DataException(Place(Row + 1), $"the file is not in the encoding {encoding} that is named for it, from here on. Name the one it is in, or "
                + "save it as UTF-8.", wrong);
        }
        Row = (int)reader.LineNumber;
        return true;
    });

    public override string Text(int column)
    {
        if (column >= reader.FieldCount) return "";
        string text;
        try { text = Strict.GetString(reader.GetSpan(column)); }
        catch (DecoderFallbackException wrong) { throw new DataException(Place(Row, column),
            "the cell is not UTF-8. Save the file as UTF-8 (in Excel: \"CSV UTF-8\"), or name its encoding, such as gb18030.", wrong); }
        text = text.Trim('\uFEFF', ' ');
        return text.Any(char.IsControl)
            ? throw new DataException(Place(Row, column),
                "there is a control character in the cell. The file is damaged or separated otherwise; restore it, or name its separator.") : text;
    }

    public override bool TryNumber(int column, out double number)
    {
        number = 0;
        return column < reader.FieldCount
            && double.TryParse(reader.GetSpan(column),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);
    }

    public override string Place(int row, int column) => $"{DisplayName}, line {row}, column {column + 1}";

    public override void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
        position?.Dispose();
    }
}
