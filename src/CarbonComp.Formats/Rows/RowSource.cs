using System.Globalization;

namespace CarbonComp.Formats;

/// <summary>Rows of cells, one at a time, that know where they stand. Columns count from 0, rows from 1.</summary>
internal abstract class RowSource(string shown) : IDisposable
{
    /// <summary>File, and sheet.</summary>
    public string DisplayName { get; } = shown;

    public int Row { get; protected set; }

    public abstract int Count { get; }

    /// <summary>The fraction that has been read, from 0 to 1.</summary>
    public abstract double Share { get; }

    public abstract bool Read();

    /// <summary>The trimmed text of a cell, empty where there is none.</summary>
    public abstract string Text(int column);

    /// <summary>Whether a cell holds text where the file could tell text from numbers.</summary>
    protected virtual bool IsText(int column) => false;

    public abstract bool TryNumber(int column, out double number);

    public abstract string Place(int row, int column);

    public string Place(int row) => $"{DisplayName}, row {row}";

    /// <summary>What is wrong with a cell that looks empty: an error, a formula without a result; null where it is empty.</summary>
    protected virtual string? Valueless(int column) => null;

    /// <summary>What is wrong with a cell whose text is empty; null for all others.</summary>
    public string? Fault(int column) => Text(column).Length == 0 ? Valueless(column) : null;

    /// <summary>Whether anything in the row looks empty and is not.</summary>
    public virtual bool HasValueless() => false;

    /// <summary>Whether there is nothing in a cell, not even an error or a formula without a result.</summary>
    public bool IsEmpty(int column) => Text(column).Length == 0 && Valueless(column) is null;

    public double Number(int column, bool emptyIsZero)
    {
        if (TryNumber(column, out var number) && double.IsFinite(number)) return number;
        var text = Text(column);
        if (text.Length == 0 && Valueless(column) is { } wrong) throw new DataException(Place(Row, column), wrong);
        if (text.Length == 0 && emptyIsZero) return 0;
        if (IsText(column) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            throw new DataException(Place(Row, column),
                $"\"{text}\" is stored as text, not as a number. Select the cells and convert them to numbers, or set their format to Number and enter them "
                + $"again.");
        throw new DataException(Place(Row, column), text.Length == 0
            ? "the cell is empty. Give a number, 0 where nothing flows."
            : $"\"{(text.Length > 40 ? text[..40] + "…" : text)}\" is not a number. Write digits with a decimal point, without spaces, thousands separators "
                + $"or units.");
    }

    public bool IsBlank()
    {
        for (var c = 0; c < Count; c++)
            if (Text(c).Length > 0) return false;
        return !HasValueless();
    }

    public abstract void Dispose();

    /// <summary>Reports what goes wrong in a library that reads a damaged file as an error of the file.</summary>
    protected static T Guard<T>(string place, Func<T> read)
    {
        try { return read(); }
        catch (Exception wrong) when (wrong is not (CarbonCompException or OperationCanceledException))
        {
            throw new DataException(place,
                $"the file cannot be read from here on ({wrong.Message}). It is missing, damaged, or of another format; restore it.", wrong);
        }
    }
}
