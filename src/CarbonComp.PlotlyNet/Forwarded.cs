using System.Runtime.CompilerServices;

// Nothing here uses Plotly.NET's verbs for C#. A cell that loads this assembly gets them with it all the same: a kernel follows its references.
[assembly: TypeForwardedTo(typeof(Plotly.NET.CSharp.Chart))]
