#!/usr/bin/python3
"""The synthesizer of speech-dispatcher: writes down what it would say, and takes as long as fast speech would."""
import json
import os
import sys
import time

language, text = sys.argv[1], " ".join(sys.argv[2:])
identity = f"{os.getpid()}-{time.time():.3f}"


def write(event):
    with open(os.environ["SPOKEN"], "a") as log:
        log.write(json.dumps({"time": time.time(), "id": identity, "event": event, "language": language, "text": text}) + "\n")


write("start")
time.sleep(max(0.05, len(text) / float(os.environ["CHARACTERS_PER_SECOND"])))
write("end")
