namespace CarbonComp.Kernel.Jupyter;

/// <summary>The sockets that clients send to.</summary>
internal enum Channel
{
    Shell,
    Control,
    Stdin,
}
