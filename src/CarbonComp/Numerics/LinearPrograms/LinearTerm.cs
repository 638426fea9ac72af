namespace CarbonComp.Numerics;

/// <summary>A coefficient of one variable in a linear form.</summary>
/// <param name="Variable">Position of the variable in its program, from 0.</param>
/// <param name="Coefficient">A finite number.</param>
public readonly record struct LinearTerm(int Variable, double Coefficient);
