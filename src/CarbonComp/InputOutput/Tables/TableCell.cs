namespace CarbonComp.InputOutput;

/// <summary>One number of a table in tidy form.</summary>
/// <param name="Block">Which block: <c>Zd</c> domestic intermediate, <c>Zm</c> imported intermediate, <c>Yd</c>, <c>Ym</c> final use, <c>V</c> value added,
/// <c>X</c> output.</param>
/// <param name="Row">Sector of the row; for V the component of value added.</param>
/// <param name="Column">Sector or final-use category of the column.</param>
/// <param name="Value">The number.</param>
public readonly record struct TableCell(string Block, string Row, string Column, double Value);
