#!/usr/bin/env python3
"""Measures whole builds: time, memory, how they grow with the articles, and what a changed article costs.

    swift build -c release
    Benchmarks/builds.py [--binary .build/release/dossier] [--work DIR] [N …]      1000 and 3000 articles by default

For each N that many articles of about 3 KB are invented, the same in every run, and built three times on what the build
before kept: from nothing, unchanged, and with one sentence changed. It prints a table in Markdown. Shares and milliseconds are of
processor time, which other work on the machine disturbs least; seconds are what a clock shows. The folder DIR (by default a new one
in the system's folder for temporary files) takes about 0.8 MB an article and is emptied after each N.
"""
import argparse, os, pathlib, random, shutil, subprocess, tempfile, time

STATES = ["l'Armenia armeno", "l'Azerbaigian azero", "la Russia russo", "l'Ucraina ucraino", "il Libano libanese", "il Sudan sudanese",
          "la Turchia turco", "la Georgia georgiano", "l'Etiopia etiope", "la Libia libico", "lo Yemen yemenita", "l'Iran iraniano"]
PLACES = ("Goris Kapan Ganja Baku Tbilisi Kiev Odessa Kherson Leopoli Beirut Tiro Haifa Damasco Aleppo Homs Idlib Raqqa Khartum Omdurman Nyala "
          "Tripoli Bengasi Misurata Sirte Aden Taiz Asmara Gondar Istanbul Ankara Teheran Tabriz Ginevra Vienna Doha Amman").split()
FIRST = "Ada Ivo Lena Oto Mira Sandro Vera Tito Nadia Omar Irma Leo".split()
LAST = "Bren Tarsk Morav Kell Vardi Sorel Dann Pavic Rostan Lubin Zamor Heft".split()
ENDS = "ov eni as ić elli ard osh uk".split()
MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
CUES = ["ha detto", "ha dichiarato", "ha affermato", "ha spiegato", "ha avvertito"]
TOLD = ["Un drone ha colpito un deposito a {p} {w}.", "Nuovi scontri sono scoppiati {w} vicino a {p} tra {s} e {t}.",
        "I ministri degli Esteri si sono incontrati a {p} {w}.", "Le truppe di {s} hanno bombardato {p} {w}, provocando {n} morti.",
        "Il governo {d} ha accusato {t} di aver violato la tregua vicino a {p}.", "Più di {n}000 persone sono fuggite da {p}.",
        "La situazione a {p} resta tesa.", "Le organizzazioni umanitarie chiedono un corridoio verso {p}."]
SAID = ["chiediamo a {t} di fermarsi entro {n} ore", "non lasceremo {p}", "{n} famiglie attendono notizie a {p}", "siamo pronti a negoziare con {t}"]


def write(count, folder):
    """The articles, and the editor's file that dates them."""
    chance = random.Random(7)
    folder.mkdir(parents=True)
    people = []
    for _ in range(max(8, int(2 * count ** 0.6))):
        state = chance.choice(STATES).split()[-1]
        people.append((f"{chance.choice(FIRST)} {chance.choice(LAST)}{chance.choice(ENDS)}", f"il ministro della Difesa {state}"))
    editor = ["title: Articoli inventati", "articles:"]
    for number in range(count):
        day = (number * 3600) // count
        date = f"{2014 + day // 360}-{day // 30 % 12 + 1:02}-{day % 30 % 28 + 1:02}"
        (one, adjective), (other, _) = (x.rsplit(" ", 1) for x in chance.sample(STATES, 2))
        here, lines, size = chance.choice(PLACES), [], 0

        def fill(text):
            when = f"il {chance.randint(1, 28)} {MONTHS[day // 30 % 12]}" if chance.random() < 0.5 else "ieri"
            return text.format(p=chance.choice([here, chance.choice(PLACES)]), s=one, t=other, d=adjective, w=when, n=chance.randint(2, 90))
        while size < 3000:
            line = fill(chance.choice(TOLD))
            if chance.random() < 0.35:
                name, role = chance.choice(people)
                line = f"«{fill(chance.choice(SAID)).capitalize()}», {chance.choice(CUES)} {role} {name}."
            lines.append(line)
            size += len(line)
        (folder / f"a{number:06}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        editor.append(f"  a{number:06}.txt: {{published: {date}, publisher: Agenzia {number % 17}}}")
    (folder / "dossier.yml").write_text("\n".join(editor) + "\n", encoding="utf-8")


def run(binary, work):
    """One build: seconds on the clock, seconds of the processor, peak megabytes."""
    start = time.monotonic()
    command = [binary, "build", "--articles", work / "articles", "--site", work / "site", "--cache", work / "cache", "--quiet"]
    process = subprocess.Popen([str(part) for part in command])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit("the build failed")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--binary", default=".build/release/dossier")
    arguments.add_argument("--work")
    arguments.add_argument("counts", nargs="*", type=int, default=[1000, 3000])
    options = arguments.parse_args()
    binary = str(pathlib.Path(options.binary).resolve())
    print("| articles | pages | seconds | processor ms an article | peak MB | unchanged | one article changed |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for count in options.counts:
        work = pathlib.Path(tempfile.mkdtemp(prefix="dossier-builds-", dir=options.work))
        try:
            write(count, work / "articles")
            seconds, whole, memory = run(binary, work)
            _, unchanged, _ = run(binary, work)
            article = work / "articles" / f"a{count // 2:06}.txt"
            text = article.read_text(encoding="utf-8")
            article.write_text(text + "Un drone ha colpito un deposito a Goris il 3 marzo.\n", encoding="utf-8")
            _, changed, _ = run(binary, work)
            pages = sum(1 for _ in (work / "site").rglob("*.md"))
            print(f"| {count} | {pages} | {seconds:.1f} | {1000 * whole / count:.1f} | {memory:.0f} "
                  f"| {100 * unchanged / whole:.0f} % | {100 * changed / whole:.0f} % |", flush=True)
        finally:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
