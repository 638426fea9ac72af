namespace CarbonComp.Numerics;

/// <summary>A finite coefficient of one variable, given by its position in the program (from 0), in a linear form.</summary>
public readonly record struct LinearTerm(int Variable, double Coefficient);
