"""Start, shutdown, restart, crash and the death of the parent."""
import json
import os
import signal
import socket
import subprocess
import sys
import time
import unittest

from kernel import Kernel, KernelTest, TIMEOUT, text


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().rsplit(")", 1)[1].split()[0] != "Z"


class LifecycleTests(KernelTest):
    def test_shutdown_is_answered_and_the_process_ends(self):
        kernel = Kernel()
        pid = int(kernel.value("Environment.ProcessId"))
        message = kernel.client.session.msg("shutdown_request", {"restart": False})
        kernel.client.control_channel.send(message)
        self.assertEqual(kernel.client.get_control_msg(timeout=TIMEOUT)["content"], {"status": "ok", "restart": False})
        end = time.monotonic() + 5
        while kernel.manager.is_alive() and time.monotonic() < end:
            time.sleep(0.02)
        self.assertFalse(alive(pid))
        self.assertEqual(kernel.manager.provisioner.process.returncode, 0)
        kernel.client.stop_channels()
        kernel.manager.cleanup_resources()

    def test_shutdown_ends_a_running_cell(self):
        kernel = Kernel()
        kernel.client.execute("while (true) { }")
        time.sleep(0.5)
        start = time.monotonic()
        kernel.manager.shutdown_kernel()
        self.assertLess(time.monotonic() - start, 4)
        kernel.client.stop_channels()

    def test_restart_forgets_variables(self):
        kernel = Kernel()
        kernel.run("var x = 1;")
        kernel.manager.restart_kernel()
        kernel.client.wait_for_ready(timeout=TIMEOUT)
        reply, messages = kernel.run("x")
        self.assertEqual(reply["status"], "error")
        self.assertEqual(reply["execution_count"], 1)
        self.assertEqual(text(messages, "stderr"), "")
        kernel.stop()

    def test_crash_leaves_a_message(self):
        kernel = Kernel()
        kernel.client.execute("Environment.FailFast(\"on purpose\");")
        self.wait_until(lambda: not kernel.manager.is_alive())
        kernel.manager.restart_kernel(now=True)
        kernel.client.wait_for_ready(timeout=TIMEOUT)
        _, messages = kernel.run("1")
        self.assertIn("The kernel died while it ran cell [1]", text(messages, "stderr"))
        _, messages = kernel.run("1")
        self.assertEqual(text(messages, "stderr"), "")
        kernel.stop()

    def test_overflown_stack_leaves_a_message(self):
        # The compiler's own GetHashCode() of a record, which nothing can look into; on a small stack, for the runtime prints all of it.
        kernel = Kernel()
        kernel.run("record Ring { public Ring Next { get; set; } }\nvar ring = new Ring(); ring.Next = ring;")
        self.assertIn("Ring", kernel.value("ring"))
        kernel.client.execute("var thread = new System.Threading.Thread(() => ring.GetHashCode(), 256 * 1024); thread.Start(); thread.Join();")
        self.wait_until(lambda: not kernel.manager.is_alive(), seconds=30)
        kernel.manager.restart_kernel(now=True)
        kernel.client.wait_for_ready(timeout=TIMEOUT)
        _, messages = kernel.run("1")
        said = text(messages, "stderr")
        self.assertIn("The kernel died while it ran cell [3]", said)
        self.assertIn("recursion without end", said)
        kernel.stop()

    def test_kernel_ends_with_its_parent(self):
        program = ("import sys, time; sys.path.insert(0, %r); from kernel import Kernel; k = Kernel();"
                   "print(k.value('Environment.ProcessId'), flush=True); time.sleep(60)") % os.path.dirname(os.path.abspath(__file__))
        parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
        pid = int(parent.stdout.readline())
        self.assertTrue(alive(pid))
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        parent.stdout.close()
        self.wait_until(lambda: not alive(pid), seconds=5)

    def test_an_address_in_use_is_told(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            file = os.path.join(os.environ["HOME"], "taken.json")
            with open(file, "w") as connection:
                json.dump({"ip": "127.0.0.1", "transport": "tcp", "key": "k", "signature_scheme": "hmac-sha256", "shell_port": port,
                           "iopub_port": 0, "stdin_port": 0, "control_port": 0, "hb_port": 0}, connection)
            done = subprocess.run([os.environ["CARBONCOMP"], "kernel", "-f", file], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn(str(port), done.stderr)
        self.assertIn("in use", done.stderr)

    def test_two_kernels_share_nothing(self):
        other = Kernel()
        self.kernel.run("static class Shared { public static int Count = 5; }\nShared.Count = 6;")
        self.assertEqual(other.run("Shared.Count")[0]["status"], "error")
        other.stop()

    def test_listens_only_where_the_connection_file_says(self):
        pid = int(self.kernel.value("Environment.ProcessId"))
        inodes = {os.readlink(f"/proc/{pid}/fd/{fd}") for fd in os.listdir(f"/proc/{pid}/fd") if os.path.exists(f"/proc/{pid}/fd/{fd}")}
        addresses = set()
        for table in ("tcp", "tcp6"):
            if not os.path.exists(f"/proc/net/{table}"):
                continue
            with open(f"/proc/net/{table}") as lines:
                for line in list(lines)[1:]:
                    fields = line.split()
                    if fields[3] == "0A" and f"socket:[{fields[9]}]" in inodes:
                        addresses.add(fields[1].split(":")[0])
        self.assertEqual(addresses, {"0100007F"})

    def test_heartbeat(self):
        self.wait_until(lambda: self.kernel.client.hb_channel.is_beating())

    def test_writes_only_in_its_own_folder(self):
        home = os.environ["HOME"]
        found = {os.path.relpath(os.path.join(folder, file), home) for folder, _, files in os.walk(home) for file in files}
        kernel = Kernel()
        kernel.run("1")
        kernel.client.history(raw=True, output=False, hist_access_type="tail", n=1)
        kernel.stop()
        now = {os.path.relpath(os.path.join(folder, file), home) for folder, _, files in os.walk(home) for file in files}
        strangers = {name for name in now - found if not name.startswith((".local/share/carboncomp", ".local/share/jupyter", ".dotnet", ".local/share/Microsoft", ".cache/carboncomp"))}
        self.assertEqual(strangers, set())


if __name__ == "__main__":
    unittest.main(verbosity=2)
