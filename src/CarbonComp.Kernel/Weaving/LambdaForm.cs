namespace CarbonComp.Kernel.Weaving;

/// <summary>The form of an expression-bodied lambda with braces.</summary>
internal enum LambdaForm
{
    /// <summary>It has to stay an expression: it becomes an expression tree, or its meaning is not known.</summary>
    AsWritten,

    /// <summary>Its expression is what it returns.</summary>
    Value,

    /// <summary>Its expression is only carried out.</summary>
    Statement,
}
