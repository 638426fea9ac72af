"""A kernel with a real jupyter_client, for the tests of this folder."""
import time
import unittest

from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import KernelManager

TIMEOUT = 30


class Kernel:
    def __init__(self):
        for left in (2, 1, 0):
            self.manager = KernelManager(kernel_name="carboncomp-csharp")
            self.manager.start_kernel()
            try:
                self.client = self.connect()
                return
            except RuntimeError:
                # Another program may have taken a port since jupyter_client chose it; the kernel says so and ends with 1.
                if not left or self.manager.is_alive() or self.manager.provisioner.process.returncode != 1:
                    raise
                self.manager.cleanup_resources()

    def connect(self):
        # From the file, as another program would: with a session of its own.
        client = BlockingKernelClient(connection_file=self.manager.connection_file)
        client.load_connection_file()
        client.start_channels()
        client.wait_for_ready(timeout=TIMEOUT)
        return client

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def collect(self, msg_id, client=None):
        """The iopub messages of a request up to its idle."""
        client = client or self.client
        messages = []
        while True:
            message = client.get_iopub_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            messages.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return messages

    def reply(self, msg_id, client=None):
        client = client or self.client
        while True:
            message = client.get_shell_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") == msg_id:
                return message

    def run(self, code, client=None, **options):
        """Runs a cell; returns the reply's content and the messages."""
        client = client or self.client
        msg_id = client.execute(code, **options)
        messages = self.collect(msg_id, client)
        return self.reply(msg_id, client)["content"], messages

    def value(self, code):
        reply, messages = self.run(code)
        if reply["status"] != "ok":
            raise AssertionError("\n".join(reply["traceback"]))
        results = [m for m in messages if m["msg_type"] == "execute_result"]
        return results[0]["content"]["data"]["text/plain"] if results else None

    def interrupt(self):
        self.manager.interrupt_kernel()


def text(messages, name="stdout"):
    return "".join(m["content"]["text"] for m in messages if m["msg_type"] == "stream" and m["content"]["name"] == name)


def types(messages):
    return [m["msg_type"] for m in messages]


class KernelTest(unittest.TestCase):
    """One kernel for the class; a test that hurts it starts another."""

    @classmethod
    def setUpClass(cls):
        cls.kernel = Kernel()

    @classmethod
    def tearDownClass(cls):
        cls.kernel.stop()

    def wait_until(self, condition, seconds=10):
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, "waited too long")
            time.sleep(0.02)
