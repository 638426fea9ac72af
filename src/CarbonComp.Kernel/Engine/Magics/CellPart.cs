namespace CarbonComp.Kernel.Engine.Magics;

/// <summary>A part of a cell between magic commands, or one of those.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">C# as the whole cell with the other lines blank, so that places keep their numbers;
/// other languages without the rest; a command's argument.</param>
/// <param name="Line">The line, from 1, on which it begins.</param>
/// <param name="Command">The command, where it is one.</param>
internal sealed record CellPart(PartKind Kind, string Text, int Line, MagicCommand? Command = null);
