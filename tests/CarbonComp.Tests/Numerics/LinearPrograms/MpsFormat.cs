using System.Globalization;
using System.Text;

namespace CarbonComp.Tests;

/// <summary>The program in free MPS format, which glpsol, lp_solve, CLP and most other solvers read.</summary>
/// <remarks>
/// MPS has no standard for maximizing, so a program that maximizes is written as minimizing the negated objective.
/// Rows are named R0, R1, …, columns C0, C1, … in order; names with blanks would not survive. The objective's constant is left out.
/// </remarks>
internal static class MpsFormat
{
    public static string Write(LinearProgram program)
    {
        var text = new StringBuilder("NAME LP FREE\nROWS\n N OBJ\n");
        for (var i = 0; i < program.Constraints.Count; i++)
        {
            var (_, _, lower, upper) = program.Constraints[i];
            var type = lower == upper ? 'E' : double.IsFinite(upper) ? 'L' : double.IsFinite(lower) ? 'G' : 'N';
            text.Append(CultureInfo.InvariantCulture, $" {type} R{i}\n");
        }
        text.Append("COLUMNS\n");
        var columns = program.Variables.Select(_ => new List<(int Row, double Coefficient)>()).ToArray();
        for (var i = 0; i < program.Constraints.Count; i++)
            foreach (var (variable, coefficient) in program.Constraints[i].Terms)
                if (coefficient != 0) columns[variable].Add((i, coefficient));
        var sign = program.Direction == Optimization.Maximize ? -1 : 1;
        for (var j = 0; j < program.Variables.Count; j++)
        {
            // Written even when 0, so that a variable in no constraint exists.
            text.Append(CultureInfo.InvariantCulture, $" C{j} OBJ {sign * program.Variables[j].Cost + 0.0:R}\n");
            foreach (var (row, coefficient) in columns[j]) text.Append(CultureInfo.InvariantCulture, $" C{j} R{row} {coefficient:R}\n");
        }
        text.Append("RHS\n");
        var ranges = new StringBuilder();
        for (var i = 0; i < program.Constraints.Count; i++)
        {
            var (_, _, lower, upper) = program.Constraints[i];
            var side = double.IsFinite(upper) ? upper : lower;
            if (double.IsFinite(side) && side != 0) text.Append(CultureInfo.InvariantCulture, $" RHS R{i} {side:R}\n");
            if (double.IsFinite(lower) && double.IsFinite(upper) && lower < upper)
                ranges.Append(CultureInfo.InvariantCulture, $" RNG R{i} {upper - lower:R}\n");
        }
        if (ranges.Length > 0) text.Append("RANGES\n").Append(ranges);
        text.Append("BOUNDS\n");
        for (var j = 0; j < program.Variables.Count; j++)
        {
            var (_, _, lower, upper) = program.Variables[j];
            if (lower == upper) text.Append(CultureInfo.InvariantCulture, $" FX BND C{j} {lower:R}\n");
            else if (double.IsNegativeInfinity(lower) && double.IsPositiveInfinity(upper)) text.Append(CultureInfo.InvariantCulture, $" FR BND C{j}\n");
            else
            {
                if (double.IsNegativeInfinity(lower)) text.Append(CultureInfo.InvariantCulture, $" MI BND C{j}\n");
                else if (lower != 0) text.Append(CultureInfo.InvariantCulture, $" LO BND C{j} {lower:R}\n");
                if (double.IsFinite(upper)) text.Append(CultureInfo.InvariantCulture, $" UP BND C{j} {upper:R}\n");
            }
        }
        return text.Append("ENDATA\n").ToString();
    }
}
