using System.Runtime.CompilerServices;

// Nothing here uses Plotly.NET's verbs for C#. A cell that loads this assembly gets them with it all the same: a kernel follows its references.
// These verbs are Plotly.NET's, not ours to keep the same.
#pragma warning disable RS0016
[assembly: TypeForwardedTo(typeof(Plotly.NET.CSharp.Chart))]
