using System.Buffers;

namespace CarbonComp.Data;

// How the numbers of a field are written: the decimal mark, what divides groups of three digits, and whether signs or words may stand around them.
internal sealed record NumberForm(string DecimalMark, string GroupMark, bool IsBare)
{
    // Signs of currencies beside the names that units have.
    private static readonly (string Sign, string Unit)[] Currencies = [("US$", "US$"), ("¥", "yuan"), ("￥", "yuan"), ("人民币", "yuan"), ("美元", "US$"), ("$",
        "US$"),
        ("€", "EUR"), ("£", "GBP"), ("欧元", "EUR"), ("日元", "JPY")];

    private static readonly SearchValues<char> Changing = SearchValues.Create("-−<>≤≥~≈(（");

    private static readonly string[] Foreign = ["EUR", "GBP", "JPY"];

    public static NumberForm Plain { get; } = new(".", "", true);

    public static NumberForm Read(DescriptorObject field, bool isNumber)
    {
        var decimalMark = isNumber ? field.OptionalCharacters("decimalChar") ?? "." : ".";
        var groupMark = field.OptionalCharacters("groupChar") ?? "";
        bool Usable(string mark) => !mark.Any(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-');
        if (decimalMark.Length == 0 || !Usable(decimalMark) || !Usable(groupMark) || decimalMark == groupMark)
            throw new DataException(field.Place, $"\"decimalChar\" is \"{decimalMark}\" and \"groupChar\" \"{groupMark}\". They "
                + "must differ, and be neither digits, letters nor signs. Correct datapackage.json there.");
        var bare = field.OptionalTruth("bareNumber") ?? true;
        return (decimalMark, groupMark, bare) == (".", "", true) ? Plain : new(decimalMark, groupMark, bare);
    }

    // What to write, for messages.
    public string Advice => this == Plain ? "Write plain digits with a decimal point, without spaces, thousands separators or units."
        : $"datapackage.json declares the decimal mark \"{DecimalMark}\"" + (GroupMark.Length > 0 ? $" and \"{GroupMark}\" between groups of three digits" : "")
            + ". Correct the number, or the field.";

    // The cell in plain digits with a decimal point; null where it is not in this form. Nothing is done where the form is plain.
    public string? InPlainDigits(string cell)
    {
        if (this == Plain) return cell;
        var sign = cell.Length > 0 && cell[0] is '-' or '+' ? 1 : 0;
        var exponent = cell.AsSpan(sign).IndexOfAny('e', 'E') is var e and >= 0 ? e + sign : cell.Length;
        var mark = cell.IndexOf(DecimalMark, sign, exponent - sign, StringComparison.Ordinal);
        var whole = cell[sign..(mark < 0 ? exponent : mark)];
        var fraction = mark < 0 ? "" : cell[(mark + DecimalMark.Length)..exponent];
        if (!fraction.All(char.IsAsciiDigit)) return null;
        if (GroupMark.Length > 0 && whole.Contains(GroupMark, StringComparison.Ordinal))
        {
            var groups = whole.Split(GroupMark);
            if (groups[0].Length is < 1 or > 3 || groups.Skip(1).Any(g => g.Length != 3)) return null;
            whole = string.Concat(groups);
        }
        return !whole.All(char.IsAsciiDigit) || whole.Length + fraction.Length == 0 ? null
            : cell[..sign] + whole + (fraction.Length > 0 ? "." + fraction : "") + cell[exponent..];
    }

    // The number without what stands around it, which must not contradict the unit.
    public string Bare(string cell, Unit? unit, Func<string, Exception> wrong)
    {
        if (IsBare) return cell;
        var first = cell.AsSpan().IndexOfAnyInRange('0', '9');
        if (first < 0) return cell;
        if (first >= DecimalMark.Length && cell.AsSpan(0, first).EndsWith(DecimalMark)) first -= DecimalMark.Length;
        if (first > 0 && cell[first - 1] is '-' or '+') first--;
        var end = cell.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var (before, after) = (cell[..first].Trim(), cell[end..].Trim());
        if (before.AsSpan().IndexOfAny(Changing) >= 0 || after.AsSpan().IndexOfAny("+-") >= 0)
            throw wrong("what stands around the digits changes the number. Write the number itself, with its sign before the digits.");
        foreach (var word in new[] { before, after }.Where(w => w.Length > 0))
            if (Said(word) is { } said && (unit is null || said.Unit is not { } other || other.Dimension != unit.Dimension || other.Factor != unit.Factor))
                throw wrong($"it is in {said.Name}, the field in {unit?.Symbol ?? "no unit"}. Give the field that unit, or convert the number.");
        return cell[first..end];
    }

    // The unit that a word names; null for a word that names none.
    private static (string Name, Unit? Unit)? Said(string word)
    {
        foreach (var (sign, name) in Currencies) if (word.Contains(sign, StringComparison.Ordinal)) word = word.Replace(sign, $" {name}",
            StringComparison.Ordinal).Trim();
        if (word is "‰" or "permille") return (word, null);
        if (Foreign.FirstOrDefault(f => word.Contains(f, StringComparison.OrdinalIgnoreCase)) is { } foreign) return (foreign, null);
        // A multiple alone is one of the canonical unit.
        foreach (var text in new[] { word, word.TrimEnd('.'), $"{word} yuan" })
            try { return (word, Unit.Parse(text)); }
            catch (UnitException) { }
        return null;
    }
}
