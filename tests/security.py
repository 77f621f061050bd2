"""Lets Debian's wapiti and sqlmap at a demo on this machine, signed out and signed in: security.py PROGRAM

PROGRAM is the built Hemvag.dll. The demo has a free port and a folder of its own, and ends with the scan. What is found is looked up in the table
"What scanners report" of docs/threat-model.md; a finding that has no row there, and any answer 5xx, makes the exit code 1. About ten minutes.
"""

import contextlib
import html
import http.client
import http.server
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

MODEL = Path(__file__).parent.parent / "docs" / "threat-model.md"
# What asks a server elsewhere, guesses for hours or is about other software is left out.
MODULES = "backup,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,sql,xss"
# A coordinator has most forms; what ends the session ends the scan.
WORKER = "Ylva Granlid"
START = {
    "signed-out": ["/sign-in", "/lost-access", "/begin", "/link/" + "A" * 27],
    "signed-in": ["/cases", "/cases/find", "/matters/new", "/questions", "/organisations", "/notices", "/account"],
}
NOT_SCANNED = ["/sign-out", "/account/sessions", "/demo"]
CRAWL, ATTACK, WAPITI, SQLMAP = 40, 8, 150, 18


def tools():
    missing = [tool for tool in ("wapiti", "sqlmap") if shutil.which(tool) is None]
    if not missing:
        return
    if os.geteuid() != 0:
        sys.exit(f"The scan needs: sudo apt-get install {' '.join(missing)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment)
    subprocess.run(["apt-get", "install", "-y", "-qq", *missing], check=True, env=environment, stdout=subprocess.DEVNULL)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Visitor:
    """Keeps the cookies by itself: they are marked Secure, and the demo speaks plain HTTP to this machine."""

    def __init__(self, origin):
        self.origin, self.cookies = origin, {}
        self.opener = urllib.request.build_opener(NoRedirect)

    def send(self, path, fields=None):
        data = urllib.parse.urlencode(fields).encode() if fields is not None else None
        request = urllib.request.Request(self.origin + path, data=data, headers={"Cookie": self.header()})
        try:
            answer = self.opener.open(request, timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";", 1)[0].split("=", 1)
            self.cookies[name] = value
        return answer.status, answer.read().decode("utf-8", "replace")

    def header(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def forms(self, path):
        _, page = self.send(path)
        return re.findall(r"<form.*?</form>", page, re.S), page

    def sign_in(self, name):
        forms, page = self.forms("/demo")
        at = page.index(html.escape(name, quote=False))
        form = max((f for f in forms if page.index(f) < at), key=page.index)
        status, _ = self.send("/demo", dict(fields_of(form)))
        if status != 302:
            sys.exit(f"Nobody could be signed in: {status}")


def fields_of(form):
    for tag in re.findall(r"<(?:input|button|textarea|select)\b[^>]*>", form):
        name, value = re.search(r'\bname="([^"]*)"', tag), re.search(r'\bvalue="([^"]*)"', tag)
        if name:
            yield html.unescape(name[1]), html.unescape(value[1]) if value else "1"


def start(program, folder):
    origin = f"http://127.0.0.1:{free_port()}"
    log = open(folder / "demo.log", "wb")
    command = ["dotnet", program, "run", "--demo", "--urls", origin, "--data", str(folder / "data")]
    demo = subprocess.Popen(command, cwd=Path(program).parent, stdout=log, stderr=log)
    for _ in range(300):
        time.sleep(1)
        try:
            if urllib.request.urlopen(origin + "/health/ready", timeout=5).status == 200:
                return demo, origin
        except OSError:
            if demo.poll() is not None:
                break
    demo.kill()
    sys.exit("The demo did not start:\n" + (folder / "demo.log").read_text()[-2000:])


def bounded(command, seconds, log):
    """Runs it for so long; then asks it to end, and it reports what it has."""
    process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


class Gate(http.server.BaseHTTPRequestHandler):
    """Stands before the demo for a scanner that can keep neither a session nor away from its end: every request is the visitor's."""

    target, visitor = None, None

    def do_GET(self):
        if self.command != "GET" and self.path.split("?")[0] in NOT_SCANNED:
            self.send_error(404)
            return
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name: value for name, value in self.headers.items() if name.lower() not in ("connection", "accept-encoding")}
        if self.visitor:
            headers["Cookie"] = self.visitor.header()
        demo = http.client.HTTPConnection(self.target, timeout=60)
        demo.request(self.command, self.path, body or None, headers)
        answer = demo.getresponse()
        content = answer.read()
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        demo.close()

    do_POST = do_PUT = do_HEAD = do_OPTIONS = do_GET

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def gate(origin, visitor):
    handler = type("Opened", (Gate,), {"target": urllib.parse.urlsplit(origin).netloc, "visitor": visitor})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def wapiti(origin, folder, who):
    report = folder / f"wapiti-{who}.json"
    command = ["wapiti", "-u", origin + "/", "-m", MODULES, "-f", "json", "-o", str(report), "--flush-session"]
    command += ["--store-session", str(folder / f"session-{who}"), "--store-config", str(folder / "config"), "--no-bugreport", "-v", "1"]
    command += ["--max-scan-time", str(CRAWL), "--max-attack-time", str(ATTACK), "-t", "20", "-d", "6", "--max-links-per-page", "60"]
    command += ["--max-files-per-dir", "60", "--skip", "__form", "--skip", "OperationId"]
    for path in START[who]:
        command += ["-s", origin + path]
    log = folder / f"wapiti-{who}.log"
    with open(log, "wb") as output:
        bounded(command, WAPITI, output)
    if not report.exists():
        return [("wapiti", "no report", who, log.read_text()[-300:])], 0
    found = json.loads(report.read_text())
    rows = [
        ("wapiti", category, f"{finding['method']} {finding['path']}", finding["info"])
        for kind in ("vulnerabilities", "anomalies")
        for category, findings in found[kind].items()
        for finding in findings
    ]
    attacked = re.search(r"(\d+) (?:URLs and forms|resources)", log.read_text())
    return rows, int(attacked[1]) if attacked else 0


def targets(visitor, signed_in):
    """Every place that takes words in the address or in a form, one of each kind."""
    if not signed_in:
        yield "/sign-in?return=/", None
        pages = ["/sign-in", "/lost-access", "/begin", "/link/" + "A" * 27]
    else:
        yield "/cases?state=Open&step=1&pageNumber=1", None
        yield "/organisations?country=MD", None
        pages = ["/cases/find", "/matters/new", "/questions/new", "/break-glass", "/account/cover"]
    seen = set()
    for path in pages:
        for form in visitor.forms(path)[0]:
            fields = dict(fields_of(form))
            if 'method="get"' in form or not fields.keys() - {"__form", "OperationId", "culture", "return"} or "language" in form[:200]:
                continue
            action = re.search(r'<form[^>]*\baction="([^"]*)"', form)
            if action and any(action[1].startswith(p) for p in NOT_SCANNED):
                continue
            target = html.unescape(action[1]) if action and action[1] else path
            if (target, *fields) not in seen:
                seen.add((target, *fields))
                yield target, {name: value or "1" for name, value in fields.items()}


def sqlmap(origin, visitor, folder, who):
    found, tried = [], 0
    for path, fields in targets(visitor, who != "signed-out"):
        tried += 1
        # Tokens differ in every answer: the text alone is compared.
        command = ["sqlmap", "-u", origin + path, "--batch", "--disable-coloring", "--flush-session", "--threads", "2", "--text-only"]
        command += ["--technique", "BEUS", "--level", "1", "--risk", "1", "--timeout", "20", "--retries", "0"]
        command += ["--cookie", visitor.header(), "--ignore-redirects", "--ignore-code", "400,401,403,404,422,429"]
        command += ["--output-dir", str(folder / f"sqlmap-{who}-{tried}")]
        if fields is not None:
            command += ["--data", urllib.parse.urlencode(fields), "--eval", "import uuid; OperationId = str(uuid.uuid4())"]
        log = folder / f"sqlmap-{who}-{tried}.log"
        hints, _ = injections(command + ["--skip", "__form,OperationId"], SQLMAP, log)
        # A first hint is often a chance: it is looked at alone, with time to be confirmed or dropped.
        for name in hints:
            more, confirmed = injections(command + ["-p", name], 3 * SQLMAP, log)
            if more and confirmed is not False:
                found.append(("sqlmap", "injection", f"{'POST' if fields else 'GET'} {path} {name}", "confirmed" if confirmed else "not settled in time"))
    return found, tried


def injections(command, seconds, log):
    """The parameters it takes for injectable; and whether it has confirmed that, dropped it (False) or not come so far (None)."""
    with open(log, "wb") as written:
        bounded(command, seconds, written)
    text = log.read_text(errors="replace")
    hints = re.findall(r"parameter '([^']+)' (?:is vulnerable|appears to be '|might be injectable)", text)
    confirmed = True if "identified the following injection" in text else False if "do not appear to be injectable" in text else None
    return list(dict.fromkeys(hints)), confirmed


def broken(folder):
    """Whatever the demo itself says went wrong while it was scanned."""
    found = []
    for line in (folder / "demo.log").read_text(errors="replace").splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if entry.get("LogLevel") in ("Error", "Critical"):
            found.append(("demo", "error", entry["Category"], str(entry.get("Exception") or entry.get("Message"))[:300]))
    return found


def known():
    """Rows of the table: tool, what it says, where (a pattern), why it is none."""
    section = MODEL.read_text().split("## What scanners report", 1)[1].split("\n## ", 1)[0]
    rows = [[cell.strip(" `") for cell in line.strip("|\n").split("|")] for line in section.splitlines() if line.startswith("|")]
    return [(row[0], row[1], re.compile(row[2].replace("*", ".*"))) for row in rows[2:]]


def main():
    tools()
    folder = Path(tempfile.mkdtemp(prefix="hemvag-security."))
    demo, origin = start(os.path.abspath(sys.argv[1]), folder)
    began, found = time.monotonic(), []
    try:
        for who in ("signed-out", "signed-in"):
            visitor = Visitor(origin)
            if who == "signed-in":
                visitor.sign_in(WORKER)
            rows, tried = sqlmap(origin, visitor, folder, who)
            print(f"sqlmap {who}: {tried} targets, {len(rows)} findings", flush=True)
            with gate(origin, visitor if who == "signed-in" else None) as before:
                more, attacked = wapiti(before, folder, who)
            print(f"wapiti {who}: {attacked} pages and forms, {len(more)} findings", flush=True)
            found += rows + more
            status, _ = visitor.send("/account")
            if (status == 200) != (who == "signed-in"):
                found.append(("demo", "session", who, f"/account answered {status} after the scan"))
    finally:
        demo.terminate()
        demo.wait(30)
    found += broken(folder)
    explained = known()
    open_ones = 0
    for tool, category, place, info in dict.fromkeys(found):
        reason = any(tool == t and category == c and where.fullmatch(place) for t, c, where in explained)
        open_ones += not reason
        print(f"{'known' if reason else 'FOUND'}  {tool}: {category}: {place}: {info[:200]}")
    print(f"{len(set(found))} findings, {open_ones} not explained in docs/threat-model.md, {time.monotonic() - began:.0f} s")
    if open_ones:
        print(f"Logs: {folder}")
    else:
        shutil.rmtree(folder)
    return 1 if open_ones else 0


if __name__ == "__main__":
    sys.exit(main())
