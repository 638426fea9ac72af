using System.Text.RegularExpressions;

namespace CarbonComp.Formats;

/// <summary>The words by which people name the parts of an input–output table, in English and Chinese.</summary>
internal static partial class TableWords
{
    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static TableBlock? Column(string label) =>
        Exports().IsMatch(label) ? TableBlock.Exports : IntermediateTotal().IsMatch(label) ? TableBlock.IntermediateTotal
        : FinalTotal().IsMatch(label) ? TableBlock.FinalUseTotal : Output().IsMatch(label) ? TableBlock.Output
        : Imports().IsMatch(label) ? TableBlock.CompetitiveImports : Error().IsMatch(label) ? TableBlock.Error : null;

    public static TableBlock? Row(string label) =>
        IntermediateTotal().IsMatch(label) ? TableBlock.IntermediateTotal : ValueAddedTotal().IsMatch(label) ? TableBlock.ValueAddedTotal
        : Output().IsMatch(label) ? TableBlock.Output : Imports().IsMatch(label) ? TableBlock.ImportedInputs
        : ValueAdded().IsMatch(label) ? TableBlock.ValueAdded : null;

    public static bool IsFinalUse(string label) => FinalUse().IsMatch(label);

    [GeneratedRegex(@"^(exports?|sold abroad|abroad|出口|国外出口)\b", Any)]
    private static partial Regex Exports();

    [GeneratedRegex(@"^(total )?intermediate (use|uses|inputs?|consumption)( total)?$|^中间(使用|投入)合?计$", Any)]
    private static partial Regex IntermediateTotal();

    [GeneratedRegex(@"^total final (use|uses|demand)|^最终使用合?计$", Any)]
    private static partial Regex FinalTotal();

    [GeneratedRegex(@"^(total |gross )?(output|outputs|input|inputs)$|^(all|total)$|^总(产出|投入)$", Any)]
    private static partial Regex Output();

    [GeneratedRegex(@"^(imports?|imported inputs?|bought abroad|进口)\b", Any)]
    private static partial Regex Imports();

    [GeneratedRegex(@"^(error|others?|discrepancy|statistical discrepancy|误差|其他)$", Any)]
    private static partial Regex Error();

    [GeneratedRegex(@"^total value added$|^增加值合计$", Any)]
    private static partial Regex ValueAddedTotal();

    [GeneratedRegex(@"value added|^(wages|profits?|compensation|taxes|depreciation|operating surplus|surplus)\b|增加值|劳动者报酬|生产税净额|固定资产折旧|营业盈余", Any)]
    private static partial Regex ValueAdded();

    [GeneratedRegex(@"\b(final|use|consumption|households?|government|capital formation|investment|inventor(y|ies))\b|最终|消费|资本形成|存货|居民|政府", Any)]
    private static partial Regex FinalUse();
}
