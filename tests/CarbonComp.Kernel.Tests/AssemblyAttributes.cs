// Cells share the process's console and its stop flag, as they do in a kernel; one session at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
