namespace CarbonComp;

/// <summary>The origin of a value, ordered by distance from an observation; a result has the status of its weakest input
/// (<c>docs/methods.md#status</c>).</summary>
public enum ValueStatus
{
    /// <summary>Public statistics, with their publication.</summary>
    Statistic,

    /// <summary>Printed in the paper that is reproduced.</summary>
    Paper,

    /// <summary>Made by a named procedure of the library from other values; a notebook reproduces it.</summary>
    Constructed,

    /// <summary>Chosen to show how something works; says nothing about the world.</summary>
    Illustrative,
}
