namespace CarbonComp.Kernel.Jupyter;

/// <summary>Positions on the wire count Unicode code points; .NET's strings count UTF-16 units.</summary>
internal static class CodePoints
{
    public static int ToUtf16(string text, int codePoints)
    {
        var index = 0;
        for (var i = 0; i < codePoints && index < text.Length; i++)
            index += (index + 1 < text.Length && char.IsSurrogatePair(text, index)) ? 2 : 1;
        return index;
    }

    public static int FromUtf16(string text, int index)
    {
        var count = 0;
        for (var i = 0; i < index && i < text.Length; count++)
            i += (i + 1 < text.Length && char.IsSurrogatePair(text, i)) ? 2 : 1;
        return count;
    }
}
