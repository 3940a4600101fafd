#!/usr/bin/python3
"""Takes a build's disk, files, outputs and life away, and looks at what is left.

    faults.py BINARY [--kills N] [--seed S] [--only NAME]

Whatever happens, the published folder is one whole site, the old one or the new one; the next build needs no clearing
up; and what could not be done is told in words. Exit status 0: all of that holds. Some cases need root (another user,
a small disk); they are left out, and named, where they cannot be had.
"""

import argparse
import hashlib
import os
import pathlib
import pty
import pwd
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

FAULTS = []
LEFT_OUT = []
NOBODY = pwd.getpwnam("nobody").pw_uid
IS_ROOT = os.geteuid() == 0
DIAGNOSTIC = re.compile(r"error: .+ \[[a-z-]+\]$", re.M)


class Missing(Exception):
    """What a case needs and this machine does not give."""


def require(holds, words):
    if not holds:
        FAULTS.append(words)
        print("FAULT", words)


def tree(folder):
    """The hash of everything below `folder`: paths, kinds and bytes; None if it is not there."""
    folder = pathlib.Path(folder)
    if not folder.exists():
        return None
    parts = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        kind = "link" if path.is_symlink() else "folder" if path.is_dir() else "file"
        content = os.readlink(path).encode() if kind == "link" else path.read_bytes() if kind == "file" else b""
        parts.update(f"{path.relative_to(folder)}\0{kind}\0{len(content)}\0".encode() + content)
    return parts.hexdigest()


def write_articles(folder, count, word):
    """`count` articles; what they say differs with `word`."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"a{number:03}.txt").write_text(
            f"Il ponte di Grova {word} dopo {number + 2} giorni.\n\n"
            f"Il ministro Carlo Verdi ha detto: «Il ponte numero {number} {word}». Secondo la prefettura di Valdoria sono morte "
            f"{number % 7 + 2} persone.\n\nL’esercito di Valdoria ha attaccato Porto Grua il {number % 27 + 1} maggio 2031, ha "
            f"dichiarato Ada Brenz.\n")
    (folder / "dossier.yml").write_text(f"title: Il ponte {word}\n")


class Desk:
    """A place to work in, with articles, and the program."""

    def __init__(self, program, work, random):
        self.program, self.work, self.random = program, work, random
        self.articles, self.site, self.cache = work / "articles", work / "site", work / "cache"

    def start(self, articles=None, site=None, arguments=(), cache=True, environment=None, user=None, prepare=None, **options):
        command = [str(self.program), "build", "--articles", str(articles or self.articles), "--site", str(site or self.site)]
        command += ["--cache", str(self.cache)] if cache is True else [] if cache is None else ["--no-cache"]

        def before():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if prepare:
                prepare()
            if user is not None:
                os.setgroups([])
                os.setuid(user)
        variables = {**os.environ, "SWIFT_BACKTRACE": "enable=no", **(environment or {})}
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.Popen(command + list(arguments), env=variables, preexec_fn=before, text=True, errors="replace", **options)

    def build(self, expected=0, case="", seconds=120, **options):
        """A build that must end with the status `expected`, or one of them; returns all that it said."""
        process = self.start(**options)
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            require(False, f"{case}: not done after {seconds} s")
            return ""
        told = (out or "") + (err or "")
        allowed = expected if isinstance(expected, tuple) else (expected,)
        require(process.returncode in allowed, f"{case}: exit status {process.returncode}, not {expected}: {told[-500:]}")
        require("Fatal error" not in told and "Stack dump" not in told, f"{case}: it crashed: {told[-500:]}")
        if process.returncode == 1 and options.get("stderr") is None:
            require(DIAGNOSTIC.search(err), f"{case}: it does not say why: {told[-500:]}")
        return told

    def leftovers(self):
        """What stands beside the site and should not."""
        return sorted(path.name for path in self.site.parent.iterdir() if path.name.startswith(f".{self.site.name}."))


def as_another(desk):
    """Gives everything in the desk to a user with no rights of its own."""
    if not IS_ROOT:
        raise Missing("root, to become somebody else")
    for path in [desk.work, *desk.work.rglob("*")]:
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)


class SmallDisk:
    """A disk with room for so many bytes."""

    def __init__(self, folder, size):
        self.folder, self.size = folder, size

    def __enter__(self):
        self.folder.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={self.size},mode=777", "tmpfs", str(self.folder)]
        if not IS_ROOT or subprocess.run(mount, stderr=subprocess.DEVNULL).returncode:
            raise Missing("the right to mount a small disk")
        return self.folder

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", str(self.folder)], check=True)


# Cases: each gets a fresh desk.

def killed(desk, kills):
    """SIGKILL at random moments of builds that turn by turn publish one thing and another."""
    other = desk.work / "other"
    write_articles(desk.articles, 60, "è chiuso")
    write_articles(other, 50, "è crollato")
    whole, length = {}, {}
    for folder in (desk.articles, other):
        reference = desk.work / "reference"
        desk.build(articles=folder, site=reference, cache=False)
        whole[tree(reference)] = folder.name
        shutil.rmtree(reference)
    require(len(whole) == 2, "the two sites are one")
    for folder in (other, desk.articles):
        start = time.monotonic()
        desk.build(articles=folder)
        length[folder] = time.monotonic() - start
    before, ended, published, number = tree(desk.site), 0, 0, -1
    # As many builds as it takes: how many of them live depends on the machine.
    while (number + 1 - ended < kills or published <= kills // 8) and number < 8 * kills:
        number += 1
        folder = (other, desk.articles)[number % 2]
        process = desk.start(articles=folder)
        # A third of them at any moment, the others near the end, where the folders change; what the end is, is learnt
        # from build to build, since machines are now faster and now slower.
        share = desk.random.uniform(0, 1) if number % 6 < 2 else desk.random.uniform(0.8, 1.05)
        try:
            process.communicate(timeout=share * length[folder])
            require(process.returncode == 0, f"a build after a kill ended with {process.returncode}")
            ended += 1
            length[folder] *= 0.9
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            length[folder] *= 1 + 0.1 * share
        now = tree(desk.site)
        require(now in whole, f"kill {number} after {share:.2f} of a build left no whole site")
        published += now != before
        before = now
    for folder in (desk.articles, other):
        desk.build(articles=folder, case="the build after all kills")
        require(whole.get(tree(desk.site)) == folder.name, "the build after all kills gave another site")
        require(desk.leftovers() == [], f"left after all kills: {desk.leftovers()}")
    killed = number + 1 - ended
    print(f"  {killed} of {number + 1} builds were killed; the site changed {published} times")
    require(killed >= kills and published > kills // 8, "too few builds were killed, or lived, to mean anything")


def full_disk(desk):
    write_articles(desk.articles, 20, "è chiuso")
    write_articles(desk.work / "more", 120, "è crollato")
    with SmallDisk(desk.work / "disk", "6m") as disk:
        site = disk / "site"
        desk.build(site=site, cache=False, case="with room")
        before = tree(site)
        told = desk.build(articles=desk.work / "more", site=site, cache=False, expected=1, case="with too little room")
        require("space" in told, f"a full disk is not named: {told}")
        require(tree(site) == before, "a full disk changed the site")
        require(sorted(path.name for path in disk.iterdir()) == ["site"], f"a full disk keeps {list(disk.iterdir())}")
        desk.build(site=site, cache=False, case="with room again")


def full_disk_for_the_cache(desk):
    write_articles(desk.articles, 60, "è chiuso")
    desk.build(cache=False)
    before = tree(desk.site)
    for size in ("4k", "64k", "200k"):
        with SmallDisk(desk.work / f"disk{size}", size) as desk.cache:
            for _ in range(2):
                told = desk.build(case=f"a cache on a disk of {size}")
                require(tree(desk.site) == before, f"a cache on a disk of {size} changed the site")
            if size == "4k":
                require("note: " in told and "[cache]" in told, f"a full disk for the cache is not told: {told}")


def files_limited(desk):
    """No file may be longer than a limit: what a quota does, and can be had without root."""
    write_articles(desk.articles, 10, "è chiuso")
    desk.build(cache=False)
    before = tree(desk.site)

    def limit(size):
        def prepare():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return prepare
    write_articles(desk.work / "more", 20, "è crollato")
    desk.build(articles=desk.work / "more", cache=False, prepare=limit(4000), expected=1, case="files of 4 kB")
    require(tree(desk.site) == before, "a limit for files changed the site")
    require(desk.leftovers() == [], f"a limit for files leaves {desk.leftovers()}")
    desk.build(articles=desk.work / "more", prepare=limit(300_000), expected=(0, 1), case="a cache of files of 300 kB")


def no_rights(desk):
    write_articles(desk.articles, 5, "è chiuso")
    desk.build(cache=False)
    before = tree(desk.site)
    (desk.work / "more").mkdir()
    write_articles(desk.work / "more" / "articles", 5, "è crollato")
    as_another(desk)
    parent = desk.site.parent
    # Nothing may be put beside the site.
    os.chmod(parent, 0o555)
    told = desk.build(articles=desk.work / "more/articles", cache=False, user=NOBODY, expected=1, case="a folder that is read-only")
    os.chmod(parent, 0o755)
    require("permission" in told.lower(), f"a folder that is read-only is not named: {told}")
    require(tree(desk.site) == before, "a folder that is read-only changed")
    # An article that may not be read.
    os.chmod(desk.articles / "a003.txt", 0)
    told = desk.build(cache=False, user=NOBODY, expected=1, case="an article that may not be read")
    require("a003.txt" in told, f"an article that may not be read is not named: {told}")
    require(tree(desk.site) == before, "an article that may not be read changed the site")
    os.chmod(desk.articles / "a003.txt", 0o644)
    os.chmod(desk.articles, 0)
    told = desk.build(cache=False, user=NOBODY, expected=1, case="articles that may not be read")
    os.chmod(desk.articles, 0o755)
    # A cache that nobody may write into, or read from.
    for mode in (0, 0o555):
        desk.cache.mkdir(exist_ok=True)
        os.chmod(desk.cache, mode)
        told = desk.build(user=NOBODY, case=f"a cache of mode {mode:o}")
        require("[cache]" in told, f"a cache of mode {mode:o} is not told: {told}")
        os.chmod(desk.cache, 0o755)
    require(tree(desk.site) == before, "a cache without rights changed the site")


def read_only_disk(desk):
    write_articles(desk.articles, 5, "è chiuso")
    with SmallDisk(desk.work / "disk", "20m") as disk:
        desk.build(site=disk / "site", cache=False)
        before = tree(disk / "site")
        if subprocess.run(["mount", "-o", "remount,ro", str(disk)], stderr=subprocess.DEVNULL).returncode:
            raise Missing("the right to make a disk read-only")
        (desk.articles / "new.txt").write_text("Il ponte di Grova è aperto.\n")
        told = desk.build(site=disk / "site", cache=False, expected=1, case="a disk that is read-only")
        require("ead-only" in told, f"a disk that is read-only is not named: {told}")
        require(tree(disk / "site") == before, "a disk that is read-only changed")


def other_targets(desk):
    """A file, links, somebody else's folder, the root, a path through a file."""
    write_articles(desk.articles, 5, "è chiuso")
    reference = desk.work / "reference"
    desk.build(site=reference, cache=False)
    whole = tree(reference)
    file = desk.work / "file"
    file.write_text("mine")
    desk.build(site=file, expected=1, cache=False, case="a file")
    desk.build(site=file / "site", expected=1, cache=False, case="a path through a file")
    require(file.read_text() == "mine", "a file was touched")
    foreign = desk.work / "foreign"
    foreign.mkdir()
    (foreign / "thesis.txt").write_text("mine")
    told = desk.build(site=foreign, expected=1, cache=False, case="somebody else's folder")
    require([path.name for path in foreign.iterdir()] == ["thesis.txt"] and "not empty" in told, f"somebody else's folder: {told}")
    for name, target in (("to-folder", "real"), ("to-nothing", "deep/new"), ("to-link", "to-folder")):
        link = desk.work / name
        if target == "real":
            (desk.work / "real").mkdir()
        link.symlink_to(target)
        desk.build(site=link, cache=False, case=f"a link {name}")
        require(link.is_symlink() and tree(link) == whole, f"a link {name} is not the site")
    (desk.work / "loop").symlink_to("loop")
    desk.build(site=desk.work / "loop", expected=1, cache=False, case="a link to itself")
    (desk.work / "to-file").symlink_to("file")
    desk.build(site=desk.work / "to-file", expected=1, cache=False, case="a link to a file")
    require(file.read_text() == "mine", "a file behind a link was touched")
    desk.build(site="/", expected=1, cache=False, case="the root")
    desk.build(site=desk.work / ("x" * 300), expected=1, cache=False, case="a name that is too long")
    (desk.work / ".site.dossier-new").write_text("mine")
    desk.build(expected=1, cache=False, case="a file where the new site is written")
    require((desk.work / ".site.dossier-new").read_text() == "mine", "a file beside the site was touched")


def damaged_site(desk):
    """What stood in the published folder must not decide what stands there next."""
    write_articles(desk.articles, 5, "è chiuso")
    desk.build()
    whole = tree(desk.site)
    for damage in ("index.html", "data/dossier.json", "events"):
        path = desk.site / damage
        shutil.rmtree(path) if path.is_dir() else path.write_text("damaged")
        desk.build(case=f"a damaged {damage}")
        require(tree(desk.site) == whole, f"a damaged {damage} stays")
    marker = desk.site / ".dossier"
    marker.write_bytes(marker.read_bytes()[:200])
    desk.build(expected=(0, 1), case="a damaged marker")
    shutil.rmtree(desk.site)
    desk.build(case="no site any more")
    require(tree(desk.site) == whole, "a site that was removed is another one now")


def two_at_once(desk):
    write_articles(desk.articles, 60, "è chiuso")
    desk.build(cache=False)
    whole, ends = tree(desk.site), []
    for round in range(4):
        processes = [desk.start() for _ in range(3)]
        for process in processes:
            out, err = process.communicate(timeout=120)
            ends.append(process.returncode)
            require(process.returncode in (0, 1), f"one of three at once ended with {process.returncode}: {err}")
            require(process.returncode == 0 or "another build" in err, f"one of three at once does not say why: {err}")
        require(tree(desk.site) == whole and desk.leftovers() == [], f"three at once left another site: {desk.leftovers()}")
    require(0 in ends, "none of three at once could build")
    # One cache, several sites.
    sites = [desk.work / f"site{number}" for number in range(3)]
    processes = [desk.start(site=site) for site in sites]
    for process, site in zip(processes, sites):
        out, err = process.communicate(timeout=120)
        require(process.returncode == 0 and tree(site) == whole, f"three with one cache: {process.returncode} {err}")


def moving_articles(desk):
    """Articles that go and come while they are read."""
    write_articles(desk.articles, 60, "è chiuso")
    away = desk.work / "away"
    away.mkdir()
    is_over = threading.Event()

    def move():
        names = [path.name for path in desk.articles.glob("a*.txt")]
        while not is_over.is_set():
            name = desk.random.choice(names)
            os.rename(desk.articles / name, away / name)
            time.sleep(0.0005)
            os.rename(away / name, desk.articles / name)
    mover = threading.Thread(target=move)
    mover.start()
    try:
        for _ in range(8):
            told = desk.build(expected=(0, 1), case="articles that move")
            if desk.site.exists():
                verified = subprocess.run([str(desk.program), "verify", str(desk.site)], capture_output=True, text=True)
                require(verified.returncode == 0, f"articles that move left a site that is not whole: {verified.stderr[-500:]}")
    finally:
        is_over.set()
        mover.join()
    desk.build(case="when nothing moves any more")
    reference = desk.work / "reference"
    desk.build(site=reference, cache=False)
    require(tree(desk.site) == tree(reference), "when nothing moves any more the site is another one")


def odd_files(desk):
    """What has an article's name and is none."""
    write_articles(desk.articles, 3, "è chiuso")
    os.mkfifo(desk.articles / "pipe.txt")
    told = desk.build(cache=False, expected=1, case="a pipe", seconds=20)
    require("pipe.txt" in told, f"a pipe is not named: {told}")
    os.remove(desk.articles / "pipe.txt")
    (desk.articles / "folder.txt").mkdir()
    (desk.articles / "gone.txt").symlink_to("nowhere")
    told = desk.build(cache=False, expected=1, case="a link to nothing")
    require("gone.txt" in told, f"a link to nothing is not named: {told}")
    os.remove(desk.articles / "gone.txt")
    (desk.articles / "device.txt").symlink_to("/dev/zero")
    told = desk.build(cache=False, expected=1, case="a link to a device", seconds=20)
    os.remove(desk.articles / "device.txt")
    desk.build(cache=False, case="a folder with an article's name")


def clocks(desk):
    """Times that lie, in what is read and in what was written."""
    write_articles(desk.articles, 12, "è chiuso")
    desk.build()
    whole = tree(desk.site)
    for seconds in (0, time.time() + 10 * 365 * 86400, -86400):
        for folder in (desk.articles, desk.site, desk.cache):
            for path in folder.rglob("*"):
                os.utime(path, (seconds, seconds), follow_symlinks=False)
        desk.build(case=f"times of {seconds:.0f}")
        require(tree(desk.site) == whole, f"times of {seconds:.0f} changed the site")
    # Other words of the same length, and the time that the file had before.
    article = desk.articles / "a001.txt"
    status = article.stat()
    article.write_text(article.read_text().replace("chiuso", "aperto"))
    os.utime(article, ns=(status.st_atime_ns, status.st_mtime_ns))
    require(article.stat().st_size == status.st_size, "the case is wrong")
    desk.build(case="an article changed in secret")
    reference = desk.work / "reference"
    desk.build(site=reference, cache=False)
    require(tree(desk.site) == tree(reference) != whole, "an article changed in secret was not seen")


def damaged_cache(desk):
    write_articles(desk.articles, 30, "è chiuso")
    desk.build()
    whole = tree(desk.site)
    for number in range(12):
        for path in desk.cache.rglob("*"):
            if not path.is_file():
                continue
            content = bytearray(path.read_bytes())
            if number % 3 == 0:
                for _ in range(1 + len(content) // 1000):
                    content[desk.random.randrange(len(content))] ^= 1 << desk.random.randrange(8)
            elif number % 3 == 1:
                content = content[:desk.random.randrange(len(content))]
            else:
                content = bytearray(desk.random.randbytes(len(content)))
            path.write_bytes(content)
        if number % 2:
            # Something to do, or it would end early.
            (desk.articles / "extra.txt").write_text("Il ponte di Grova è aperto.\n")
            desk.build(case="a damaged cache and a new article")
            os.remove(desk.articles / "extra.txt")
        desk.build(case="a damaged cache")
        require(tree(desk.site) == whole, "a damaged cache changed the site")
    shutil.rmtree(desk.cache)
    desk.cache.write_text("mine")
    told = desk.build(case="a cache that is a file")
    require("[cache]" in told and desk.cache.read_text() == "mine", f"a cache that is a file: {told}")


def surroundings(desk):
    """No place for temporary files, no home, other words and zones, a folder that is gone, few open files."""
    write_articles(desk.articles, 12, "è chiuso")
    desk.build(cache=False)
    whole = tree(desk.site)
    bare = {"TMPDIR": "/nowhere", "HOME": "/nowhere", "XDG_CACHE_HOME": "relative", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Baku"}
    desk.build(environment=bare, cache=None, case="a bare environment")
    require(tree(desk.site) == whole, "a bare environment changed the site")
    empty = subprocess.run(
        ["/usr/bin/env", "-i", str(desk.program), "build", "--articles", str(desk.articles), "--site", str(desk.site)],
        capture_output=True, text=True, timeout=120)
    require(empty.returncode == 0 and tree(desk.site) == whole, f"an empty environment: {empty.returncode} {empty.stderr}")
    gone = desk.work / "gone"
    gone.mkdir()
    desk.build(cache=False, prepare=lambda: (os.chdir(gone), os.rmdir(gone)), case="a folder that is gone")
    require(tree(desk.site) == whole, "a folder that is gone changed the site")

    def few():
        resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
    shutil.rmtree(desk.site)
    desk.build(prepare=few, expected=(0, 1), case="few open files")
    require(tree(desk.site) in (None, whole), "few open files left part of a site")


def outputs(desk):
    """Nobody listens."""
    write_articles(desk.articles, 6, "è chiuso")
    (desk.articles / "empty.txt").write_text("")
    desk.build(cache=False)
    whole = tree(desk.site)

    def closed(*numbers):
        return lambda: [os.close(number) for number in numbers]
    for numbers in ((1,), (2,), (0, 1, 2)):
        shutil.rmtree(desk.site, ignore_errors=True)
        process = desk.start(cache=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, prepare=closed(*numbers))
        require(process.wait(timeout=60) == 0, f"closed {numbers}: exit status {process.returncode}")
        require(tree(desk.site) == whole, f"closed {numbers}: another site")
    for name in ("stdout", "stderr"):
        shutil.rmtree(desk.site, ignore_errors=True)
        reading, writing = os.pipe()
        process = desk.start(cache=False, **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, name: writing})
        os.close(writing)
        os.close(reading)
        require(process.wait(timeout=60) == 0, f"nobody reads {name}: exit status {process.returncode}")
        require(tree(desk.site) == whole, f"nobody reads {name}: another site")
    shutil.rmtree(desk.site, ignore_errors=True)
    with open("/dev/full", "w") as full:
        process = desk.start(cache=False, stdout=full, stderr=full)
        require(process.wait(timeout=60) == 0, f"a full disk for the words: exit status {process.returncode}")
    require(tree(desk.site) == whole, "a full disk for the words: another site")


def terminals(desk):
    """Progress is for a terminal, after a second, and gone at the end."""
    write_articles(desk.articles, 400, "è chiuso")
    ours, theirs = pty.openpty()
    process = desk.start(cache=False, stderr=theirs, arguments=["--jobs", "1"])
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        seen += part
    out = process.communicate(timeout=120)[0]
    require(process.returncode == 0, f"on a terminal: exit status {process.returncode}")
    lines = [line for line in seen.decode().split("\r\x1b[K") if line and "warning" not in line]
    if not lines:
        raise Missing("a build of 400 articles that takes more than a second")
    require(all("\n" not in line and len(line) < 80 for line in lines), f"progress is no single line: {lines[:5]}")
    require(any(re.search(r": [\d,]+ of [\d,]+", line) for line in lines), f"progress does not count: {lines[:5]}")
    # A terminal shows nothing of a line that was wiped.
    require(seen.rstrip(b"\r\n").endswith(b"\x1b[K") or seen.endswith(b"]\r\n"), f"progress stays: {seen[-200:]}")
    require("\x1b" not in out and "Wrote" in out, f"progress among the results: {out[:200]}")
    for arguments in ((), ("--quiet",), ("--json",)):
        told = desk.build(cache=False, arguments=arguments, case="without a terminal")
        require("\x1b" not in told and "\r" not in told, f"progress without a terminal: {told[:200]}")


CASES = (
    terminals, other_targets, odd_files, outputs, surroundings, no_rights, read_only_disk, full_disk, full_disk_for_the_cache,
    files_limited, damaged_site, damaged_cache, clocks, two_at_once, moving_articles, killed)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("binary", type=pathlib.Path)
    arguments.add_argument("--kills", type=int, default=50, help="how many builds are killed")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", help="only the cases whose names hold this")
    options = arguments.parse_args()
    for case in CASES:
        if options.only and options.only not in case.__name__:
            continue
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="dossier-faults-") as folder:
            os.chmod(folder, 0o755)
            desk = Desk(options.binary.resolve(), pathlib.Path(folder), random.Random(options.seed))
            try:
                case(desk, options.kills) if case is killed else case(desk)
            except Missing as missing:
                LEFT_OUT.append(case.__name__)
                print(f"{case.__name__}: left out, it needs {missing}")
                continue
        print(f"{case.__name__}: {time.monotonic() - start:.1f} s")
    print(f"{len(FAULTS)} faults" + (f"; left out: {', '.join(LEFT_OUT)}" if LEFT_OUT else ""))
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
