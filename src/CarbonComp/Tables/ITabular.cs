namespace CarbonComp;

/// <summary>A result that can be read as a table: by people in a notebook, by data frames through its columns.</summary>
public interface ITabular
{
    /// <summary>The title of the table.</summary>
    string Caption { get; }

    /// <summary>The weakest status of the values it was computed from.</summary>
    ValueStatus Status { get; }

    /// <summary>The table as columns in canonical units.</summary>
    Columns ToColumns();
}
