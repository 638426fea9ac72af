"""Our kernel beside .NET Interactive and ipykernel, over a real jupyter_client. Prints one table.

apt-get install python3-ipykernel
./environment/run.sh --only 00 --kernel .net-csharp
/usr/bin/python3 tests/CarbonComp.Kernel.Benchmarks/kernels.py

The second command builds our kernel and registers both. Kernels take turns, so that a busy machine is busy for all;
the ratios, ours to the other's, mean more than the times.
"""

import os
import queue
import statistics
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from jupyter_client.manager import KernelManager

_ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ROOT / "tests" / "CarbonComp.Kernel.Tests" / "protocol"))
from interrupt import RUNAWAYS  # noqa: E402

STARTS = 5
CELLS = 1000
PATIENCE = 3  # seconds that an interrupt may take
OURS, INTERACTIVE, PYTHON = "carboncomp-csharp", ".net-csharp", "python3"
LABELS = {OURS: "ours", INTERACTIVE: ".NET Interactive", PYTHON: "ipykernel"}
CSHARP = {
    "keep": "var kept = 1;",
    "declare": "record R{0}(int A, double B); static double F{0}(double x) => x * {0}; var a{0} = new double[100]; a{0}[0] = F{0}(1);",
    "member": "Console.Wri",
    # Not what only our kernel has, nor what reads from a page.
    "runaways": {name: code for name, code in RUNAWAYS.items() if code and "CarbonComp." not in code},
}
SAMPLES = {
    OURS: CSHARP,
    INTERACTIVE: CSHARP,
    PYTHON: {
        "keep": "kept = 1",
        "declare": "class R{0}:\n    def __init__(self, a, b): self.a, self.b = a, b\n"
        "def F{0}(x): return x * {0}\na{0} = [0.0] * 100\na{0}[0] = F{0}(1)",
        "member": "str.sta",
        "runaways": {
            "tight loop": "while True: pass",
            "method calls method": "import math\ndef work(i): return math.sin(i) > 2\nk = 0\nwhile True: work(k); k += 1",
            "recursion that returns": "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(60)",
            "catch exception": "while True:\n    try: raise ValueError()\n    except Exception: pass",
            "catch all": "import time\nwhile True:\n    try: time.sleep(0.05)\n    except: pass",
            "sleep": "import time; time.sleep(100)",
            "lock": "import threading\ngate = threading.Lock(); gate.acquire(); gate.acquire()",
            "thread join": "import threading, time\nt = threading.Thread(target=lambda: time.sleep(100), daemon=True); t.start(); t.join()",
            "barrier": "import threading; threading.Barrier(2).wait()",
            "queue without end": "import queue; queue.Queue().get()",
            "finally": "try:\n    while True: pass\nfinally:\n    while True: pass",
            "event": "import threading; threading.Event().wait()",
            "await": "import asyncio; await asyncio.sleep(100)",
            "await in a loop": "import asyncio\nwhile True: await asyncio.sleep(0.001)",
            "sort with a comparer": "import math\nsorted(range(20_000_000), key=lambda a: math.sin(a))",
            "text of a value": "class Mute:\n    def __repr__(self):\n        while True: pass\nMute()",
            "values": "while True: display(1)",
        },
    },
}


@dataclass
class Measured:
    """What was measured of one kernel; lists hold a value a repetition."""

    first_result: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    trivial: list[float] = field(default_factory=list)
    member: list[float] = field(default_factory=list)
    resident: float = 0
    resident_declaring: float = 0
    stops: list[float] = field(default_factory=list)
    runaways: int = 0


class Kernel:
    def __init__(self, name):
        self.name, self.started = name, time.perf_counter()
        self.manager = KernelManager(kernel_name=name)
        self.manager.start_kernel(stderr=open(os.devnull, "w"))
        self.client = self.manager.client()
        self.client.start_channels()
        self.pid = self.manager.provisioner.process.pid

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def ready(self):
        self.client.wait_for_ready(timeout=120)
        return self

    def reply(self, msg_id, timeout):
        """The answer to a request; nothing when it does not come in time."""
        end = time.monotonic() + timeout
        while (left := end - time.monotonic()) > 0:
            try:
                message = self.client.get_shell_msg(timeout=left)
            except queue.Empty:
                break
            if message["parent_header"].get("msg_id") == msg_id:
                return message["content"]
        return None

    def run(self, code, timeout=120):
        return self.reply(self.client.execute(code), timeout)

    def seconds(self, code):
        start = time.perf_counter()
        if self.run(code) is None:
            raise RuntimeError(f"{self.name} does not answer")
        return time.perf_counter() - start

    def complete(self, code):
        start = time.perf_counter()
        self.reply(self.client.complete(code), 120)
        return time.perf_counter() - start

    def processor_seconds(self):
        with open(f"/proc/{self.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident(self):
        with open(f"/proc/{self.pid}/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))

    def stop(self, code):
        """Seconds until an interrupted cell ends; nothing when it does not, or when what was defined is gone."""
        msg_id = self.client.execute(code, allow_stdin=False)
        time.sleep(1.0)
        start = time.perf_counter()
        self.manager.interrupt_kernel()
        stopped = self.reply(msg_id, PATIENCE)
        seconds = time.perf_counter() - start
        kept = stopped and self.run("kept", PATIENCE)
        return seconds if kept and kept["status"] == "ok" else None


def measure_start(name, measured):
    with Kernel(name) as kernel:
        # The reply, not the result: what is published before the subscription has arrived is lost.
        kernel.run("1+1")
        measured.first_result.append(time.perf_counter() - kernel.started)
        measured.processor.append(kernel.processor_seconds())


def measure_cells(name, measured):
    with Kernel(name).ready() as kernel:
        kernel.run("1+1")
        measured.trivial = [1000 * kernel.seconds(f"1+{i}") for i in range(CELLS)]
        measured.resident = kernel.resident()
        kernel.complete(SAMPLES[name]["member"])
        measured.member = [1000 * kernel.complete(SAMPLES[name]["member"]) for _ in range(15)]
    with Kernel(name).ready() as kernel:
        for i in range(CELLS):
            kernel.seconds(SAMPLES[name]["declare"].replace("{0}", str(i)))
        measured.resident_declaring = kernel.resident()


def measure_stops(name, measured):
    kernel = None
    for code in SAMPLES[name]["runaways"].values():
        if kernel is None:
            kernel = Kernel(name).ready()
            kernel.run(SAMPLES[name]["keep"])
        measured.runaways += 1
        seconds = kernel.stop(code)
        if seconds is not None:
            measured.stops.append(seconds)
        else:
            # It is still running away, or gone.
            kernel.__exit__()
            kernel = None
    if kernel:
        kernel.__exit__()


def table(results):
    """Rows of the table, each a list of cells: our value, then each other's with the ratio."""
    rows = [["", LABELS[OURS]] + [cell for name in results if name != OURS for cell in (LABELS[name], "ours/it")]]
    for label, digits, value in (
        ("first result after the process starts, s", 2, lambda m: statistics.median(m.first_result)),
        ("  processor time up to then, s", 2, lambda m: statistics.median(m.processor)),
        ("trivial cell, ms", 1, lambda m: statistics.median(m.trivial)),
        ("completing a member, ms", 1, lambda m: statistics.median(m.member)),
        (f"resident after {CELLS} trivial cells, MB", 0, lambda m: m.resident),
        (f"resident after {CELLS} declaring cells, MB", 0, lambda m: m.resident_declaring),
        ("slowest stop of a runaway cell, s", 2, lambda m: max(m.stops, default=float("nan"))),
    ):
        ours = value(results[OURS])
        row = [label, f"{ours:.{digits}f}"]
        for name in results:
            if name != OURS:
                other = value(results[name])
                row += [f"{other:.{digits}f}", f"{ours / other:.2f}"] if other == other else ["never", ""]
        rows.append(row)
    stopped = [f"{len(m.stops)} of {m.runaways}" for m in results.values()]
    rows.append([f"runaway cells stopped within {PATIENCE} s, names kept", stopped[0]] + [x for s in stopped[1:] for x in (s, "")])
    return rows


def main():
    os.environ["JUPYTER_PATH"] = str(_ROOT / "artifacts" / "jupyter" / "share" / "jupyter")
    os.environ["CARBONCOMP_DATA_DIR"] = str(_ROOT / "artifacts" / "jupyter" / "carboncomp")
    results = {name: Measured() for name in LABELS}
    for _ in range(STARTS):
        for name, measured in results.items():
            measure_start(name, measured)
    for measure in (measure_cells, measure_stops):
        for name, measured in results.items():
            measure(name, measured)
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for first, *others in table(results):
        print(f"{first:<50}" + "".join(f"{cell:>18}" for cell in others))


if __name__ == "__main__":
    main()
