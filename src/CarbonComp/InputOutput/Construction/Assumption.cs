namespace CarbonComp.InputOutput;

/// <summary>A choice that was made where no source settles the matter.</summary>
/// <param name="Subject">What had to be assumed.</param>
/// <param name="Choice">What was chosen.</param>
/// <param name="Basis">What it rests on.</param>
public sealed record Assumption(string Subject, string Choice, string Basis);
