namespace CarbonComp.Formats;

/// <summary>The content of a row or column beside the sectors of a wide table.</summary>
public enum TableBlock
{
    /// <summary>Nothing that is read.</summary>
    Skip,

    /// <summary>Column: deliveries abroad.</summary>
    Exports,

    /// <summary>Column: imports of the row's product, contained in the uses; positive.</summary>
    CompetitiveImports,

    /// <summary>Column: the statisticians' discrepancy, added to the uses.</summary>
    Error,

    /// <summary>Column or row: total output (total input).</summary>
    Output,

    /// <summary>Column: sum of the row's intermediate uses; row: sum of the column's intermediate inputs. Checked, not kept.</summary>
    IntermediateTotal,

    /// <summary>Column: sum of final uses, with or without exports. Checked, not kept.</summary>
    FinalUseTotal,

    /// <summary>Row: imported inputs of the column.</summary>
    ImportedInputs,

    /// <summary>Row: a part of value added, or all of it; several are added up.</summary>
    ValueAdded,

    /// <summary>Row: the sum of the value-added rows. Checked, not kept.</summary>
    ValueAddedTotal,

    /// <summary>Row: emissions or another stressor by column, kept under its label.</summary>
    Satellite,
}
