"""A site behind a real nginx, with the configuration that docs/serving.md has."""
import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time

NGINX = os.path.abspath("build/tools/nginx/usr/sbin/nginx")
ROUND_IT = """daemon off; master_process off;
pid {top}/pid; error_log {top}/errors;
events {{ }}
http {{
    access_log {top}/requests;
    client_body_temp_path {top}/body; proxy_temp_path {top}/proxy;
    fastcgi_temp_path {top}/fastcgi; uwsgi_temp_path {top}/uwsgi;
    scgi_temp_path {top}/scgi;
{server}
}}
"""


def documented():
    """The blocks of docs/serving.md for nginx: the server, the lock."""
    with open("docs/serving.md", encoding="utf-8") as f:
        blocks = re.findall("```nginx\n(.*?)```", f.read(), re.S)
    return blocks


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def replaced(text, old, new):
    assert text.count(old) == 1, old
    return text.replace(old, new)


class Server:
    """nginx on a high port of this machine, on the site of a series."""

    def __init__(self, site, more=""):
        self.top = tempfile.mkdtemp(prefix="nginx-")
        self.port = free_port()
        server = replaced(documented()[0], "listen 80;",
                          f"listen 127.0.0.1:{self.port};\n{more}")
        server = replaced(server, "/srv/press/site", site)
        with open(self.top + "/conf", "w", encoding="utf-8") as f:
            f.write(ROUND_IT.format(top=self.top, server=server))
        self.process = subprocess.Popen(
            [NGINX, "-p", self.top, "-c", "conf", "-e", self.top + "/errors"],
            stderr=subprocess.PIPE)
        self.wait()

    def wait(self):
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        raise RuntimeError(self.process.stderr.read().decode())

    def ask(self, path, method="GET", **headers):
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        c.request(method, path, headers={
            k.replace("_", "-"): v for k, v in headers.items()})
        reply = c.getresponse()
        body = reply.read()
        c.close()
        return reply.status, {k.lower(): v for k, v in
                              reply.getheaders()}, body

    def address(self, path=""):
        return f"http://127.0.0.1:{self.port}/{path}"

    def requests(self):
        with open(self.top + "/requests", encoding="utf-8") as f:
            return f.read()

    def end(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.top)
