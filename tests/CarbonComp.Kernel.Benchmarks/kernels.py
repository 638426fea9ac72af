"""Measures the kernels that its arguments name, in turns, over a real jupyter_client. Prints one JSON object."""
import json
import os
import queue
import statistics
import sys
import time

from jupyter_client.manager import KernelManager

STARTS = 5
CELLS = 1000
SAMPLES = {
    ".net-csharp": {
        "declare": "var v{0} = {0};", "complete": "v9", "member": "Console.Wri", "loop": "while (true) { }",
        "declaring": "record R{0}(int A, double B); static double F{0}(double x) => x * {0}; var a{0} = new double[100]; a{0}[0] = F{0}(1);",
        "output": "var line = new string('x', 99); for (int i = 0; i < 1_000_000; i++) Console.WriteLine(line);",
    },
    "python3": {
        "declare": "v{0} = {0}", "complete": "v9", "member": "str.sta", "loop": "while True: pass",
        "declaring": "class R{0}:\n    def __init__(self, a, b): self.a, self.b = a, b\ndef F{0}(x): return x * {0}\na{0} = [0.0] * 100\na{0}[0] = F{0}(1)",
        "output": "line = 'x' * 99\nfor i in range(100_000): print(line)",
    },
}

# The same cells in the same language.
SAMPLES["dotnet-interactive"] = SAMPLES[".net-csharp"]
PATIENCE = 10


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


class Kernel:
    def __init__(self, name):
        self.started = time.perf_counter()
        self.manager = KernelManager(kernel_name=name)
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.pid = self.manager.provisioner.process.pid

    def run(self, code):
        msg_id = self.client.execute(code)
        while True:
            message = self.client.get_iopub_msg(timeout=120)
            if message["parent_header"].get("msg_id") == msg_id and message["content"].get("execution_state") == "idle":
                break
        self.client.get_shell_msg(timeout=120)

    def complete(self, code):
        start = time.perf_counter()
        self.client.complete(code)
        while self.client.get_shell_msg(timeout=120)["msg_type"] != "complete_reply":
            pass
        return time.perf_counter() - start

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def first_result(name):
    kernel = Kernel(name)
    # The reply, not the result: what is published before the subscription has arrived is lost.
    kernel.client.execute("1+1")
    kernel.client.get_shell_msg(timeout=120)
    seconds = time.perf_counter() - kernel.started
    processor = processor_seconds(kernel.pid)
    kernel.stop()
    return seconds, processor


def measure(name):
    samples = SAMPLES[name]
    kernel = Kernel(name)
    kernel.client.wait_for_ready(timeout=120)
    result = {}
    kernel.run("1+1")
    for i in range(100):
        kernel.run(samples["declare"].format(i))
    for what in ("complete", "member"):
        kernel.complete(samples[what])
        result[what + "_ms"] = 1000 * statistics.median(kernel.complete(samples[what]) for _ in range(15))
    times = []
    for i in range(CELLS):
        start = time.perf_counter()
        kernel.run(f"1+{i}")
        times.append(time.perf_counter() - start)
    result["trivial_ms"] = 1000 * statistics.median(times)
    result["resident_mb"] = resident(kernel.pid)
    kernel.run(samples["output"])
    result["resident_after_output_mb"] = resident(kernel.pid)
    msg_id = kernel.client.execute(samples["loop"])
    time.sleep(0.7)
    start = time.perf_counter()
    kernel.manager.interrupt_kernel()
    try:
        while kernel.client.get_shell_msg(timeout=PATIENCE)["parent_header"].get("msg_id") != msg_id:
            pass
        result["interrupt_ms"] = 1000 * (time.perf_counter() - start)
    except queue.Empty:
        result["interrupt_ms"] = None
    kernel.stop()
    result.update(declaring(name))
    return result


def declaring(name):
    """Cells that each leave a type, a function and an array, as people's do."""
    kernel = Kernel(name)
    kernel.client.wait_for_ready(timeout=120)
    times = []
    for i in range(CELLS):
        start = time.perf_counter()
        kernel.run(SAMPLES[name]["declaring"].replace("{0}", str(i)))
        times.append(time.perf_counter() - start)
    result = {"resident_declaring_mb": resident(kernel.pid), "declaring_ms": 1000 * statistics.median(times[-100:])}
    kernel.stop()
    return result


def main():
    names = sys.argv[1:]
    starts = {name: [] for name in names}
    for _ in range(STARTS):
        for name in names:
            starts[name].append(first_result(name))
    results = {}
    for name in names:
        results[name] = measure(name)
        results[name]["first_result_s"] = statistics.median(wall for wall, _ in starts[name])
        results[name]["first_result_processor_s"] = statistics.median(processor for _, processor in starts[name])
    results["load"] = os.getloadavg()[0]
    json.dump(results, sys.stdout)


main()
