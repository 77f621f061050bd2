"""Takes every mail and appends it as one JSON line: mail_sink.py MAILS ADDRESS-FILE

Listens on a free port of 127.0.0.1 and writes host:port to ADDRESS-FILE once it does.
"""

import email
import email.policy
import json
import signal
import socket
import sys

from aiosmtpd.controller import Controller


class Sink:
    def __init__(self, path):
        self.path = path

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        body = message.get_body(preferencelist=("plain", "html"))
        record = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "subject": message.get("Subject", ""),
            "headers": {name: str(value) for name, value in message.items()},
            "body": body.get_content() if body is not None else "",
        }
        with open(self.path, "a", encoding="utf-8") as mails:
            mails.write(json.dumps(record, ensure_ascii=False) + "\n")
        return "250 OK"


def main():
    mails, address = sys.argv[1:3]
    # The controller's own probe needs a known port: take a free one and close it at once.
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(Sink(mails), hostname="127.0.0.1", port=port)
    controller.start()
    with open(address, "w", encoding="utf-8") as file:
        file.write(f"127.0.0.1:{port}")
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
    controller.stop()


if __name__ == "__main__":
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    main()
