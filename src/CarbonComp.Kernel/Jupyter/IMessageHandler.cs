namespace CarbonComp.Kernel.Jupyter;

/// <summary>Answers one type of message.</summary>
internal interface IMessageHandler
{
    /// <summary>As in the header's <c>msg_type</c>.</summary>
    string MessageType { get; }

    /// <summary>Answers; called between the <c>busy</c> and the <c>idle</c> status of the request.</summary>
    void Handle(JupyterMessage request);
}
